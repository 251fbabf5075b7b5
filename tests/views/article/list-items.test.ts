import { describe, expect, it } from 'vitest'
import { type ListItem, listItems } from '../../../src/views/article/list-items.ts'

interface Outline {
  readonly words: string
  readonly number?: number
  readonly checked?: boolean
  readonly items: readonly Outline[]
}

function outlineOf(text: string): readonly Outline[] {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
  const outline = ({ words, items, ...rest }: ListItem): Outline => ({
    ...rest,
    words: text.slice(words.start, words.end),
    items: items.map(outline),
  })
  return listItems(text, lines).map(outline)
}

describe('the items of a list', () => {
  it('are its lines, and those that stand deeper belong to the one above', () => {
    expect(outlineOf('a\n  b\n    c\n  d\ne')).toEqual([
      {
        words: 'a',
        items: [
          { words: 'b', items: [{ words: 'c', items: [] }] },
          { words: 'd', items: [] },
        ],
      },
      { words: 'e', items: [] },
    ])
  })

  it('keep their numbers and boxes apart from their words', () => {
    expect(outlineOf('2. two\n[x] done\n[ ] open\n2014 was')).toEqual([
      { words: 'two', number: 2, items: [] },
      { words: 'done', checked: true, items: [] },
      { words: 'open', checked: false, items: [] },
      { words: '2014 was', items: [] },
    ])
  })

  it('go at most one level deeper at a time', () => {
    expect(outlineOf('      a\n        b')).toEqual([{ words: 'a', items: [{ words: 'b', items: [] }] }])
  })
})

import { describe, expect, it } from 'vitest'
import { listMarkdown } from '../../../src/answer/markdown/list-markdown.ts'
import { readMarkdown, renderedText } from '../../support/read-markdown.ts'

describe('listMarkdown', () => {
  it('marks bullets and keeps numbers, boxes and levels', () => {
    expect(
      listMarkdown(['Fruit', '  Apples', '    1. Green', '    2. Red', '  [x] Pears', 'Bread']).split('\n'),
    ).toEqual(['- Fruit', '  - Apples', '    1. Green', '    2. Red', '  - [x] Pears', '- Bread'])
  })

  it('indents by the width of the number above', () => {
    expect(listMarkdown(['10. Ten', '  Half'])).toBe('10. Ten\n    - Half')
  })

  it('counts indentation from the outermost line', () => {
    expect(listMarkdown(['    deep', '      deeper'])).toBe('- deep\n  - deeper')
  })

  it.each([
    [['- Steps'], 'paragraph'],
    [['Steps', '  2. Go on'], 'a later number'],
    [['Steps', '2. Go on'], 'another kind'],
    [['1. One', 'Two', '3. Three'], 'kinds in turn'],
  ])('is read as items, each with its words: %s (%s)', (lines) => {
    const tree = readMarkdown(listMarkdown(lines))
    expect(new Set(tree.children.map(({ type }) => type))).toEqual(new Set(['list']))
    expect(renderedText(tree).split('\n')).toEqual(lines.map((line) => line.trim().replace(/^\d+\. /, '')))
  })

  it('keeps numbers that begin late', () => {
    expect(readMarkdown(listMarkdown(['7. Seven', '8. Eight'])).children[0]).toMatchObject({
      type: 'list',
      ordered: true,
      start: 7,
    })
  })

  it('makes a list behind another one a list of its own', () => {
    const both = `${listMarkdown(['1. a'])}\n\n${listMarkdown(['1. b'], 'second')}`
    expect(readMarkdown(both).children).toHaveLength(2)
    const bullets = `${listMarkdown(['a'])}\n\n${listMarkdown(['b'], 'second')}`
    expect(readMarkdown(bullets).children).toHaveLength(2)
  })
})

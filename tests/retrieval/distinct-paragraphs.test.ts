import { describe, expect, it } from 'vitest'
import { ParagraphIds } from '../../src/corpus/paragraph-ids.ts'
import { distinctParagraphs } from '../../src/retrieval/distinct-paragraphs.ts'
import { libraryOf } from '../support/corpora/libraries.ts'
import { paragraphOf } from '../support/corpora/paragraphs.ts'

function distinctOf(texts: readonly string[]): string[] {
  const ids = new ParagraphIds('a')
  const library = libraryOf(texts.map((text) => paragraphOf([{ kind: 'prose', text }], ids.next(text))))
  return distinctParagraphs([...texts.keys()], library).map((row) => library.paragraphAt(row).text)
}

const PAGES = Array.from({ length: 20 }, (_, page) => `What page ${page} says.`)

describe('distinctParagraphs', () => {
  it('keeps the first of equal texts, in their order', () => {
    expect(distinctOf(['b', 'a', 'b', 'c', 'a'])).toEqual(['b', 'a', 'c'])
  })

  it('takes no other width, spaces or lines for other words', () => {
    expect(distinctOf(['Ａ 1', 'a', 'A\n1', 'A  1'])).toEqual(['Ａ 1', 'a'])
  })

  it('leaves out what stands on page after page', () => {
    const texts = PAGES.flatMap((page) => ['On this page', page])
    expect(distinctOf(texts)).toEqual(PAGES)
  })

  it('keeps what is in a few places', () => {
    expect(distinctOf([...PAGES, 'Note well.', 'Note well.', 'Note well.'])).toContain('Note well.')
  })

  it('keeps what stands in four places, and leaves out what stands in five', () => {
    expect(distinctOf([...PAGES, ...Array<string>(4).fill('Note well.')])).toContain('Note well.')
    expect(distinctOf([...PAGES, ...Array<string>(5).fill('Note well.')])).not.toContain('Note well.')
  })

  it('takes half of the texts for enough that stand in one place', () => {
    const repeated = Array.from({ length: 5 }, () => ['a', 'b']).flat()
    expect(distinctOf([...repeated, 'c', 'd'])).toEqual(['c', 'd'])
    expect(distinctOf([...repeated, 'c'])).toEqual(['a', 'b', 'c'])
  })

  it('keeps everything once where each page is there in many versions', () => {
    const versions = Array.from({ length: 8 }, () => PAGES).flat()
    expect(distinctOf(versions)).toEqual(PAGES)
  })
})

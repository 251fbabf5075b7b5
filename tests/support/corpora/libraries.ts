import type { Library } from '../../../src/domain/library.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'

/** A library that knows paragraphs by their rows, and no article. */
export function libraryOf(paragraphs: readonly Paragraph[]): Library {
  return {
    articleCount: 1,
    paragraphCount: paragraphs.length,
    article: () => undefined,
    articleAt: () => {
      throw new RangeError('There are only paragraphs')
    },
    paragraphRows: () => undefined,
    paragraphAt: (row) => {
      const paragraph = paragraphs[row]
      if (paragraph === undefined) throw new RangeError(`no paragraph ${row}`)
      return paragraph
    },
  }
}

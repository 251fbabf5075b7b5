import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeQuotes } from '../../../src/answer/markdown/compose-answer.ts'
import { quoteParagraphs } from '../../../src/answer/quote/quote-paragraphs.ts'
import { paragraphsWorthCiting } from '../../../src/answer/quote/worth-citing.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import type { RankedParagraph } from '../../../src/retrieval/retriever.ts'
import { arbitraryBlocks } from '../../support/corpora/arbitrary-paragraphs.ts'
import { evidenceOf } from '../../support/corpora/evidence.ts'
import { libraryOf } from '../../support/corpora/libraries.ts'
import { type BlockText, paragraphOf } from '../../support/corpora/paragraphs.ts'
import { markersOf } from '../../support/read-markdown.ts'

/** Paragraphs of one article, of which as many are ranked, in order, as there are probabilities. */
function quoted(paragraphs: readonly (readonly BlockText[])[], probabilities: readonly number[], most = 3) {
  const all = paragraphs.map((blocks, i) => paragraphOf(blocks, `tea#${i}`))
  const library = libraryOf(all)
  const ranked = probabilities.map((probability, row) =>
    rankedParagraph(all[row] as Paragraph, row, probability),
  )
  const quotes = quoteParagraphs(paragraphsWorthCiting(ranked, library, most), library, most)
  return quotes.map(({ paragraph, quote, score }) => ({
    paragraph,
    ...quote,
    score,
    words: paragraph.text.slice(quote.start, quote.end),
  }))
}

function rankedParagraph(paragraph: Paragraph, row: number, probability: number): RankedParagraph {
  // The rest of a ranked paragraph is what it was ranked by.
  const known: Pick<RankedParagraph, 'paragraphRow' | 'probability' | 'sentences' | 'focus' | 'holdsAnswer'> =
    {
      paragraphRow: row,
      probability,
      ...evidenceOf(paragraph, { scores: [1] }),
    }
  return known as RankedParagraph
}

function prose(text: string): BlockText[] {
  return [{ kind: 'prose', text }]
}

const wordsOf = (quotes: ReturnType<typeof quoted>) => quotes.map(({ words }) => words)

describe('quoteParagraphs', () => {
  it('quotes the best paragraph alone where it is clear that it answers', () => {
    expect(wordsOf(quoted([prose('茶館開了。'), prose('燈塔開了。')], [0.98, 0.02]))).toEqual(['茶館開了。'])
  })

  it('quotes others as well where it is not clear', () => {
    const quotes = quoted([prose('茶館開了。'), prose('燈塔開了。'), prose('鐵路開了。')], [0.4, 0.35, 0.25])
    expect(wordsOf(quotes)).toEqual(['茶館開了。', '燈塔開了。', '鐵路開了。'])
    expect(quotes.map(({ score }) => score)).toEqual([0.4, 0.35, 0.25])
  })

  it('quotes no more than it may', () => {
    const texts = [prose('一。'), prose('二。'), prose('三。')]
    expect(quoted(texts, [0.4, 0.35, 0.25], 2)).toHaveLength(2)
    expect(quoted(texts, [0.4, 0.35, 0.25], 1)).toHaveLength(1)
    expect(quoted([], [])).toEqual([])
  })

  it('leaves room for others that may answer as well, and takes all of it where none may', () => {
    const long = prose('茶館又開了一天。'.repeat(40))
    const [alone] = quoted([long, prose('燈塔開了。')], [0.98, 0.02])
    const [first, second] = quoted([long, prose('燈塔開了。')], [0.5, 0.5])
    expect(alone?.words).toBe('茶館又開了一天。')
    expect(first?.words).toBe('茶館又開了一天。')
    expect(second?.words).toBe('燈塔開了。')
  })

  it('quotes the best one even where nothing whole fits, and none that is ranked below one that does not fit', () => {
    const long = prose(`${'茶館開了，'.repeat(60)}茶。`)
    expect(wordsOf(quoted([long, prose('燈塔開了。')], [0.5, 0.5]))[0]).toMatch(/茶。$/)
    const [first, ...others] = quoted([prose('燈塔開了。'), long, prose('鐵路開了。')], [0.4, 0.3, 0.3])
    expect(first?.words).toBe('燈塔開了。')
    expect(others).toEqual([])
  })

  it('cites the same words once', () => {
    const same = prose('堤長 2.8 公里。')
    const quotes = quoted([same, prose('堤長  2.8 公里。'), prose('堤在西湖。')], [0.4, 0.3, 0.3])
    expect(wordsOf(quotes)).toEqual(['堤長 2.8 公里。', '堤在西湖。'])
    const versions = quoted([prose('Old. 堤長 2.8 公里。'), prose('Old.')], [0.5, 0.5])
    expect(wordsOf(versions)).toEqual(['Old.'])
  })

  it('follows a colon into the next paragraph, before any other', () => {
    const code: BlockText[] = [{ kind: 'code', text: 'brew()\npour()' }]
    const quotes = quoted([prose('Write:'), code, prose('Or wait.')], [0.5, 0, 0.4].slice(0, 1))
    expect(wordsOf(quotes)).toEqual(['Write:', 'brew()\npour()'])
    expect(wordsOf(quoted([prose('Write:'), code], [0.5, 0.5]))).toEqual(['Write:', 'brew()\npour()'])
    expect(wordsOf(quoted([prose('Write:'), code], [0.5], 1))).toEqual(['Write:'])
    expect(wordsOf(quoted([prose('Write:')], [0.5]))).toEqual(['Write:'])
  })

  it('follows a colon on into the block below where it was followed into a paragraph', () => {
    const below: BlockText[] = [
      { kind: 'prose', text: 'Metadata is for whole messages:' },
      { kind: 'list', text: 'attached to each\nsent once' },
    ]
    expect(wordsOf(quoted([prose('They differ:'), below], [0.5]))).toEqual([
      'They differ:',
      'Metadata is for whole messages:\n\nattached to each\nsent once',
    ])
  })

  it('goes on from a fault to its remedy, once', () => {
    const below = (section: string, text: string, at: number) => ({
      ...paragraphOf(prose(text), `tea#${at}`),
      section,
    })
    const all = [below('Issue', 'It leaks.', 0), below('Solution', 'Change the seals.', 1)]
    const quotes = (probabilities: readonly number[], most: number) => {
      const library = libraryOf(all)
      const ranked = probabilities.map((probability, row) =>
        rankedParagraph(all[row] as Paragraph, row, probability),
      )
      return quoteParagraphs(paragraphsWorthCiting(ranked, library, most), library, most).map(
        ({ paragraph }) => paragraph.text,
      )
    }
    expect(quotes([0.98], 3)).toEqual(['It leaks.', 'Change the seals.'])
    expect(quotes([0.5, 0.5], 3)).toEqual(['It leaks.', 'Change the seals.'])
    expect(quotes([0.98], 1)).toEqual(['It leaks.'])
  })

  it('follows a short piece of code that nothing leads to into the text below it', () => {
    const code: BlockText[] = [{ kind: 'code', text: 'brew(leaves)' }]
    const below = prose('Brews tea.')
    expect(wordsOf(quoted([code, below], [0.5]))).toEqual(['brew(leaves)', 'Brews tea.'])
    expect(wordsOf(quoted([code, code], [0.5]))).toEqual(['brew(leaves)'])
    const led: BlockText[] = [{ kind: 'prose', text: 'Write:' }, ...code]
    expect(quoted([led, below], [0.5])).toHaveLength(1)
  })

  it('lets code take more than prose may', () => {
    const code: BlockText[] = [
      { kind: 'code', text: Array.from({ length: 30 }, (_, i) => `value${i} = compute(${i})`).join('\n') },
    ]
    const [first, second] = quoted([code, prose('燈塔開了。')], [0.5, 0.5])
    expect(first?.words).toBe(code[0]?.text)
    expect(second?.words).toBe('燈塔開了。')
  })

  it('cuts no sentence that fits only with the code below it, whatever stands beside it', () => {
    const led = `The kettle ${'is set up with care and '.repeat(7)}boiled as follows:`
    const other = `A second kettle ${'is watched by somebody and '.repeat(8)}so it boils.`
    const [first, second] = quoted(
      [[...prose(led), { kind: 'code', text: 'boil()' }], prose(other)],
      [0.5, 0.5],
    )
    expect(first?.words).toBe(`${led}\n\nboil()`)
    expect(second?.words).toBe(other)
  })

  it('makes an answer within its limits that cites each paragraph once', () => {
    const paragraphs = fc.array(arbitraryBlocks, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 1, max: 12 }), (all, most) => {
        const quotes = quoted(all, Array(all.length).fill(1 / all.length), most)
        const answer = composeQuotes(quotes)
        const isProse = quotes.every(({ paragraph, start, end }) =>
          paragraph.blocks
            .filter((block) => block.start < end && start < block.end)
            .every(({ kind }) => kind === 'prose' || kind === 'quote'),
        )
        expect(answer.length).toBeLessThanOrEqual(isProse ? 280 : 1500)
        expect(quotes.length).toBeGreaterThan(0)
        expect(quotes.length).toBeLessThanOrEqual(most)
        expect(new Set(quotes.map(({ paragraph }) => paragraph.id)).size).toBe(quotes.length)
        expect(markersOf(answer)).toEqual(quotes.map((_, i) => i + 1))
      }),
      { numRuns: 100 },
    )
  })
})

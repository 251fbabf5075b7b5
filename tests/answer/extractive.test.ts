import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose, extractClaims } from '../../src/answer/extractive.ts'
import type { Library } from '../../src/domain.ts'
import type { RankedParagraph, Retrieval } from '../../src/retrieval/retriever.ts'
import { articleOf } from '../support/articles.ts'

const LONGEST_ANSWER = 280

/** An article of these paragraphs, and a retrieval that ranks all of them in order. */
function rankedInOrder(texts: readonly string[], probabilities: readonly number[]) {
  const article = articleOf('tea', texts)
  const library: Library = {
    articleCount: 1,
    paragraphCount: texts.length,
    article: () => article,
    paragraphRows: () => ({ start: 0, end: texts.length }),
    articleAt: () => article,
    paragraphAt: (row) => {
      const paragraph = article.paragraphs[row]
      if (paragraph === undefined) throw new RangeError(`no paragraph ${row}`)
      return paragraph
    },
  }
  const ranked = article.paragraphs.map((paragraph, row) => {
    const whole = { start: 0, end: paragraph.text.length }
    const sentence = { ...whole, coverage: 1, withContext: 1, holdsAnswer: undefined }
    // The rest of a ranked paragraph is what it was ranked by.
    const known: Pick<RankedParagraph, 'paragraph' | 'probability' | 'sentences' | 'focus'> = {
      paragraph: row,
      probability: probabilities[row] ?? 0,
      sentences: [sentence],
      focus: whole,
    }
    return known as RankedParagraph
  })
  const retrieval: Pick<Retrieval, 'ranked'> = { ranked }
  return { retrieval: retrieval as Retrieval, library }
}

function claimsOf(texts: readonly string[], probabilities: readonly number[], maxCitations = 3) {
  const { retrieval, library } = rankedInOrder(texts, probabilities)
  return extractClaims(retrieval, library, maxCitations)
}

describe('extractClaims', () => {
  it('quotes the best paragraph alone where it is clear that it answers', () => {
    expect(claimsOf(['茶館開了。', '燈塔開了。'], [0.98, 0.02]).map(({ quote }) => quote)).toEqual([
      '茶館開了。',
    ])
  })

  it('quotes others as well where it is not clear', () => {
    const quotes = claimsOf(['茶館開了。', '燈塔開了。', '鐵路開了。'], [0.4, 0.35, 0.25]).map(
      ({ quote }) => quote,
    )
    expect(quotes).toEqual(['茶館開了。', '燈塔開了。', '鐵路開了。'])
  })

  it('leaves room for others that may answer as well, and takes all of it where none may', () => {
    const long = `${'茶館開了，'.repeat(50)}茶。`
    const [alone] = claimsOf([long, '燈塔開了。'], [0.98, 0.02])
    expect(alone?.quote.length).toBeGreaterThan(250)
    const [first, second] = claimsOf([long, '燈塔開了。'], [0.5, 0.5])
    expect(first?.quote.length).toBeLessThanOrEqual(220)
    expect(second?.quote).toBe('燈塔開了。')
  })

  it('quotes no more than it may', () => {
    expect(claimsOf(['一。', '二。', '三。'], [0.4, 0.35, 0.25], 2)).toHaveLength(2)
    expect(claimsOf(['一。', '二。', '三。'], [0.4, 0.35, 0.25], 1)).toHaveLength(1)
  })

  it('passes over a paragraph of which nothing fits', () => {
    const quotes = claimsOf(['茶'.repeat(300), '燈塔開了。'], [0.5, 0.5]).map(({ quote }) => quote)
    expect(quotes).toEqual(['燈塔開了。'])
  })

  it('claims nothing of nothing', () => {
    expect(claimsOf([], [])).toEqual([])
    expect(compose([])).toBe('')
  })

  it('scores each claim by how likely its paragraph answers', () => {
    expect(claimsOf(['一。', '二。'], [0.6, 0.4]).map(({ score }) => score)).toEqual([0.6, 0.4])
  })
})

describe('compose', () => {
  it('puts a marker behind each quote', () => {
    expect(compose(claimsOf(['茶館開了。', '燈塔開了。'], [0.5, 0.5]))).toBe('茶館開了。[1] 燈塔開了。[2]')
  })

  it('sets what looks like a marker in the article in other brackets, and leaves the quote as it is', () => {
    const claims = claimsOf(['茶館開了[2]。', 'rows[0] = [1][a]'], [0.5, 0.5])
    expect(claims.map(({ quote }) => quote)).toEqual(['茶館開了[2]。', 'rows[0] = [1][a]'])
    expect(compose(claims)).toBe('茶館開了［2］。[1] rows［0］ = ［1］[a][2]')
  })

  it('marks each citation once, in order, whatever the article says', () => {
    const piece = fc.constantFrom('茶', '[', ']', '1', '2', '10', '[1]', '[12]', '［3］', ' ', '(', '\n')
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const claims = claimsOf(texts, Array(texts.length).fill(1 / 5), 5)
        const answer = compose(claims)
        const markers = [...answer.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))
        expect(markers).toEqual(claims.map((_, at) => at + 1))
        const marked = claims.map(({ quote }, at) => `${quote}[${at + 1}]`).join(' ')
        expect(answer.normalize('NFKC')).toBe(marked.normalize('NFKC'))
      }),
    )
  })

  it('stays within the length of an answer, markers included', () => {
    const text = fc.integer({ min: 1, max: 280 }).map((length) => '茶'.repeat(length))
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 16 }),
        fc.integer({ min: 1, max: 16 }),
        (texts, maxCitations) => {
          const claims = claimsOf(texts, Array(texts.length).fill(1 / 16), maxCitations)
          expect(compose(claims).length).toBeLessThanOrEqual(LONGEST_ANSWER)
          expect(claims.length).toBeLessThanOrEqual(maxCitations)
        },
      ),
    )
  })

  it('stays within the length of an answer with markers of two digits', () => {
    const texts = [...Array.from({ length: 14 }, () => '茶。'), `${'茶'.repeat(191)}。`]
    const claims = claimsOf(texts, Array(15).fill(1 / 16), 16)
    expect(claims.length).toBeGreaterThan(9)
    expect(compose(claims).length).toBeLessThanOrEqual(LONGEST_ANSWER)
  })
})

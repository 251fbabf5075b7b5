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

describe('compose', () => {
  it('stays within the length of an answer with markers of two digits', () => {
    const texts = [...Array.from({ length: 14 }, () => '茶。'), `${'茶'.repeat(191)}。`]
    const claims = claimsOf(texts, Array(15).fill(1 / 16), 16)
    expect(claims.length).toBeGreaterThan(9)
    expect(compose(claims).length).toBeLessThanOrEqual(LONGEST_ANSWER)
  })
})

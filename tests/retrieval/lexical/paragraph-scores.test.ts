import { describe, expect, it } from 'vitest'
import { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { TermRows } from '../../../src/index/lexical/postings/term-rows.ts'
import type { QueryTerm } from '../../../src/retrieval/lexical/bm25.ts'
import { LexicalSearch } from '../../../src/retrieval/lexical/lexical-search.ts'
import { ParagraphScores } from '../../../src/retrieval/lexical/paragraph-scores.ts'

const QUESTIONS_EACH = 5
const PARAGRAPHS = 400
const COUNT = PARAGRAPHS * QUESTIONS_EACH
const PASSAGES = {
  count: COUNT,
  paragraphs: Uint32Array.from({ length: COUNT }, (_, row) => Math.floor(row / QUESTIONS_EACH)),
}

const OFTEN = 0
const SELDOM = 1

/** The rare term stands in the first three questions of every fourth paragraph, the common one in the others of each. */
function postings(): Postings {
  const occurrences = new TermRows()
  for (let row = 0; row < COUNT; row++) {
    const place = row % QUESTIONS_EACH
    if (place > 2) occurrences.add(OFTEN, place - 2)
    else if (Math.floor(row / QUESTIONS_EACH) % 4 === 0) occurrences.add(SELDOM, 1 + place)
    occurrences.endRow()
  }
  return Postings.of(2, occurrences, new Uint16Array(COUNT).fill(3))
}

/** What stands often is asked for by much more than what stands seldom. */
const QUERY = [OFTEN, SELDOM].map(
  (term): QueryTerm => ({
    key: String(term),
    kind: 'word',
    isName: false,
    isOwn: true,
    weight: term === OFTEN ? 5 : 1,
    expansions: [{ term, similarity: 1 }],
  }),
)

describe('ParagraphScores', () => {
  // With the limit the search reads the lists of the rare term alone, which does not stand in the best rows.
  it.each([undefined, 400])('knows the best passages of a paragraph (reading %s entries)', (mostRead) => {
    const search = new LexicalSearch(QUERY, postings(), mostRead === undefined ? {} : { mostRead })
    expect(search.all().isWhole).toBe(mostRead === undefined)
    const all = search.scoresOf(Array.from({ length: COUNT }, (_, row) => row))
    const scores = new ParagraphScores(search, PASSAGES, PARAGRAPHS)
    const paragraphs = [0, 1, 8, 60, 399]
    scores.complete(paragraphs)
    for (const paragraph of paragraphs) {
      const rows = Array.from({ length: QUESTIONS_EACH }, (_, at) => paragraph * QUESTIONS_EACH + at)
      const found = rows.filter((row) => (all[row] ?? 0) > 0)
      const best = found.sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a - b).slice(0, 3)
      const matches = scores.matches(paragraph, 3)
      expect(matches.map(({ passage }) => passage)).toEqual(best)
      for (const { passage, score } of matches)
        expect(score).toBeCloseTo((all[passage] ?? 0) / search.ideal, 8)
      expect(scores.shares[paragraph]).toBe(matches[0]?.score)
    }
  })

  it.each([undefined, 400])('scores no paragraph that is not accepted (reading %s entries)', (mostRead) => {
    const search = new LexicalSearch(QUERY, postings(), mostRead === undefined ? {} : { mostRead })
    const scores = new ParagraphScores(search, PASSAGES, PARAGRAPHS, (row) => row % 8 === 0)
    const found = [...scores.shares.keys()].filter((row) => scores.shares[row] !== 0)
    expect(found).toEqual(Array.from({ length: PARAGRAPHS / 8 }, (_, at) => at * 8))
    expect(scores.matches(4, 3)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { TermRows } from '../../../src/index/lexical/postings/term-rows.ts'
import type { QueryTerm } from '../../../src/retrieval/lexical/bm25.ts'
import { LexicalSearch } from '../../../src/retrieval/lexical/lexical-search.ts'
import { QuestionScores } from '../../../src/retrieval/lexical/paragraph-scores.ts'

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

describe('QuestionScores', () => {
  // More rows than the search tells at once; with the second limit it tells those with the rare term, which are not the best.
  it.each([undefined, 400])('knows the best questions of a paragraph (reading %s entries)', (mostRead) => {
    const search = new LexicalSearch(QUERY, postings(), mostRead === undefined ? {} : { mostRead })
    expect(search.best().isWhole).toBe(false)
    const all = search.scoresOf(Array.from({ length: COUNT }, (_, row) => row))
    const scores = new QuestionScores(search, PASSAGES)
    const paragraphs = [0, 1, 8, 60, 399]
    scores.complete(paragraphs)
    for (const paragraph of paragraphs) {
      const rows = Array.from({ length: QUESTIONS_EACH }, (_, at) => paragraph * QUESTIONS_EACH + at)
      const found = rows.filter((row) => (all[row] ?? 0) > 0)
      const best = found.sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a - b).slice(0, 3)
      expect(scores.of(paragraph).map(({ passage }) => passage)).toEqual(best)
      for (const { passage, score } of scores.of(paragraph))
        expect(score).toBeCloseTo((all[passage] ?? 0) / search.ideal, 8)
    }
  })
})

import type { Lexicon } from '../index/lexicon.ts'
import { type TermKind, termsOf } from '../text/terms.ts'
import type { QueryTerm } from './bm25.ts'
import { expandTerm } from './expand-term.ts'

/** How much a kind of term counts when a question meets a passage. Measured in docs/quality.md. */
const KIND_WEIGHTS: Readonly<Record<TermKind, number>> = {
  latin: 2,
  number: 1.5,
  word: 1,
  bigram: 0.5,
  character: 0.3,
  // Looked up as expansions of the words that they stand for.
  numeronym: 0,
}

/** The terms of a question, each with what stands for it in the corpus. */
export function analyseQuestion(question: string, lexicon: Lexicon): QueryTerm[] {
  return [...termsOf(question, lexicon.dictionary)]
    .filter(([, { kind }]) => KIND_WEIGHTS[kind] > 0)
    .map(([key, term]) => ({
      key,
      kind: term.kind,
      weight: KIND_WEIGHTS[term.kind],
      expansions: expandTerm(key, term, lexicon),
    }))
}

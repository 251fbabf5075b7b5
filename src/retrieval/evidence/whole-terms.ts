import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { Term, TermKind } from '../../text/terms.ts'
import { inverseDocumentFrequency } from '../lexical/bm25.ts'

/** Kinds of terms that are words, names or numbers; bigrams and single characters are pieces of them. */
export const WHOLE_KINDS: ReadonlySet<TermKind> = new Set(['latin', 'word', 'number'])

/** The whole terms of a text, and what each is worth; which does not depend on the question. */
export interface WholeTerms {
  /** Those that stand in the corpus, by number. */
  readonly numbers: Uint32Array
  /** What each of them is worth. */
  readonly worths: Float64Array
  /** What they and those that do not stand in the corpus are worth together. */
  readonly total: number
}

/** By what a reader remembers of a text, so that both are forgotten together. */
const knownWholeTerms = new WeakMap<LexicalIndex, WeakMap<ReadonlyMap<string, Term>, WholeTerms>>()

/** @param terms of the text; while they are remembered, so is what comes of them */
export function wholeTermsOf(terms: ReadonlyMap<string, Term>, lexicalIndex: LexicalIndex): WholeTerms {
  let ofIndex = knownWholeTerms.get(lexicalIndex)
  if (ofIndex === undefined) {
    ofIndex = new WeakMap()
    knownWholeTerms.set(lexicalIndex, ofIndex)
  }
  const known = ofIndex.get(terms)
  if (known !== undefined) return known
  const wholeTerms = findWholeTerms(terms, lexicalIndex)
  ofIndex.set(terms, wholeTerms)
  return wholeTerms
}

function findWholeTerms(
  terms: ReadonlyMap<string, Term>,
  { termDictionary, texts }: LexicalIndex,
): WholeTerms {
  const numbers: number[] = []
  const worths: number[] = []
  let total = 0
  for (const [key, { kind }] of terms) {
    if (!WHOLE_KINDS.has(kind)) continue
    const number = termDictionary.find(key)
    const frequency = number === undefined ? 0 : texts.documentFrequency(number)
    const worth = inverseDocumentFrequency(frequency, texts.documentCount)
    total += worth
    if (number === undefined) continue
    numbers.push(number)
    worths.push(worth)
  }
  return { numbers: Uint32Array.from(numbers), worths: Float64Array.from(worths), total }
}

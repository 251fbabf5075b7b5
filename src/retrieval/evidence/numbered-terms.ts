import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { Term } from '../../text/terms.ts'

/** The terms of a text: those that stand in the corpus by number, and the keys of the others. */
export interface NumberedTerms {
  readonly numbers: Uint32Array
  readonly others: readonly string[]
}

/** By what a reader remembers of a text, so that both are forgotten together. */
const known = new WeakMap<LexicalIndex, WeakMap<ReadonlyMap<string, Term>, NumberedTerms>>()

/** @param terms of the text; while they are remembered, so are their numbers */
export function numberedTermsOf(terms: ReadonlyMap<string, Term>, lexicalIndex: LexicalIndex): NumberedTerms {
  let ofIndex = known.get(lexicalIndex)
  if (ofIndex === undefined) {
    ofIndex = new WeakMap()
    known.set(lexicalIndex, ofIndex)
  }
  let numbered = ofIndex.get(terms)
  if (numbered === undefined) {
    numbered = numberTerms(terms, lexicalIndex)
    ofIndex.set(terms, numbered)
  }
  return numbered
}

function numberTerms(terms: ReadonlyMap<string, Term>, { termDictionary }: LexicalIndex): NumberedTerms {
  const numbers: number[] = []
  const others: string[] = []
  for (const key of terms.keys()) {
    const number = termDictionary.find(key)
    if (number === undefined) others.push(key)
    else numbers.push(number)
  }
  return { numbers: Uint32Array.from(numbers), others }
}

import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { analyseQuestion } from '../../retrieval/lexical/analyse-question.ts'
import type { QueryTerm } from '../../retrieval/lexical/bm25.ts'

/** A word of the corpus says the same as one of a text from this similarity on. */
const SAME = 0.7

export interface SpokenOf {
  /** How many words and names a text has; of a very long one the most telling are counted. */
  readonly words: number
  /** How much of what they say stands in the corpus, in these words or in others, 0–1. */
  readonly share: number
  /** Whether a name of the text does, which is no ordinary word. */
  readonly isNamed: boolean
  /** Whether one paragraph, or the headings above it, has all of several words as they are. */
  readonly isSaidTogether: boolean
}

/** How far the corpus speaks of what a text is about. */
export function spokenOf(text: string, lexicalIndex: LexicalIndex): SpokenOf {
  const terms = analyseQuestion([{ text, weight: 1, withoutNames: false }], lexicalIndex)
  const whole = terms.filter(({ kind }) => kind === 'latin' || kind === 'word' || kind === 'number')
  const held = whole.filter(({ expansions }) => (expansions[0]?.similarity ?? 0) >= SAME)
  const weigh = (some: typeof whole) => some.reduce((sum, { weight }) => sum + weight, 0)
  return {
    words: whole.length,
    share: held.length > 0 ? weigh(held) / weigh(whole) : 0,
    isNamed: held.some(
      ({ key, isName, expansions }) =>
        isName && expansions[0]?.similarity === 1 && !lexicalIndex.dictionary.explains(key),
    ),
    isSaidTogether: whole.length > 1 && areSaidTogether(whole, lexicalIndex),
  }
}

function areSaidTogether(terms: readonly QueryTerm[], { texts, headings }: LexicalIndex): boolean {
  const own: number[] = []
  for (const { expansions } of terms) {
    const [first] = expansions
    if (first?.similarity !== 1) return false
    own.push(first.term)
  }
  const rarest = own.reduce((least, term) =>
    texts.documentFrequency(term) < texts.documentFrequency(least) ? term : least,
  )
  return [texts, headings].some((collection) => {
    for (const reader = collection.reader(rarest); !reader.ended; reader.next()) {
      const { row } = reader
      if (own.every((term) => texts.has(term, row) || headings.has(term, row))) return true
    }
    return false
  })
}

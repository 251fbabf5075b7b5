import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { analyseQuestion } from '../../retrieval/lexical/analyse-question.ts'

/** A word of the corpus says the same as one of a text from this similarity on. */
const SAME = 0.7

export interface SpokenOf {
  /** How many words and names a text has; of a very long one the most telling are counted. */
  readonly words: number
  /** How much of what they say stands in the corpus, in these words or in others, 0–1. */
  readonly share: number
  /** Whether a name of the text does, which is no ordinary word. */
  readonly isNamed: boolean
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
  }
}

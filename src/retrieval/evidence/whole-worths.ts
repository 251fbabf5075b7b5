import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { kindOf } from '../../text/terms.ts'
import { inverseDocumentFrequency } from '../lexical/bm25.ts'
import { WHOLE_KINDS } from './whole-terms.ts'

/** What each term of the corpus is worth by itself: its rarity, and nothing for a piece of a word. Remembered across questions. */
export class WholeWorths {
  /** NaN where it has not been asked for. */
  private readonly known: Float64Array
  private readonly lexicalIndex: LexicalIndex

  constructor(lexicalIndex: LexicalIndex) {
    this.lexicalIndex = lexicalIndex
    this.known = new Float64Array(lexicalIndex.termDictionary.size).fill(Number.NaN)
  }

  of(term: number): number {
    const known = this.known[term] as number
    return Number.isNaN(known) ? this.find(term) : known
  }

  private find(term: number): number {
    const { texts, termDictionary } = this.lexicalIndex
    const worth = WHOLE_KINDS.has(kindOf(termDictionary.key(term)))
      ? inverseDocumentFrequency(texts.documentFrequency(term), texts.documentCount)
      : 0
    this.known[term] = worth
    return worth
  }
}

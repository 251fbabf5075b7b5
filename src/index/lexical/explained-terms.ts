import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { startsOf } from '../../text/number-lists.ts'
import type { WrittenTerm } from './latin-words.ts'

/** A term of the term dictionary and how much of its meaning a stem makes up, 0–1. */
export interface Explained {
  readonly term: number
  readonly weight: number
}

/** The Chinese words of a term dictionary by the English stems that explain them. */
export class ExplainedTerms {
  private readonly rowOfStem = new Map<string, number>()
  /** Where the terms of each stem begin, and behind the last where they end. */
  private readonly starts: Uint32Array
  private readonly terms: Uint32Array
  private readonly weights: Float32Array

  constructor(words: readonly WrittenTerm[], dictionary: BilingualDictionary) {
    const { rowOfStem } = this
    const counts: number[] = []
    for (const { key } of words) {
      for (const [stem] of dictionary.glosses(key)) {
        const row = rowOfStem.get(stem) ?? rowOfStem.size
        rowOfStem.set(stem, row)
        counts[row] = (counts[row] ?? 0) + 1
      }
    }
    this.starts = startsOf(counts)
    const next = this.starts.slice()
    this.terms = new Uint32Array(this.starts[counts.length] ?? 0)
    this.weights = new Float32Array(this.terms.length)
    for (const { term, key } of words) {
      for (const [stem, weight] of dictionary.glosses(key)) {
        const row = rowOfStem.get(stem) ?? 0
        const at = next[row] ?? 0
        this.terms[at] = term
        this.weights[at] = weight
        next[row] = at + 1
      }
    }
  }

  by(stem: string): Explained[] {
    const row = this.rowOfStem.get(stem)
    if (row === undefined) return []
    const explained: Explained[] = []
    for (let at = this.starts[row] ?? 0; at < (this.starts[row + 1] ?? 0); at++)
      explained.push({ term: this.terms[at] ?? 0, weight: this.weights[at] ?? 0 })
    return explained
  }
}

import { itemAt } from '../../item-at.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { startsOf } from '../../text/dictionary/number-lists.ts'
import type { WrittenTerm } from './latin-words.ts'

/** A term of the term dictionary and how much of its meaning a stem makes up, 0–1. */
export interface Explained {
  readonly term: number
  readonly weight: number
}

/** The Chinese words of a term dictionary by the English stems that explain them. */
export class ExplainedTerms {
  private readonly dictionary: BilingualDictionary
  /** Where the terms of each stem begin, by its row in the dictionary, and behind the last where they end. */
  private readonly starts: Uint32Array
  private readonly terms: Uint32Array
  private readonly weights: Float32Array

  constructor(words: readonly WrittenTerm[], dictionary: BilingualDictionary) {
    this.dictionary = dictionary
    const counts = new Uint32Array(dictionary.stemCount)
    for (const { key } of words) {
      dictionary.eachGloss(key, (stem) => {
        counts[stem] = (counts[stem] as number) + 1
      })
    }
    this.starts = startsOf(counts)
    const next = this.starts.slice()
    this.terms = new Uint32Array(itemAt(this.starts, counts.length))
    this.weights = new Float32Array(this.terms.length)
    for (const { term, key } of words) {
      dictionary.eachGloss(key, (stem, weight) => {
        const at = next[stem] as number
        this.terms[at] = term
        this.weights[at] = weight
        next[stem] = at + 1
      })
    }
  }

  by(stem: string): Explained[] {
    const row = this.dictionary.stemRow(stem)
    if (row === undefined) return []
    const explained: Explained[] = []
    for (let at = this.starts[row] as number; at < (this.starts[row + 1] as number); at++)
      explained.push({ term: this.terms[at] as number, weight: this.weights[at] as number })
    return explained
  }
}

import { LRUCache } from 'lru-cache'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { TermReader } from '../../text/term-cache.ts'

/** What a word's explanation is worth beside the word itself, at best. */
const TRANSLATION = 0.9
/** A stem that explains a word less than this is a detail of its meaning. */
const LEAST_GLOSS = 0.2
/** What finds a paragraph need not mean the same as what is asked; what bears out a claim has to. */
const LEAST_ALTERNATIVE = 0.55

/** The words that a text says or may say in other words, and how nearly, 0–1. */
export type Meanings = ReadonlyMap<string, number>

/** A word that may stand for another, and how nearly, 0–1. */
type Relative = readonly [key: string, similarity: number]

/** So many texts and words are remembered: the same sentences and words come again and again. */
const REMEMBERED_TEXTS = 500
const REMEMBERED_WORDS = 5000

/** Reads texts as what their words may mean, in both languages. */
export class MeaningReader {
  readonly dictionary: BilingualDictionary
  private readonly terms: TermReader
  private readonly texts = new LRUCache<string, Meanings>({ max: REMEMBERED_TEXTS })
  private readonly words = new LRUCache<string, readonly Relative[]>({ max: REMEMBERED_WORDS })

  constructor(dictionary: BilingualDictionary) {
    this.dictionary = dictionary
    this.terms = new TermReader(dictionary)
  }

  /** All that a text says, whichever way its Chinese is cut into words. */
  meaningsOf(text: string): Meanings {
    const known = this.texts.get(text)
    if (known !== undefined) return known
    const meanings = new Map<string, number>()
    for (const key of this.terms.read(text).keys()) {
      raise(meanings, key, 1)
      for (const [other, similarity] of this.relativesOf(key)) raise(meanings, other, similarity)
    }
    this.texts.set(text, meanings)
    return meanings
  }

  /** How nearly a text says a word, 0–1. What is alike on both sides may be alike in different ways, and counts less. */
  similarity(key: string, meanings: Meanings): number {
    let best = meanings.get(key) ?? 0
    for (const [other, similarity] of this.relativesOf(key))
      best = Math.max(best, similarity * (meanings.get(other) ?? 0))
    return best
  }

  /** What a word translates to in either direction, and what is known to say the same. */
  relativesOf(key: string): readonly Relative[] {
    const known = this.words.get(key)
    if (known !== undefined) return known
    const { thesaurus } = this.dictionary
    const relatives: Relative[] = []
    for (const [stem, weight] of this.dictionary.glosses(key))
      if (weight >= LEAST_GLOSS) relatives.push([stem, TRANSLATION * Math.sqrt(weight)])
    for (const { word, similarity } of thesaurus.alternatives(key))
      if (similarity >= LEAST_ALTERNATIVE) relatives.push([thesaurus.keyAt(word) ?? '', similarity])
    this.words.set(key, relatives)
    return relatives
  }
}

function raise(meanings: Map<string, number>, key: string, similarity: number): void {
  if (similarity > (meanings.get(key) ?? 0)) meanings.set(key, similarity)
}

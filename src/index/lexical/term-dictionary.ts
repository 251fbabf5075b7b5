import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { BIGRAM, kindOf, type TermKind } from '../../text/terms.ts'
import type { Sections } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { type Explained, ExplainedTerms } from './explained-terms.ts'
import { LatinWords, type WrittenTerm } from './latin-words.ts'

/** The terms that stand in the corpus, by ascending key; a term's number is its place. */
export class TermDictionary {
  readonly size: number
  private readonly keys: StringTable
  private words: WordLists | undefined
  private explainedTerms: ExplainedTerms | undefined

  /** @param keys ascending by UTF-16 code unit, each once */
  constructor(keys: StringTable) {
    this.keys = keys
    this.size = keys.length
  }

  static fromSections(sections: Sections): TermDictionary {
    return new TermDictionary(StringTable.fromSections(sections))
  }

  toSections(): Sections {
    return this.keys.toSections()
  }

  key(term: number): string {
    return this.keys.at(term)
  }

  /** The term with this key, if it stands in the corpus. */
  find(key: string): number | undefined {
    const place = this.placeOf(key)
    return place < this.size && this.keys.at(place) === key ? place : undefined
  }

  /**
   * A term dictionary of some of these terms and of new ones.
   *
   * @param kept 1 for each term that stays
   * @param added keys that are not in this one, ascending
   */
  edited(kept: Uint8Array, added: readonly string[]): TermDictionary {
    return new TermDictionary(
      this.keys.edited(
        kept,
        added.map((text) => ({ before: this.placeOf(text), text })),
      ),
    )
  }

  /** The first term whose key does not come before this one. */
  placeOf(key: string): number {
    return this.keys.placeOf(key)
  }

  /**
   * The terms that an English stem explains: Chinese words through the dictionary, and the stem itself. Collected on
   * the first call, not on opening.
   */
  explained(stem: string, dictionary: BilingualDictionary): readonly Explained[] {
    this.explainedTerms ??= new ExplainedTerms(this.wordsOf('word'), dictionary)
    const explained = this.explainedTerms.by(stem)
    const itself = this.find(stem)
    return itself === undefined || kindOf(stem) !== 'latin'
      ? explained
      : [{ term: itself, weight: 1 }, ...explained]
  }

  /** The terms in Latin letters of a length that a word within so many edits may stand for, and some others. */
  latinLike(key: string, length: number, mostEdits: number): Iterable<WrittenTerm> {
    this.words ??= this.collectWords()
    const found: WrittenTerm[] = []
    for (const term of this.words.latin.like(key, length, mostEdits))
      found.push({ term, key: this.key(term) })
    return found
  }

  /** Whether there are more Chinese words in it than words in Latin letters. */
  isMostlyHan(): boolean {
    this.words ??= this.collectWords()
    return this.words.isMostlyHan
  }

  private collectWords(): WordLists {
    const words = this.wordsOf('word')
    const latin = this.wordsOf('latin')
    return { latin: new LatinWords(latin), isMostlyHan: words.length > latin.length }
  }

  private wordsOf(kind: TermKind): WrittenTerm[] {
    const found: WrittenTerm[] = []
    for (const word of this.unpaired()) if (kindOf(word.key) === kind) found.push(word)
    return found
  }

  /** All but the bigrams, which are by far the most and are passed over unread: they stand together. */
  private *unpaired(): Generator<WrittenTerm> {
    yield* this.between(0, this.placeOf(BIGRAM))
    yield* this.between(this.placeOf(BEHIND_BIGRAMS), this.size)
  }

  private *between(start: number, end: number): Generator<WrittenTerm> {
    let term = start
    for (const key of this.keys.slice(start, end)) yield { term: term++, key }
  }
}

/** Collected on the first call, not on opening. */
interface WordLists {
  readonly latin: LatinWords
  readonly isMostlyHan: boolean
}

/** First in no key but a bigram's, and what comes after all that begin with it. */
const BEHIND_BIGRAMS = String.fromCharCode(BIGRAM.charCodeAt(0) + 1)

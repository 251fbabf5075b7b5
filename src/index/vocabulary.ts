import type { Dictionary } from '../text/dictionary.ts'
import { kindOf } from '../text/terms.ts'
import type { Sections } from './container.ts'
import { StringTable } from './string-table.ts'

/** A term of the vocabulary and how much of its meaning a stem makes up, 0–1. */
export interface Explained {
  readonly term: number
  readonly weight: number
}

/** The terms that stand in the corpus, by ascending key; a term's number is its place. */
export class Vocabulary {
  readonly size: number
  private readonly keys: StringTable
  private explainedBy: Map<string, Explained[]> | undefined
  private mostlyHan: boolean | undefined
  private latin: Map<number, { term: number; key: string }[]> | undefined

  /** @param keys ascending by UTF-16 code unit, each once */
  constructor(keys: StringTable) {
    this.keys = keys
    this.size = keys.length
  }

  static fromSections(sections: Sections): Vocabulary {
    return new Vocabulary(StringTable.fromSections(sections))
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
   * A vocabulary of some of these terms and of new ones.
   *
   * @param kept 1 for each term that stays
   * @param added keys that are not in this one, ascending
   */
  edited(kept: Uint8Array, added: readonly string[]): Vocabulary {
    return new Vocabulary(
      this.keys.edited(
        kept,
        added.map((text) => ({ before: this.placeOf(text), text })),
      ),
    )
  }

  /** The first term whose key does not come before this one. */
  placeOf(key: string): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.keys.at(middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * The terms that an English stem explains: Chinese words through the dictionary, and the stem itself. Collected on
   * the first call, not on opening.
   */
  explained(stem: string, dictionary: Dictionary): readonly Explained[] {
    this.explainedBy ??= this.collectExplained(dictionary)
    return this.explainedBy.get(stem) ?? []
  }

  /** The terms in Latin letters of a length, for finding what was misspelt. */
  latinOfLength(length: number): readonly { term: number; key: string }[] {
    this.latin ??= this.collectLatin()
    return this.latin.get(length) ?? []
  }

  /** Whether there are more Chinese words in it than words in Latin letters. */
  isMostlyHan(): boolean {
    this.mostlyHan ??= this.countWords() > 0
    return this.mostlyHan
  }

  /** Chinese words less Latin ones. */
  private countWords(): number {
    let balance = 0
    for (let term = 0; term < this.size; term++) {
      const kind = kindOf(this.keys.at(term))
      if (kind === 'word') balance++
      if (kind === 'latin') balance--
    }
    return balance
  }

  private collectExplained(dictionary: Dictionary): Map<string, Explained[]> {
    const explained = new Map<string, Explained[]>()
    const add = (stem: string, term: number, weight: number) => {
      const there = explained.get(stem)
      if (there === undefined) explained.set(stem, [{ term, weight }])
      else there.push({ term, weight })
    }
    for (let term = 0; term < this.size; term++) {
      const key = this.keys.at(term)
      const kind = kindOf(key)
      if (kind === 'latin') add(key, term, 1)
      if (kind === 'word') for (const [stem, weight] of dictionary.glosses(key)) add(stem, term, weight)
    }
    return explained
  }

  private collectLatin(): Map<number, { term: number; key: string }[]> {
    const byLength = new Map<number, { term: number; key: string }[]>()
    for (let term = 0; term < this.size; term++) {
      const key = this.keys.at(term)
      if (kindOf(key) !== 'latin') continue
      const there = byLength.get(key.length)
      if (there === undefined) byLength.set(key.length, [{ term, key }])
      else there.push({ term, key })
    }
    return byLength
  }
}

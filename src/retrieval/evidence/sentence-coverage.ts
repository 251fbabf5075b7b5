import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { TermReader } from '../../text/term-cache.ts'
import type { TermKind } from '../../text/terms.ts'
import { inverseDocumentFrequency, type QueryTerm } from '../lexical/bm25.ts'
import type { Expansion } from '../lexical/expand-term.ts'
import { Meanings } from './meanings.ts'
import { numberedTermsOf } from './numbered-terms.ts'
import { WHOLE_KINDS, type WholeTerms, wholeTermsOf } from './whole-terms.ts'
import type { WholeWorths } from './whole-worths.ts'

/** A term of the question, ready to be met by any text: what stands for it, and what it is worth. */
export interface WeighedTerm {
  readonly key: string
  readonly expansions: readonly Expansion[]
  /** Weight of its kind × rarity in the corpus. */
  readonly worth: number
  readonly kind: TermKind
  /** Whether it is a word, a name or a number rather than a piece of one. */
  readonly isWhole: boolean
  readonly isName: boolean
  readonly isOwn: boolean
}

/** Numbers that are made room for at once. */
const ROOM = 2 ** 13

/** Measures how much of a question a short text says. */
export class Coverage {
  /** Worth of the whole question. */
  readonly total: number
  readonly terms: readonly WeighedTerm[]
  /** Whatever stands for terms of the question. */
  private readonly meanings: Meanings
  private readonly lexicalIndex: LexicalIndex
  private readonly reader: TermReader
  /** Of which {@link nothing} gives away piece by piece, and how much of it is given away. */
  private room = new Float64Array(ROOM)
  private taken = 0

  constructor(query: readonly QueryTerm[], lexicalIndex: LexicalIndex, reader: TermReader) {
    this.lexicalIndex = lexicalIndex
    this.reader = reader
    this.terms = query.map(({ key, kind, isName, isOwn, weight, expansions }) => ({
      key,
      expansions,
      worth: weight * rarityOf(expansions, lexicalIndex),
      kind,
      isWhole: WHOLE_KINDS.has(kind),
      isName,
      isOwn,
    }))
    this.meanings = new Meanings(this.terms)
    this.total = this.terms.reduce((total, { worth }) => total + worth, 0)
  }

  /**
   * How much of what a text asks the question says as well, 0–1: the worth of the text's whole terms that stand for one
   * of the question's, among all of them.
   */
  sharedBy(text: string): number {
    return this.sharedByTerms(wholeTermsOf(this.reader.read(text), this.lexicalIndex))
  }

  /** {@link sharedBy} of a text whose terms are known. */
  sharedByTerms({ numbers, worths, total }: WholeTerms): number {
    let shared = 0
    for (let at = 0; at < numbers.length; at++)
      shared += (worths[at] as number) * this.meanings.similarityOf(numbers[at] as number)
    return total === 0 ? 0 : shared / total
  }

  /**
   * For each term of the question, how much of its worth a sentence says.
   *
   * @param numbers of terms; those of the sentence stand from `start` to before `end`
   */
  ofTerms(numbers: Uint32Array, start = 0, end = numbers.length): Float64Array {
    const said = this.nothing()
    this.meanings.addTo(said, numbers, start, end)
    return said
  }

  /** {@link sharedBy} of a sentence whose terms are given by number, as for {@link ofTerms}. */
  sharedBySentence(numbers: Uint32Array, start: number, end: number, worths: WholeWorths): number {
    let shared = 0
    let total = 0
    for (let at = start; at < end; at++) {
      const number = numbers[at] as number
      const worth = worths.of(number)
      if (worth === 0) continue
      total += worth
      shared += worth * this.meanings.similarityOf(number)
    }
    return total === 0 ? 0 : shared / total
  }

  /**
   * What rows of the lexical index say: a piece of a paragraph with all that was written ahead about it.
   *
   * @param rows each once
   * @returns by the row
   */
  ofRows(rows: readonly number[]): Map<number, Float64Array> {
    const ascending = [...rows].sort((a, b) => a - b)
    const said = ascending.map(() => this.nothing())
    const { texts } = this.lexicalIndex
    for (let at = 0; at < this.terms.length; at++) {
      const { expansions, worth } = this.terms[at] as WeighedTerm
      for (const { term, similarity } of expansions) {
        const reader = texts.reader(term)
        for (let next = 0; next < ascending.length && !reader.ended; next++) {
          const row = ascending[next] as number
          reader.skipTo(row)
          if (reader.row !== row) continue
          const ofRow = said[next] as Float64Array
          ofRow[at] = Math.max(ofRow[at] as number, similarity * worth)
        }
      }
    }
    return new Map(ascending.map((row, at) => [row, said[at] as Float64Array]))
  }

  /** The most telling word of the question that is left unsaid, as a share of what its words are worth together. */
  largestGap(said: Float64Array): number {
    let gap = 0
    let total = 0
    for (let at = 0; at < this.terms.length; at++) {
      const { worth, isWhole } = this.terms[at] as WeighedTerm
      if (!isWhole) continue
      total += worth
      gap = Math.max(gap, worth - (said[at] as number))
    }
    return total === 0 ? 1 : gap / total
  }

  /** For each term of the question, how much of its worth the text says. */
  of(text: string): Float64Array {
    const { numbers, others } = numberedTermsOf(this.reader.read(text), this.lexicalIndex)
    const said = this.ofTerms(numbers)
    for (const other of others) {
      const term = this.terms.findIndex(({ key }) => key === other)
      if (term >= 0) said[term] = (this.terms[term] as WeighedTerm).worth
    }
    return said
  }

  /** What says nothing, to be added to. A question needs hundreds: memory is asked for once for many of them. */
  nothing(): Float64Array {
    const size = this.terms.length
    if (size > this.room.length - this.taken) {
      this.room = new Float64Array(Math.max(size, ROOM))
      this.taken = 0
    }
    this.taken += size
    return this.room.subarray(this.taken - size, this.taken)
  }
}

/** How rare what stands for a term is, by the expansions: as long as those are remembered. */
const rarities = new WeakMap<LexicalIndex, WeakMap<readonly Expansion[], number>>()

function rarityOf(expansions: readonly Expansion[], lexicalIndex: LexicalIndex): number {
  const known = rarities.get(lexicalIndex) ?? new WeakMap<readonly Expansion[], number>()
  rarities.set(lexicalIndex, known)
  const rarity = known.get(expansions) ?? findRarity(expansions, lexicalIndex)
  known.set(expansions, rarity)
  return rarity
}

function findRarity(expansions: readonly Expansion[], { texts, headings }: LexicalIndex): number {
  let frequency = 0
  for (const { term, similarity } of expansions)
    frequency = Math.max(frequency, similarity * texts.documentFrequency(term))
  if (frequency === 0)
    for (const { term } of expansions) frequency = Math.max(frequency, headings.documentFrequency(term))
  return inverseDocumentFrequency(frequency, texts.documentCount)
}

/** The greater of two coverages, term by term: what the texts say together. */
export function union(a: Float64Array, b: Float64Array): Float64Array {
  const all = a.slice()
  addTo(all, b)
  return all
}

/** Makes `all` the greater of the two, term by term. */
export function addTo(all: Float64Array, said: Float64Array): void {
  for (let at = 0; at < all.length; at++)
    if ((said[at] as number) > (all[at] as number)) all[at] = said[at] as number
}

/** The sum of {@link union} of two or three coverages, without making it. */
export function sumOfUnion(a: Float64Array, b: Float64Array, c: Float64Array = b): number {
  let total = 0
  for (let at = 0; at < a.length; at++) total += Math.max(a[at] as number, b[at] as number, c[at] as number)
  return total
}

export function sum(values: Float64Array): number {
  let total = 0
  for (let at = 0; at < values.length; at++) total += values[at] as number
  return total
}

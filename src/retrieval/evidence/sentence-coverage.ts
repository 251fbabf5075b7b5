import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { TermReader } from '../../text/term-cache.ts'
import type { TermKind } from '../../text/terms.ts'
import { inverseDocumentFrequency, type QueryTerm } from '../lexical/bm25.ts'
import type { Expansion } from '../lexical/expand-term.ts'
import { WHOLE_KINDS, type WholeTerms, wholeTermsOf } from './whole-terms.ts'

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

/** What a key says of one of the question's terms. */
interface Meant {
  /** Place among the question's terms. */
  readonly term: number
  readonly similarity: number
}

/** Measures how much of a question a short text says. */
export class Coverage {
  /** Worth of the whole question. */
  readonly total: number
  readonly terms: readonly WeighedTerm[]
  /** Whatever stands for terms of the question, by its key. */
  private readonly meant: ReadonlyMap<string, readonly Meant[]>
  /** The same by number, of what stands in the corpus. */
  private readonly meantByNumber: MeantByNumber
  private readonly lexicalIndex: LexicalIndex
  private readonly reader: TermReader

  constructor(query: readonly QueryTerm[], lexicalIndex: LexicalIndex, reader: TermReader) {
    this.lexicalIndex = lexicalIndex
    this.reader = reader
    this.terms = query.map(({ key, kind, isName, isOwn, weight, expansions }) => {
      let frequency = 0
      for (const { term, similarity } of expansions)
        frequency = Math.max(frequency, similarity * lexicalIndex.texts.documentFrequency(term))
      if (frequency === 0)
        for (const { term } of expansions)
          frequency = Math.max(frequency, lexicalIndex.headings.documentFrequency(term))
      return {
        key,
        expansions,
        worth: weight * inverseDocumentFrequency(frequency, lexicalIndex.texts.documentCount),
        kind,
        isWhole: WHOLE_KINDS.has(kind),
        isName,
        isOwn,
      }
    })
    this.meant = meantBy(this.terms, lexicalIndex)
    this.meantByNumber = new MeantByNumber(this.terms)
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
    for (let at = 0; at < numbers.length; at++) {
      const meant = this.meantByNumber.get(numbers[at] as number)
      if (meant === undefined) continue
      let similarity = 0
      for (const each of meant) similarity = Math.max(similarity, each.similarity)
      shared += (worths[at] as number) * similarity
    }
    return total === 0 ? 0 : shared / total
  }

  /** For each term of the question, how much of its worth a sentence says, whose terms are given by number. */
  ofTerms(numbers: Uint32Array): Float64Array {
    const said = new Float64Array(this.terms.length)
    for (let at = 0; at < numbers.length; at++) {
      const meant = this.meantByNumber.get(numbers[at] as number)
      if (meant === undefined) continue
      for (const { term, similarity } of meant) {
        const worth = similarity * (this.terms[term] as WeighedTerm).worth
        if (worth > (said[term] as number)) said[term] = worth
      }
    }
    return said
  }

  /** {@link sharedBy} of a sentence whose terms are given by number. */
  sharedBySentence(numbers: Uint32Array, isWhole: (term: number) => boolean): number {
    let shared = 0
    let total = 0
    const { texts } = this.lexicalIndex
    for (const number of numbers) {
      if (!isWhole(number)) continue
      const worth = inverseDocumentFrequency(texts.documentFrequency(number), texts.documentCount)
      total += worth
      let similarity = 0
      for (const meant of this.meantByNumber.get(number) ?? NOTHING)
        similarity = Math.max(similarity, meant.similarity)
      shared += worth * similarity
    }
    return total === 0 ? 0 : shared / total
  }

  /** The same for a row of the lexical index: a piece of a paragraph with all that was written ahead about it. */
  ofRow(row: number): Float64Array {
    const said = new Float64Array(this.terms.length)
    for (let at = 0; at < said.length; at++) {
      const { expansions, worth } = this.terms[at] as WeighedTerm
      // Most similar first.
      const best = expansions.find(({ term }) => this.lexicalIndex.texts.has(term, row))
      said[at] = (best?.similarity ?? 0) * worth
    }
    return said
  }

  /** The most telling word of the question that is left unsaid, as a share of what its words are worth together. */
  largestGap(said: Float64Array): number {
    let gap = 0
    let total = 0
    for (const [i, { worth, isWhole }] of this.terms.entries()) {
      if (!isWhole) continue
      total += worth
      gap = Math.max(gap, worth - (said[i] as number))
    }
    return total === 0 ? 1 : gap / total
  }

  /** For each term of the question, how much of its worth the text says. */
  of(text: string): Float64Array {
    const said = new Float64Array(this.terms.length)
    // Most of a text's terms mean nothing to the question and cost one look; there are many more ways to say its own.
    for (const key of this.reader.read(text).keys()) {
      for (const { term, similarity } of this.meant.get(key) ?? NOTHING) {
        const worth = similarity * (this.terms[term] as WeighedTerm).worth
        if (worth > (said[term] as number)) said[term] = worth
      }
    }
    return said
  }
}

const NOTHING: readonly Meant[] = []

function meantBy(terms: readonly WeighedTerm[], { termDictionary }: LexicalIndex): Map<string, Meant[]> {
  const meant = new Map<string, Meant[]>()
  for (const [term, { key, expansions }] of terms.entries()) {
    const similarities = new Map([[key, 1]])
    for (const { term: other, similarity } of expansions)
      similarities.set(termDictionary.key(other), similarity)
    for (const [one, similarity] of similarities) {
      const there = meant.get(one)
      if (there === undefined) meant.set(one, [{ term, similarity }])
      else there.push({ term, similarity })
    }
  }
  return meant
}

/** Places in a filter that says which terms may mean something: one look at it spares most looks into the map. */
const FILTER = 2 ** 12

/** What the terms of the corpus say of those of the question, by number. */
class MeantByNumber {
  private readonly meant = new Map<number, Meant[]>()
  private readonly filter = new Uint8Array(FILTER)

  constructor(terms: readonly WeighedTerm[]) {
    for (const [term, { expansions }] of terms.entries()) {
      for (const { term: number, similarity } of expansions) {
        const there = this.meant.get(number)
        if (there === undefined) this.meant.set(number, [{ term, similarity }])
        else there.push({ term, similarity })
        this.filter[number % FILTER] = 1
      }
    }
  }

  get(number: number): readonly Meant[] | undefined {
    return this.filter[number % FILTER] === 0 ? undefined : this.meant.get(number)
  }
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

import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { TermReader } from '../../text/term-cache.ts'
import type { Term, TermKind } from '../../text/terms.ts'
import { inverseDocumentFrequency, type QueryTerm } from '../lexical/bm25.ts'
import type { Expansion } from '../lexical/expand-term.ts'

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

export const WHOLE_KINDS: ReadonlySet<TermKind> = new Set(['latin', 'word', 'number'])

/** Measures how much of a question a short text says. */
export class Coverage {
  /** Worth of the whole question. */
  readonly total: number
  readonly terms: readonly WeighedTerm[]
  /** Whatever stands for terms of the question, by its key. */
  private readonly meant: ReadonlyMap<string, readonly Meant[]>
  /** The same by number, of what stands in the corpus. */
  private readonly meantByNumber: ReadonlyMap<number, readonly Meant[]>
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
    this.meantByNumber = meantByNumber(this.terms)
    this.total = this.terms.reduce((total, { worth }) => total + worth, 0)
  }

  /**
   * How much of what a text asks the question says as well, 0–1: the worth of the text's terms that stand for one of
   * the question's, among all of them. Bigrams and single characters count in no text's meaning here.
   */
  sharedBy(text: string): number {
    const { keys, worths, total } = wholeTermsOf(this.reader.read(text), this.lexicalIndex)
    let shared = 0
    for (let i = 0; i < keys.length; i++) {
      const meant = this.meant.get(keys[i] as string)
      if (meant === undefined) continue
      let similarity = 0
      for (const each of meant) similarity = Math.max(similarity, each.similarity)
      shared += (worths[i] as number) * similarity
    }
    return total === 0 ? 0 : shared / total
  }

  /** For each term of the question, how much of its worth a sentence says, whose terms are given by number. */
  ofTerms(numbers: Uint32Array): Float64Array {
    const said = new Float64Array(this.terms.length)
    for (const number of numbers) {
      const meant = this.meantByNumber.get(number)
      if (meant === undefined) continue
      for (const { term, similarity } of meant) {
        const worth = similarity * (this.terms[term] as WeighedTerm).worth
        if (worth > (said[term] as number)) said[term] = worth
      }
    }
    return said
  }

  /** {@link sharedBy} of a sentence whose terms are given by number. */
  sharedByTerms(numbers: Uint32Array, isWhole: (term: number) => boolean): number {
    let shared = 0
    let total = 0
    for (const number of numbers) {
      if (!isWhole(number)) continue
      const { texts } = this.lexicalIndex
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
    return Float64Array.from(this.terms, ({ expansions, worth }) => {
      // Most similar first.
      const best = expansions.find(({ term }) => this.lexicalIndex.texts.has(term, row))
      return (best?.similarity ?? 0) * worth
    })
  }

  /** The most telling word of the question that is left unsaid, as a share of what its words are worth together. */
  largestGap(said: Float64Array): number {
    let gap = 0
    let total = 0
    for (const [i, { worth, isWhole }] of this.terms.entries()) {
      if (!isWhole) continue
      total += worth
      gap = Math.max(gap, worth - (said[i] ?? 0))
    }
    return total === 0 ? 1 : gap / total
  }

  /** For each term of the question, how much of its worth the text says. */
  of(text: string): Float64Array {
    const said = new Float64Array(this.terms.length)
    // Most of a text's terms mean nothing to the question and cost one look; there are many more ways to say its own.
    for (const key of this.reader.read(text).keys()) {
      for (const { term, similarity } of this.meant.get(key) ?? NOTHING) {
        const worth = similarity * (this.terms[term]?.worth ?? 0)
        if (worth > (said[term] ?? 0)) said[term] = worth
      }
    }
    return said
  }
}

/** The whole words of a text, and what each is worth; which does not depend on the question. */
interface WholeTerms {
  readonly keys: readonly string[]
  readonly worths: Float64Array
  readonly total: number
}

/** By what a reader remembers of a text, so that both are forgotten together. */
const knownWholeTerms = new WeakMap<LexicalIndex, WeakMap<ReadonlyMap<string, Term>, WholeTerms>>()

function wholeTermsOf(terms: ReadonlyMap<string, Term>, lexicalIndex: LexicalIndex): WholeTerms {
  let ofIndex = knownWholeTerms.get(lexicalIndex)
  if (ofIndex === undefined) {
    ofIndex = new WeakMap()
    knownWholeTerms.set(lexicalIndex, ofIndex)
  }
  const known = ofIndex.get(terms)
  if (known !== undefined) return known
  const { termDictionary, texts } = lexicalIndex
  const keys = [...terms].flatMap(([key, { kind }]) => (WHOLE_KINDS.has(kind) ? [key] : []))
  const worths = Float64Array.from(keys, (key) => {
    const term = termDictionary.find(key)
    return inverseDocumentFrequency(
      term === undefined ? 0 : texts.documentFrequency(term),
      texts.documentCount,
    )
  })
  const wholeTerms = { keys, worths, total: worths.reduce((sum, worth) => sum + worth, 0) }
  ofIndex.set(terms, wholeTerms)
  return wholeTerms
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

function meantByNumber(terms: readonly WeighedTerm[]): Map<number, Meant[]> {
  const meant = new Map<number, Meant[]>()
  for (const [term, { expansions }] of terms.entries()) {
    for (const { term: number, similarity } of expansions) {
      const there = meant.get(number)
      if (there === undefined) meant.set(number, [{ term, similarity }])
      else there.push({ term, similarity })
    }
  }
  return meant
}

/** The greater of two coverages, term by term: what the texts say together. */
export function union(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => Math.max(value, b[i] ?? 0))
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

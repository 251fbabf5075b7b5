import { IN_HEADING } from '../../index/lexical/lexical-index.ts'
import type { Postings } from '../../index/lexical/postings/postings.ts'
import type { TermKind } from '../../text/terms.ts'
import type { Expansion } from './expand-term.ts'

/** Saturation of repeated terms and correction for length (Robertson & Zaragoza 2009). */
const K1 = 1.2
const B = 0.5

/** What a term in the nearest heading, and in the title or a heading further up, is worth beside one in the text. */
const NEAREST_HEADING = 0.8
const HIGHER_HEADING = 0.5

/** How much a term in the headings above a row says about it, by its count there. */
export function saidAbove(count: number): number {
  return count >= IN_HEADING ? NEAREST_HEADING : HIGHER_HEADING
}

/** A term of the question with the terms of the corpus that stand for it. */
export interface QueryTerm {
  readonly kind: TermKind
  readonly key: string
  /** A word in Latin letters that names something rather than being ordinary English. */
  readonly isName: boolean
  /** It stands in the question itself rather than in what the question leans on. */
  readonly isOwn: boolean
  /** How much the kind of term counts. */
  readonly weight: number
  /** Most similar first. */
  readonly expansions: readonly Expansion[]
}

/** A term of the question among the terms of a collection: what it adds to a row, and what finding its rows costs. */
export interface TermGroup {
  /** Weight × rarity. */
  readonly worth: number
  /** Those of its expansions that stand in the collection, most similar first. */
  readonly expansions: readonly Expansion[]
  /** Those that stand in titles and headings. */
  readonly above: readonly Expansion[]
  /** Entries in all their lists. */
  readonly entries: number
}

/** Inverse document frequency, always positive. */
export function inverseDocumentFrequency(documentFrequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** How much a term says about a row: more the oftener it stands there, less the longer the row is. */
export class Saturation {
  private readonly perWord: number

  constructor(averageLength: number) {
    this.perWord = (K1 * B) / averageLength
  }

  /** 1 for a term that stands once in a row of average length. */
  of(count: number, length: number): number {
    return (count * (K1 + 1)) / (count + K1 * (1 - B) + this.perWord * length)
  }
}

/**
 * BM25 in which a term of the question counts once for a row, by the best of the terms that stand for it. The group as
 * a whole has one document frequency (each row counted by its best similarity), so that a rare translation of a common
 * word is no more telling than the word.
 *
 * @param headings the field of titles and headings, where the collection has one
 */
export function groupsOf(
  query: readonly QueryTerm[],
  postings: Postings,
  headings?: Postings | undefined,
): TermGroup[] {
  const known = knownGroups(postings, headings)
  let frequencies: GroupFrequencies | undefined
  return query.map(({ weight, expansions }) => {
    let found = known.get(expansions)
    if (found === undefined) {
      frequencies ??= new GroupFrequencies(postings)
      found = findGroup(expansions, frequencies, postings, headings)
      known.set(expansions, found)
    }
    const { rarity, present, above, entries } = found
    return { worth: weight * rarity, expansions: present, above, entries }
  })
}

/** What a collection has of the expansions of a term, whatever the term weighs in a question. */
interface FoundGroup {
  readonly rarity: number
  readonly present: readonly Expansion[]
  readonly above: readonly Expansion[]
  readonly entries: number
}

/** For each collection, what it has of expansions: as long as those are remembered, see {@link expandTerm}. */
type KnownGroups = WeakMap<readonly Expansion[], FoundGroup>
const known = new WeakMap<Postings, Map<Postings | undefined, KnownGroups>>()

function knownGroups(postings: Postings, headings: Postings | undefined): KnownGroups {
  const byHeadings = known.get(postings) ?? new Map<Postings | undefined, KnownGroups>()
  known.set(postings, byHeadings)
  const groups = byHeadings.get(headings) ?? new WeakMap<readonly Expansion[], FoundGroup>()
  byHeadings.set(headings, groups)
  return groups
}

function findGroup(
  expansions: readonly Expansion[],
  frequencies: GroupFrequencies,
  postings: Postings,
  headings: Postings | undefined,
): FoundGroup {
  const present = expansions.filter(({ term }) => postings.documentFrequency(term) > 0)
  const above = headings ? expansions.filter(({ term }) => headings.documentFrequency(term) > 0) : []
  // A name that stands in a title stands above every row of the article, and is as telling as the rows make it.
  const frequency = present.length === 0 && headings ? entriesOf(above, headings) : frequencies.of(present)
  return {
    rarity: inverseDocumentFrequency(frequency, postings.documentCount),
    present,
    above,
    entries: entriesOf(present, postings) + (headings ? entriesOf(above, headings) : 0),
  }
}

/** Lists longer than this together are not read only to see how often they meet. */
const MOST_COUNTED = 2 ** 15

/** In how many rows the terms of a group stand, each row counted by the most similar term in it. */
class GroupFrequencies {
  private readonly postings: Postings
  /** For each row, the number of the last group that it was counted for. */
  private counted: Uint16Array | undefined
  private groups = 0

  constructor(postings: Postings) {
    this.postings = postings
  }

  of(expansions: readonly Expansion[]): number {
    const [only] = expansions
    if (only === undefined) return 0
    if (expansions.length === 1) return only.similarity * this.postings.documentFrequency(only.term)
    return entriesOf(expansions, this.postings) > MOST_COUNTED
      ? this.expected(expansions)
      : this.count(expansions)
  }

  private count(expansions: readonly Expansion[]): number {
    const counted = this.counted ?? new Uint16Array(this.postings.lengths.length)
    this.counted = counted
    const group = ++this.groups
    let frequency = 0
    for (const { term, similarity } of expansions) {
      for (const reader = this.postings.reader(term); !reader.ended; reader.next()) {
        if (counted[reader.row] === group) continue
        counted[reader.row] = group
        frequency += similarity
      }
    }
    return frequency
  }

  /** As if the terms had nothing to do with each other. Rarity is a logarithm: it hardly changes by how they meet. */
  private expected(expansions: readonly Expansion[]): number {
    const { documentCount } = this.postings
    let frequency = 0
    let without = documentCount
    for (const { term, similarity } of expansions) {
      const share = this.postings.documentFrequency(term) / documentCount
      frequency += similarity * share * without
      without *= 1 - share
    }
    return frequency
  }
}

function entriesOf(expansions: readonly Expansion[], postings: Postings): number {
  return expansions.reduce((entries, { term }) => entries + postings.documentFrequency(term), 0)
}

import type { Postings } from '../index/postings.ts'
import type { TermKind } from '../text/terms.ts'
import type { Expansion } from './expand-term.ts'

/** Saturation of repeated terms and correction for length (Robertson & Zaragoza 2009). */
const K1 = 1.2
const B = 0.5

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

/** Inverse document frequency, always positive. */
export function inverseDocumentFrequency(documentFrequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** Scores by row, and the best score that any row could reach. */
export interface LexicalScores {
  readonly scores: Map<number, number>
  /** Sum over the terms of weight × rarity: what a row would score that holds each term of the question once. */
  readonly ideal: number
}

/**
 * BM25 in which a term of the question counts once for a row, by the best of the terms that stand for it. The group as
 * a whole has one document frequency (each row counted by its best similarity), so that a rare translation of a common
 * word is no more telling than the word.
 */
export function scoreRows(query: readonly QueryTerm[], postings: Postings): LexicalScores {
  const scores = new Map<number, number>()
  let ideal = 0
  for (const { weight, expansions } of query) {
    const best = new Map<number, number>()
    let groupFrequency = 0
    for (const { term, similarity } of expansions) {
      const end = postings.offsets[term + 1] ?? 0
      for (let at = postings.offsets[term] ?? 0; at < end; at++) {
        const row = postings.rows[at] ?? 0
        const count = postings.counts[at] ?? 0
        const length = (postings.lengths[row] ?? 0) / postings.averageLength
        const score = (similarity * count * (K1 + 1)) / (count + K1 * (1 - B + B * length))
        const before = best.get(row)
        // Expansions come most similar first, so the first to reach a row says how nearly the row holds the term.
        if (before === undefined) groupFrequency += similarity
        if (before === undefined || score > before) best.set(row, score)
      }
    }
    const rarity = inverseDocumentFrequency(groupFrequency, postings.documentCount)
    ideal += weight * rarity
    for (const [row, score] of best) scores.set(row, (scores.get(row) ?? 0) + weight * rarity * score)
  }
  return { scores, ideal }
}

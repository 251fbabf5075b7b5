import type { Article } from '../../domain/article.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { itemAt } from '../../item-at.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { type Terms, termsOf } from '../../text/terms.ts'
import { type CandidateSentence, candidateSentences } from './candidate-sentences.ts'
import { cosine, lexRank, type SentenceVector, sentenceVectors } from './lex-rank.ts'

export interface KeySentencesOptions {
  /** How many at most, each of another paragraph. */
  readonly count: number
  /** How many characters they may have together, in UTF-16 code units. */
  readonly room: number
  /** What they are to be about: the title, a heading. */
  readonly subject: string
  /** The paragraphs to choose from; all of the article without it. */
  readonly paragraphs?: readonly Paragraph[]
}

/** Each further sentence of a section counts this much less than the one before. */
const SAME_SECTION = 0.45
/** How much being alike to a chosen sentence speaks against one. */
const REDUNDANCY = 0.9
/** A marker and what divides sentences take room as well. */
const ROOM_FOR_MARKER = 7

/**
 * The sentences that say most of an article, from as many of its sections as there is room for, in reading order:
 * central by LexRank, with the beginning, the subject and the form of sentences as its prior, chosen by maximal marginal
 * relevance (Carbonell and Goldstein, SIGIR 1998).
 */
export function keySentences(
  article: Article,
  dictionary: BilingualDictionary,
  { count, room, subject, paragraphs }: KeySentencesOptions,
): CandidateSentence[] {
  const candidates = candidateSentences(article, paragraphs)
  const vectors = sentenceVectors([
    ...candidates.map(({ text }) => countsOf(termsOf(text, dictionary))),
    countsOf(termsOf(subject, dictionary)),
  ])
  const ofSubject = vectors.pop() ?? new Map()
  const prior = candidates.map(
    (candidate, at) =>
      candidate.form * (0.3 + opening(candidate) + 2 * cosine(ofSubject, vectors[at] as SentenceVector)),
  )
  const ranks = lexRank(vectors, prior)
  const scores = candidates.map(({ form }, at) => itemAt(ranks, at) * form)
  return choose(candidates, vectors, scores, { count, room })
}

/** Articles say what they are about where they begin, and what came of it where they end. */
function opening({ depth }: CandidateSentence): number {
  return depth < 0.04 ? 1 : depth > 0.96 ? 0.5 : 0
}

function choose(
  candidates: readonly CandidateSentence[],
  vectors: readonly SentenceVector[],
  scores: readonly number[],
  { count, room }: { readonly count: number; readonly room: number },
): CandidateSentence[] {
  const best = Math.max(...scores)
  const chosen: number[] = []
  let left = room
  while (chosen.length < count) {
    let next = -1
    let most = Number.NEGATIVE_INFINITY
    for (const [at, candidate] of candidates.entries()) {
      const isTaken = chosen.some((one) => candidates[one]?.paragraph.id === candidate.paragraph.id)
      if (isTaken || candidate.text.length + ROOM_FOR_MARKER > left) continue
      const likeness = Math.max(
        0,
        ...chosen.map((one) => cosine(vectors[one] as SentenceVector, vectors[at] as SentenceVector)),
      )
      const ofSection = chosen.filter((one) => candidates[one]?.section === candidate.section).length
      const value = (itemAt(scores, at) / best) * SAME_SECTION ** ofSection - REDUNDANCY * likeness * likeness
      if (value > most) {
        most = value
        next = at
      }
    }
    const sentence = candidates[next]
    if (sentence === undefined) break
    chosen.push(next)
    left -= sentence.text.length + ROOM_FOR_MARKER
  }
  return chosen.sort((a, b) => a - b).flatMap((at) => candidates[at] ?? [])
}

/** Words and names; what no dictionary holds by its pairs of characters. */
function countsOf(terms: Terms): Map<string, number> {
  return new Map(
    [...terms].flatMap(([key, { kind, count }]) =>
      kind === 'latin' || kind === 'word' || kind === 'number' ? [[key, count] as const] : [],
    ),
  )
}

import type { Span } from '../domain/span.ts'
import { itemAt } from '../item-at.ts'
import type { ClaimTools } from './claim-tools.ts'
import { soundOf } from './names/latin-names.ts'
import type { ReadText } from './reading/read-text.ts'
import type { Token } from './reading/tokens.ts'
import { keysOf, weightOf } from './words/coverage.ts'
import type { MeaningReader } from './words/meanings.ts'

/** A place in a sentence of the evidence. */
export interface Place extends Span {
  readonly sentence: number
}

/** Words that are less alike do not say the same. */
const LEAST_ALIKE = 0.5

/** A place, and how nearly it says a word, 0–1. */
interface Likeness extends Span {
  readonly similarity: number
}

/** Places that say a word less nearly than this share of the best do not say it. */
const NEARLY_BEST = 0.8

/** Clauses that say nearly as much as the one that says the most are as good. */
const NEARLY_MOST = 0.85
/** A clause that says less of some words is not where they come from. */
const LEAST_SCORE = 0.55

/** What the words of a sentence may mean, and where: spans by key, with how nearly they say it. */
type Places = ReadonlyMap<string, readonly Likeness[]>

/** Sentences come again with every claim that rests on them. */
const knownPlaces = new WeakMap<ReadText, Places>()

function placesIn(read: ReadText, reader: MeaningReader): Places {
  const known = knownPlaces.get(read)
  if (known !== undefined) return known
  const places = new Map<string, Likeness[]>()
  const add = (key: string, { start, end }: Span, similarity: number) => {
    const there = places.get(key)
    if (there === undefined) places.set(key, [{ start, end, similarity }])
    else there.push({ start, end, similarity })
  }
  for (const token of read.tokens) {
    if (token.isFunction) continue
    for (const key of keysOf(token)) add(key, token, 1)
    for (const [key, similarity] of reader.relativesOf(token.key))
      if (similarity >= LEAST_ALIKE) add(key, token, similarity)
  }
  knownPlaces.set(read, places)
  return places
}

/** Which words of a claim stand where in its evidence. */
export class Alignment {
  readonly evidence: readonly ReadText[]
  private readonly tools: ClaimTools
  private readonly known = new Map<Token, readonly Place[]>()

  constructor(evidence: readonly ReadText[], tools: ClaimTools) {
    this.evidence = evidence
    this.tools = tools
  }

  mentionsOf(token: Token): readonly Place[] {
    const known = this.known.get(token)
    if (known !== undefined) return known
    const all = this.evidence.flatMap((read, sentence) =>
      this.spansIn(read, token).map((span) => ({ ...span, sentence })),
    )
    // What is said in one place is not meant by a word that is less like it in another: 南部 is not 北部.
    const best = Math.max(0, ...all.map(({ similarity }) => similarity))
    const mentions = all.filter(({ similarity }) => similarity >= NEARLY_BEST * best)
    this.known.set(token, mentions)
    return mentions
  }

  /** The row of the sentence that says the most of some words, the first of equals. */
  nearestSentence(words: readonly Token[]): number {
    const counts = this.countBySentence(words)
    return counts.indexOf(Math.max(...counts))
  }

  /** How many of some words each sentence says. */
  countBySentence(words: readonly Token[]): number[] {
    return this.evidence.map(
      (_, row) =>
        words.filter((word) => this.mentionsOf(word).some(({ sentence }) => sentence === row)).length,
    )
  }

  /** The clauses of the evidence that say the most of some words of the claim; none where none says much. */
  homesOf(words: readonly Token[]): Place[] {
    const clauses = this.evidence.flatMap((read, sentence) =>
      read.clauses.map((clause) => ({ ...clause, sentence })),
    )
    const scores = clauses.map((clause) => this.weigh(words.filter((word) => this.isSaidIn(word, clause))))
    const most = Math.max(0, ...scores)
    return most < LEAST_SCORE ? [] : clauses.filter((_, at) => itemAt(scores, at) >= NEARLY_MOST * most)
  }

  isSaidIn(word: Token, place: Place): boolean {
    return this.mentionsOf(word).some((mention) => isIn(mention, place))
  }

  weigh(words: readonly Token[]): number {
    return words.reduce((sum, word) => sum + weightOf(word, this.tools.reader), 0)
  }

  private spansIn(read: ReadText, token: Token): Likeness[] {
    const literal = token.kind === 'han' ? occurrences(read.text, token.key) : []
    if (literal.length > 0) return literal.map((span) => ({ ...span, similarity: 1 }))
    const places = placesIn(read, this.tools.reader)
    const spans = new Map<number, Likeness>()
    const add = (key: string, weight: number) => {
      for (const { start, end, similarity: alike } of places.get(key) ?? []) {
        const similarity = weight * alike
        if (similarity < LEAST_ALIKE || similarity <= (spans.get(start)?.similarity ?? 0)) continue
        spans.set(start, { start, end, similarity })
      }
    }
    for (const key of keysOf(token)) {
      add(key, 1)
      for (const [other, similarity] of this.tools.reader.relativesOf(key)) add(other, similarity)
    }
    if (spans.size === 0 && read.isHan && /^\p{Lu}/u.test(token.surface)) {
      const named = soundOf(token, read, this.tools)
      return named === undefined ? [] : [{ ...named, similarity: 1 }]
    }
    return [...spans.values()]
  }
}

function occurrences(text: string, word: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    spans.push({ start: at, end: at + word.length })
  return spans
}

/** Whether a place lies in another. */
export function isIn(inner: Place, outer: Place): boolean {
  return inner.sentence === outer.sentence && isWithin(inner, outer)
}

/** Whether a span lies in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** Whether two spans have anything in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start
}

/** The clause that a place lies in. */
export function clauseAt({ clauses, text }: ReadText, at: number): Span {
  return clauses.find(({ start, end }) => at >= start && at < end) ?? { start: 0, end: text.length }
}

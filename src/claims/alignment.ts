import type { Span } from '../domain.ts'
import type { ClaimTools } from './claim-tools.ts'
import { soundOf } from './names/latin-names.ts'
import type { ReadText } from './reading/read-text.ts'
import type { Token } from './reading/tokens.ts'
import { keysOf } from './words/coverage.ts'
import type { MeaningReader } from './words/meanings.ts'

/** Where a sentence of the evidence says a word of the claim. */
export interface Mention extends Span {
  readonly sentence: number
}

/** Words that are less alike do not say the same. */
const LEAST_ALIKE = 0.5

/** What the words of a sentence may mean, and where: spans by key, with how nearly they say it. */
type Places = ReadonlyMap<string, readonly (Span & { readonly similarity: number })[]>

/** Sentences come again with every claim that rests on them. */
const knownPlaces = new WeakMap<ReadText, Places>()

function placesIn(read: ReadText, reader: MeaningReader): Places {
  const known = knownPlaces.get(read)
  if (known !== undefined) return known
  const places = new Map<string, (Span & { similarity: number })[]>()
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
  private readonly known = new Map<Token, readonly Mention[]>()

  constructor(evidence: readonly ReadText[], tools: ClaimTools) {
    this.evidence = evidence
    this.tools = tools
  }

  mentionsOf(token: Token): readonly Mention[] {
    const known = this.known.get(token)
    if (known !== undefined) return known
    const mentions = this.evidence.flatMap((sentence, row) =>
      this.spansIn(sentence, token).map((span) => ({ ...span, sentence: row })),
    )
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

  private spansIn(read: ReadText, token: Token): Span[] {
    const literal = token.kind === 'han' ? occurrences(read.text, token.key) : []
    if (literal.length > 0) return literal
    const places = placesIn(read, this.tools.reader)
    const spans = new Map<number, Span>()
    const add = (key: string, weight: number) => {
      for (const { start, end, similarity } of places.get(key) ?? [])
        if (weight * similarity >= LEAST_ALIKE) spans.set(start, { start, end })
    }
    for (const key of keysOf(token)) {
      add(key, 1)
      for (const [other, similarity] of this.tools.reader.relativesOf(key)) add(other, similarity)
    }
    if (spans.size === 0 && read.isHan && /^\p{Lu}/u.test(token.surface)) {
      const named = soundOf(token, read, this.tools)
      return named === undefined ? [] : [named]
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

/** Whether a span lies in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** The clause that a place lies in. */
export function clauseAt({ clauses, text }: ReadText, at: number): Span {
  return clauses.find(({ start, end }) => at >= start && at < end) ?? { start: 0, end: text.length }
}

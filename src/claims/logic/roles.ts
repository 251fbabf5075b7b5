import type { Span } from '../../domain.ts'
import { type Alignment, isWithin } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import { latinNames } from '../names/latin-names.ts'
import { isSameQuantity } from '../quantities/quantity.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'

/** Where one thing is told beside another: finer than clauses, as "salt 30 g and sugar 150 g" is one clause … */
const BESIDE = /[、,，;；:：.。!！?？](?=\D|$)| and | or | while | whereas | but |和|与|而(?!是)/gu
/** … and coarser, as "aggregators, it argues, own the customer" is one thing. */
const AGAINST = /[;；.。!！?？](?=\D|$)|,? while |,? whereas |,? but |[,，](?:而(?!是)|但)/gu

/** What makes the second of two the one that acts. */
const TURN =
  /\bby\b|['’]s\b|\blo(?:st|ses?) to\b|\bfrom\b|\bused\b|被|由(?!于)|遭|归|来自|出自|输给|不敌|败给|负于|受/gu

/** The parts of a text that are told of one thing each. */
function partsOf({ text }: ReadText, boundary: RegExp): Span[] {
  const parts: Span[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(boundary)) {
    parts.push({ start, end: index })
    start = index + mark.length
  }
  return [...parts, { start, end: text.length }]
}

/**
 * Whether two things have changed places: what one part of the evidence says together stands in two parts of the claim,
 * each beside what another part says.
 */
export function exchangesParts(claim: ReadText, alignment: Alignment): boolean {
  return [BESIDE, AGAINST].some((boundary) => crossesParts(claim, alignment, boundary))
}

function crossesParts(claim: ReadText, alignment: Alignment, boundary: RegExp): boolean {
  const content = claim.tokens.filter(({ isFunction }) => !isFunction)
  const nearest = alignment.nearestSentence(content)
  const evidence = alignment.evidence[nearest]
  if (evidence === undefined) return false
  const parts = partsOf(evidence, boundary)
  const partAt = ({ start }: Span) => parts.findIndex((part) => start >= part.start && start < part.end)
  const only = (places: readonly Span[]) => {
    const found = new Set(places.map(partAt))
    return found.size === 1 ? [...found] : []
  }
  const isCounted = (token: Span) =>
    claim.quantities.some(({ start, end }) => token.start < end && token.end > start)
  const told = partsOf(claim, boundary).map((part) => {
    const words = content.filter((token) => isWithin(token, part) && !isCounted(token))
    const quantities = claim.quantities.filter((quantity) => isWithin(quantity, part))
    return new Set([
      ...words.flatMap((word) =>
        only(alignment.mentionsOf(word).filter(({ sentence }) => sentence === nearest)),
      ),
      ...quantities.flatMap((quantity) =>
        only(evidence.quantities.filter((other) => isSameQuantity(quantity, other))),
      ),
    ])
  })
  return told.some((first, at) =>
    told.slice(at + 1).some((second) => [...first].filter((part) => second.has(part)).length >= 2),
  )
}

/** Whether two names stand the other way round about what one does to the other: A bought B of "B bought A". */
export function exchangesNames(claim: ReadText, alignment: Alignment, { dictionary }: ClaimTools): boolean {
  const names = latinNames(claim, dictionary)
  return claim.clauses.some((clause) => {
    const inside = names.filter((name) => isWithin(name, clause))
    return inside.some((first, at) =>
      inside.slice(at + 1).some((second) => isTurned(claim, first, second, alignment)),
    )
  })
}

function isTurned(claim: ReadText, first: Token, second: Token, alignment: Alignment): boolean {
  const between = claim.tokens.filter(
    (token) => !token.isFunction && token.start >= first.end && token.end <= second.start,
  )
  const turns = (text: string) => text.match(TURN)?.length ?? 0
  return alignment.evidence.some((read, sentence) => {
    const places = (token: Token) =>
      alignment.mentionsOf(token).filter((mention) => mention.sentence === sentence)
    const ones = places(first)
    const twos = places(second)
    if (ones.length === 0 || twos.length === 0) return false
    const isReversed = ones.every((one) => twos.every((two) => two.end <= one.start))
    if (!isReversed) return false
    const start = Math.max(...twos.map(({ end }) => end))
    const end = Math.min(...ones.map((one) => one.start))
    const way = read.text.slice(start, end)
    if (/的/u.test(way) || !/[\p{L}]/u.test(way)) return false
    const acts = between.some((token) =>
      places(token).some((mention) => mention.start >= start && mention.end <= end),
    )
    const clause = read.clauses.find((span) => start >= span.start && start < span.end)
    return (
      acts &&
      turns(claim.text.slice(first.end, second.start)) % 2 ===
        turns(read.text.slice(clause?.start ?? start, clause?.end ?? end)) % 2
    )
  })
}

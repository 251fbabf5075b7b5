import type { Span } from '../../domain/span.ts'
import { type Alignment, isWithin, overlaps } from '../alignment.ts'
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

/** A word or a quantity of a claim, and the parts of its nearest sentence that say it. */
interface Item {
  readonly key: string
  readonly parts: ReadonlySet<number>
}

/**
 * Whether what one part of the evidence says together stands in a claim beside what another part says: two things have
 * changed places, or one has taken the place of another.
 */
export function exchangesParts(claim: ReadText, alignment: Alignment): boolean {
  const content = claim.tokens.filter(({ isFunction }) => !isFunction)
  const nearest = alignment.nearestSentence(content)
  const evidence = alignment.evidence[nearest]
  if (evidence === undefined) return false
  return [BESIDE, AGAINST].some((boundary) => {
    const parts = partsOf(evidence, boundary)
    const partsWith = (places: readonly Span[]) =>
      new Set(places.map(({ start }) => parts.findIndex((part) => start >= part.start && start < part.end)))
    const itemsIn = (span: Span): Item[] => [
      ...content
        .filter((token) => isWithin(token, span) && !isCounted(claim, token))
        .map((token) => {
          const spans = alignment.mentionsOf(token).filter(({ sentence }) => sentence === nearest)
          return { key: token.key, parts: partsWith(spans) }
        }),
      ...claim.quantities
        .filter((quantity) => isWithin(quantity, span))
        .map((quantity) => {
          const spans = evidence.quantities.filter((other) => isSameQuantity(quantity, other))
          const key = claim.text.slice(quantity.start, quantity.end)
          return { key, parts: partsWith(spans) }
        }),
    ]
    return [BESIDE, AGAINST].some((own) => crosses(partsOf(claim, own).map(itemsIn)))
  })
}

function isCounted({ quantities }: ReadText, token: Span): boolean {
  return quantities.some(({ start, end }) => token.start < end && token.end > start)
}

function areTogether(a: Item, b: Item): boolean {
  return [...a.parts].some((part) => b.parts.has(part))
}

/** Two words of one part of the claim that no part of the evidence has together, though each stands there with one of another part. */
function crosses(told: readonly (readonly Item[])[]): boolean {
  // What the claim says twice is where it belongs once.
  const count = (key: string) => told.filter((items) => items.some((item) => item.key === key)).length
  const said = told.map((items) => items.filter(({ key, parts }) => parts.size > 0 && count(key) === 1))
  const apart = said.map((items) =>
    items.flatMap((one, at) =>
      items.slice(at + 1).flatMap((two) => (areTogether(one, two) ? [] : [[one, two] as const])),
    ),
  )
  return apart.some((pairs, at) =>
    pairs.some(([a, b]) =>
      apart.slice(at + 1).some((others) =>
        others.some(([c, d]) =>
          [
            [c, d],
            [d, c],
          ].some(
            ([x, y]) =>
              x !== undefined &&
              y !== undefined &&
              x.key !== a.key &&
              y.key !== b.key &&
              areTogether(a, y) &&
              areTogether(b, x),
          ),
        ),
      ),
    ),
  )
}

/** Whether two names stand the other way round about what one does to the other: A bought B of "B bought A". */
export function exchangesNames(claim: ReadText, alignment: Alignment, { dictionary }: ClaimTools): boolean {
  const names = new Set(latinNames(claim, dictionary))
  return claim.clauses.some((clause) => {
    const within = claim.tokens.filter((token) => isWithin(token, clause))
    const inside = within.filter((token) => names.has(token))
    const pairs = inside.flatMap((first, at) =>
      inside.slice(at + 1).map((second) => [first, second] as const),
    )
    // A clause may open with a name that is a word as well, with the verb behind it: Apple pays Google.
    const [opening, verb, object] = within.filter(({ isFunction }) => !isFunction)
    if (opening === within[0] && opening && verb && object && opensAsName(opening) && names.has(object))
      pairs.push([opening, object])
    return pairs.some(([first, second]) => isTurned(claim, first, second, alignment))
  })
}

function opensAsName({ kind, surface }: Token): boolean {
  return kind === 'latin' && /^[A-Z]/.test(surface)
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

/**
 * Whether a claim has the object of a verb do to its subject what that does to it: 容器可能取代 Unikernel of "Unikernel 可能取代容器".
 * Chinese and English both set the object behind the verb.
 */
export function exchangesSubject(claim: ReadText, alignment: Alignment): boolean {
  return claim.clauses.some((clause) => {
    const words = claim.tokens.filter((token) => !token.isFunction && isWithin(token, clause))
    const turned = turnsIn(claim, clause)
    return words.some((verb, at) => {
      const object = words[at + 1]
      if (at === 0 || object === undefined) return false
      return alignment.mentionsOf(verb).some((place) => {
        const read = alignment.evidence[place.sentence]
        const there = read?.clauses.find((span) => isWithin(place, span))
        // Across languages words meet too loosely.
        if (read === undefined || there === undefined || read.isHan !== claim.isHan) return false
        if (turnsIn(read, there) % 2 !== turned % 2) return false
        const behind = read.tokens.find(
          (token) => !token.isFunction && token.start >= place.end && token.end <= there.end,
        )
        const isBehind = (word: Token) =>
          behind !== undefined &&
          alignment.mentionsOf(word).some((one) => one.sentence === place.sentence && overlaps(one, behind))
        const areBefore = alignment.mentionsOf(object).filter(({ sentence }) => sentence === place.sentence)
        return (
          areBefore.length > 0 &&
          areBefore.every(({ end }) => end <= place.start) &&
          words.slice(0, at).some(isBehind)
        )
      })
    })
  })
}

function turnsIn({ text }: ReadText, { start, end }: Span): number {
  return text.slice(start, end).match(TURN)?.length ?? 0
}

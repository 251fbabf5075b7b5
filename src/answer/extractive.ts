import type { Library } from '../domain.ts'
import type { RankedParagraph, Retrieval } from '../retrieval/retriever.ts'
import { chooseQuote } from './choose-quote.ts'
import type { Claim } from './citations.ts'

/** Longest answer, in characters, markers included. */
const LONGEST_ANSWER = 280
/** Another paragraph is quoted as well while the ones before it are less sure than this together. */
const SURE_ENOUGH = 0.9
/** … and it is itself no less likely than this. */
const LEAST_PROBABILITY = 0.06
/** A quote shorter than this has no room to say anything. */
const SHORTEST_ROOM = 30

/**
 * Answers in the article's own words: the best paragraph's sentence, then those of the next best as long as it is not
 * clear which one answers and there is room.
 */
export function extractClaims(retrieval: Retrieval, library: Library, maxCitations: number): Claim[] {
  const claims: Claim[] = []
  let room = LONGEST_ANSWER
  let sureness = 0
  for (const ranked of retrieval.ranked.slice(0, maxCitations)) {
    if (claims.length > 0 && (sureness >= SURE_ENOUGH || ranked.probability < LEAST_PROBABILITY)) break
    const left = room - markerOf(claims.length + 1).length - 1
    if (left < SHORTEST_ROOM) break
    const claim = claimOf(ranked, library, left)
    if (claim === undefined) continue
    claims.push(claim)
    room = left - claim.quote.length
    sureness += ranked.probability
  }
  return claims
}

function claimOf(ranked: RankedParagraph, library: Library, room: number): Claim | undefined {
  const paragraph = library.paragraphAt(ranked.paragraph)
  const article = library.article(paragraph.article)
  const span = chooseQuote(paragraph, ranked, room)
  if (article === undefined || span === undefined) return undefined
  return {
    ...span,
    paragraph,
    article,
    quote: paragraph.text.slice(span.start, span.end),
    score: ranked.probability,
  }
}

const LIKE_MARKER = /\[(\d+)\]/g

function markerOf(n: number): string {
  return `[${n}]`
}

/**
 * The quotes with their markers: `…[1] …[2]`. Only citations are marked so: what looks like a marker in the article (a
 * reference of its own, `row[1]` in code) is set in full-width brackets, `［1］`, which keep all its words and its length.
 * The quotes themselves stay as they are.
 */
export function compose(claims: readonly Claim[]): string {
  return claims.map(({ quote }, i) => quote.replace(LIKE_MARKER, '［$1］') + markerOf(i + 1)).join(' ')
}

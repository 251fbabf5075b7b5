import type { Library } from '../domain.ts'
import type { RankedParagraph, Retrieval } from '../retrieval/retriever.ts'
import { chooseQuote } from './choose-quote.ts'
import type { Claim } from './citations.ts'

/** Longest answer, in characters, markers included. */
const LONGEST_ANSWER = 280
/** Another paragraph is quoted as well while the ones before it are less sure than this together. */
const SURE_ENOUGH = 0.97
/** … and it is itself no less likely than this. */
const LEAST_PROBABILITY = 0.02
/** A quote leaves room for those that follow it, so many characters each, but is not itself cut to less than this. */
const ROOM_FOR_ANOTHER = 60
const LEAST_ROOM = 100
/** A quote shorter than this has no room to say anything. */
const SHORTEST_ROOM = 30

/**
 * Answers in the article's own words: the best paragraph's sentence, then those of the next best as long as it is not
 * clear which one answers and there is room.
 */
export function extractClaims(retrieval: Retrieval, library: Library, maxCitations: number): Claim[] {
  const claims: Claim[] = []
  let room = LONGEST_ANSWER
  const quoted = worthQuoting(retrieval.ranked, maxCitations)
  for (const [i, ranked] of quoted.entries()) {
    const left = room - markerOf(claims.length + 1).length - 1
    if (left < SHORTEST_ROOM) break
    const forOthers = ROOM_FOR_ANOTHER * (quoted.length - i - 1)
    const claim = claimOf(ranked, library, Math.min(left, Math.max(LEAST_ROOM, left - forOthers)))
    if (claim === undefined) continue
    claims.push(claim)
    room = left - claim.quote.length
  }
  return claims
}

function worthQuoting(ranked: readonly RankedParagraph[], most: number): RankedParagraph[] {
  const quoted: RankedParagraph[] = []
  let sureness = 0
  for (const candidate of ranked.slice(0, most)) {
    if (quoted.length > 0 && (sureness >= SURE_ENOUGH || candidate.probability < LEAST_PROBABILITY)) break
    quoted.push(candidate)
    sureness += candidate.probability
  }
  return quoted
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

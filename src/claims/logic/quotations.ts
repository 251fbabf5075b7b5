import { countHan } from '../../text/languages.ts'
import type { ReadText } from '../reading/read-text.ts'

/**
 * What is wrong with quoted words: all of them stand in the source, but never side by side (`frankenquote`), or they are
 * in none of it (`fabricated`).
 */
export type QuotationFault = 'frankenquote' | 'fabricated'

/** Words in quotation marks; a title in 《》 or code is no quotation. */
const QUOTED = /“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"/gu
/** Shorter ones are names and single words. */
const SHORTEST = { han: 4, words: 3 }
/** From this share of its words on, a quotation is made of the source's words. */
const MOST_WORDS = 0.8

/** Checks that what a claim puts in quotation marks stands in its evidence word for word, where both are in one language. */
export function misquotes(claim: ReadText, evidence: readonly ReadText[]): QuotationFault | undefined {
  const source = evidence.map(({ text }) => plain(text)).join('\n')
  for (const match of claim.text.matchAll(QUOTED)) {
    const quote = match.slice(1).find((words) => words !== undefined) ?? ''
    const isHan = /\p{Script=Han}/u.test(quote)
    if (!isLong(quote, isHan) || !evidence.some((sentence) => sentence.isHan === isHan)) continue
    if (source.includes(plain(quote))) continue
    const tokens = claim.tokens.filter(
      ({ start, end }) => start >= match.index && end <= match.index + match[0].length,
    )
    const said = tokens.filter(({ surface }) => source.includes(plain(surface))).length
    return said >= MOST_WORDS * tokens.length ? 'frankenquote' : 'fabricated'
  }
  return undefined
}

function isLong(quote: string, isHan: boolean): boolean {
  if (isHan) return countHan(quote) >= SHORTEST.han
  return quote.trim().split(/\s+/).length >= SHORTEST.words
}

/** Letters and digits alone: marks and spaces may differ. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

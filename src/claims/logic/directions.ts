import type { Span } from '../../domain/span.ts'
import { type Alignment, isWithin, overlaps } from '../alignment.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'

const FROM = /\bfrom ((?:\w+ ){0,2}?\w+)|[从由自]([^，,。到至迁改搬转]{1,8})/giu
const TO =
  /\b(?:to|into|in favour of) ((?:\w+ ){0,2}?\w+)|(?:到了?|至|往|改[为种成用做]?|转做|转为)([^，,。]{1,8})/giu

/** Where something comes from and where it goes to, as a text tells it. */
interface Directions {
  readonly from: readonly Span[]
  readonly to: readonly Span[]
}

/** Whether a claim has something come from where it goes to in the evidence, or go to where it comes from. */
export function turnsDirection(claim: ReadText, alignment: Alignment): boolean {
  const own = directionsOf(claim)
  const others = alignment.evidence.map(directionsOf)
  const isSaid = (word: Token, way: keyof Directions) =>
    alignment
      .mentionsOf(word)
      .some(({ sentence, ...place }) => others[sentence]?.[way].some((span) => overlaps(place, span)))
  const keys = claim.tokens.map(({ key }) => key)
  const isTurned = (way: keyof Directions, other: keyof Directions) =>
    own[way].some((span) => {
      // From a few requests to any number of requests: what is named on both sides tells neither.
      const words = wordsIn(claim, span).filter(({ key }) => keys.indexOf(key) === keys.lastIndexOf(key))
      return words.some((word) => isSaid(word, other)) && !words.some((word) => isSaid(word, way))
    })
  const leavesWrong = isTurned('from', 'to')
  const comesWrong = isTurned('to', 'from')
  // One side is enough where both are told of, there or here.
  return (
    (leavesWrong && (comesWrong || hasBoth(own))) || (comesWrong && others.some((there) => hasBoth(there)))
  )
}

function directionsOf({ text }: ReadText): Directions {
  const spans = (pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ 0: whole, index }) => ({
      start: index,
      end: index + whole.length,
    }))
  return { from: spans(FROM), to: spans(TO) }
}

function hasBoth({ from, to }: Directions): boolean {
  return from.length > 0 && to.length > 0
}

function wordsIn({ tokens }: ReadText, span: Span): Token[] {
  // A single character is met in too many words.
  return tokens.filter(
    (token) =>
      !token.isFunction && (token.kind !== 'han' || [...token.key].length > 1) && isWithin(token, span),
  )
}

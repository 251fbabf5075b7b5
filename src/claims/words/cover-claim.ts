import { isWithin } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import type { NamePlaces, SortedNames } from '../names/sort-names.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import { saidBy, weightOf } from './coverage.ts'

/** A word of a claim, how telling it is and how nearly its evidence says it, both 0–1. */
interface CoveredWord {
  readonly token: Token
  readonly weight: number
  readonly said: number
  /** How nearly the sentences themselves say it; undefined for their names. */
  readonly own: number | undefined
}

/** How much of what a claim says is said by its evidence, 0–1. */
export interface ClaimCoverage {
  readonly whole: number
  /** Share that is said of its worst clause. */
  readonly clause: number
  /** Share of the words other than names that the sentences alone say. */
  readonly own: number
  /** Share of everything, names and quantities included, that the sentences alone say. */
  readonly here: number
  /** The words that are not said. */
  readonly unsaid: readonly string[]
}

/** What a word counts that only stands beside the sentences. */
const BESIDE = 0.7
/** A clause of fewer telling words is not judged by itself. */
const LEAST_CLAUSE_WEIGHT = 1.5
/** The same for words that are no names. */
const LEAST_OWN_WEIGHT = 1.5
/** What a name counts that the sentences do not have, and a quantity that they have. */
const NAME_ELSEWHERE = 0.5
const QUANTITY = 1
/** A word that is said less than this is not said. */
const LEAST_SAID = 0.5

/** Names that only stand beside the sentences, or farther off, are left out: they neither help nor harm. */
export function coverClaim(
  claim: ReadText,
  { evidence, neighbours }: NamePlaces,
  names: SortedNames,
  { reader }: ClaimTools,
): ClaimCoverage {
  const here = evidence.map(({ text }) => reader.meaningsOf(text))
  const beside = neighbours.map(({ text }) => reader.meaningsOf(text))
  const written = new Set(evidence.flatMap(({ tokens }) => tokens.map(({ key }) => key)))
  const words = claim.tokens
    .filter((token) => isContent(token, claim, names))
    .map((token): CoveredWord => {
      const weight = weightOf(token, reader)
      if (names.here.has(token)) return { token, weight, said: 1, own: undefined }
      const own = written.has(token.key)
        ? 1
        : Math.max(0, ...here.map((meanings) => saidBy(meanings, token, reader)))
      const said = Math.max(own, ...beside.map((meanings) => BESIDE * saidBy(meanings, token, reader)))
      return { token, weight, said, own }
    })
  const whole = shareOf(words)
  const clauses = claim.clauses
    .map((clause) => words.filter(({ token }) => isWithin(token, clause)))
    .filter((within) => within.reduce((sum, { weight }) => sum + weight, 0) >= LEAST_CLAUSE_WEIGHT)
  return {
    whole,
    clause: Math.min(whole, ...clauses.map(shareOf)),
    own: ownShare(words),
    here: hereShare(words, names.beside.size + names.around.size, claim.quantities.length),
    unsaid: words.filter(({ said }) => said < LEAST_SAID).map(({ token }) => token.surface),
  }
}

/** Where there are few other words than names, they may stand beside the sentences. */
function ownShare(words: readonly CoveredWord[]): number {
  const plain = words.filter(({ own }) => own !== undefined)
  const weight = plain.reduce((sum, word) => sum + word.weight, 0)
  return weight < LEAST_OWN_WEIGHT
    ? shareOf(plain)
    : shareOf(plain.map((word) => ({ ...word, said: word.own ?? 0 })))
}

/** Quantities are always in the sentences, or the claim fails for that. */
function hereShare(words: readonly CoveredWord[], namesElsewhere: number, quantities: number): number {
  const weight = words.reduce((sum, word) => sum + word.weight, QUANTITY * quantities)
  const said = words.reduce((sum, word) => sum + word.weight * (word.own ?? 1), QUANTITY * quantities)
  return weight === 0 ? 1 : said / (weight + NAME_ELSEWHERE * namesElsewhere)
}

function isContent(token: Token, { quantities }: ReadText, { beside, around }: SortedNames): boolean {
  return (
    !token.isFunction &&
    !beside.has(token) &&
    !around.has(token) &&
    !quantities.some(({ start, end }) => token.start < end && token.end > start)
  )
}

function shareOf(words: readonly Pick<CoveredWord, 'weight' | 'said'>[]): number {
  const weight = words.reduce((sum, word) => sum + word.weight, 0)
  return weight === 0 ? 1 : words.reduce((sum, word) => sum + word.weight * word.said, 0) / weight
}

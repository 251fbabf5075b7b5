import type { Span } from '../../domain/span.ts'
import { isWithin, overlaps } from '../alignment.ts'
import type { ReadText } from './read-text.ts'
import type { Token } from './tokens.ts'

/** Fewer words say when or where something is, and belong to what follows. */
const LEAST_WORDS = 2

/** The clauses of a claim; what only says when or where, with what it is said of. */
export function statementsOf(claim: ReadText): Span[] {
  const clauses: Span[] = []
  let start: number | undefined
  for (const [at, clause] of claim.clauses.entries()) {
    start ??= clause.start
    if (contentOf(claim, clause).length < LEAST_WORDS && at < claim.clauses.length - 1) continue
    clauses.push({ start, end: clause.end })
    start = undefined
  }
  return clauses
}

/** The words of a part of a text that say something, its numbers aside. */
export function contentOf({ tokens, quantities }: ReadText, span: Span): Token[] {
  return tokens.filter(
    (token) =>
      !token.isFunction && isWithin(token, span) && !quantities.some((quantity) => overlaps(token, quantity)),
  )
}

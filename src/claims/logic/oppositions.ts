import { type Alignment, clauseAt, isWithin } from '../alignment.ts'
import type { ReadText } from '../reading/read-text.ts'
import { OPPOSITIONS } from './opposition-table.ts'

/**
 * Whether a claim says one side of an opposition of which its evidence says the other alone: later where that says earlier,
 * at most where it says at least.
 *
 * @returns the words of the claim
 */
export function turnsRound(claim: ReadText, alignment: Alignment): string | undefined {
  const source = alignment.evidence.map(({ text }) => text).join('\n')
  for (const sides of OPPOSITIONS) {
    for (const [at, own] of sides.entries()) {
      const other = sides[1 - at]
      const said = own.claim.exec(claim.text)
      if (said === null || other === undefined || other.claim.test(claim.text)) continue
      const isBorneOut = own.evidence.test(source) && (own.claim.test(source) || !other.claim.test(source))
      if (!isBorneOut && other.evidence.test(nearest(claim, said.index, alignment))) return said[0]
    }
  }
  return undefined
}

/** What the clauses say that the clause of a claim comes from. */
function nearest(claim: ReadText, at: number, alignment: Alignment): string {
  const clause = clauseAt(claim, at)
  const words = claim.tokens.filter((token) => !token.isFunction && isWithin(token, clause))
  return alignment
    .homesOf(words)
    .map(({ sentence, start, end }) => alignment.evidence[sentence]?.text.slice(start, end))
    .join('\n')
}

import type { ReadText } from '../reading/read-text.ts'
import { OPPOSITIONS } from './opposition-table.ts'

/**
 * Whether a claim says one side of an opposition of which its evidence says the other alone: later where that says earlier,
 * at most where it says at least.
 *
 * @returns the words of the claim
 */
export function turnsRound(claim: ReadText, evidence: readonly ReadText[]): string | undefined {
  const source = evidence.map(({ text }) => text).join('\n')
  for (const sides of OPPOSITIONS) {
    for (const [at, own] of sides.entries()) {
      const other = sides[1 - at]
      const said = own.claim.exec(claim.text)
      if (said === null || other === undefined || other.claim.test(claim.text)) continue
      const isBorneOut = own.evidence.test(source) && (own.claim.test(source) || !other.claim.test(source))
      if (!isBorneOut && other.evidence.test(source)) return said[0]
    }
  }
  return undefined
}

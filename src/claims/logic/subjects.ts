import type { Span } from '../../domain/span.ts'
import { type Alignment, isWithin } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import { isSameQuantity } from '../quantities/quantity.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import { saidBy } from '../words/coverage.ts'

/** So much of what a clause of a claim says, its subject aside, must be said by one clause of the evidence. */
const MOSTLY = 0.7
const LEAST_SAID = 2
/** A subject that the claim says less than this it does not say. */
const SAID = 0.4

/** Whether a clause of a claim says of one what a clause of its evidence says of another, who is not in the claim at all. */
export function takesPlaceOfSubject(claim: ReadText, alignment: Alignment, { reader }: ClaimTools): boolean {
  if (alignment.evidence.some(({ isHan }) => isHan !== claim.isHan)) return false
  const meant = reader.meaningsOf(claim.text)
  return claim.clauses.some((clause) => {
    const words = contentIn(claim, clause)
    const [subject] = words
    if (subject === undefined) return false
    const rest = words.filter((word) => !isCounted(claim, word)).slice(1)
    const quantities = claim.quantities.filter((quantity) => isWithin(quantity, clause))
    return alignment.evidence.some((read, sentence) =>
      read.clauses.some((span) => {
        const isHere = (word: Token) =>
          alignment
            .mentionsOf(word)
            .some((mention) => mention.sentence === sentence && isWithin(mention, span))
        if (isHere(subject) || alignment.mentionsOf(subject).length === 0) return false
        const said =
          rest.filter(isHere).length +
          quantities.filter((quantity) =>
            read.quantities.some((other) => isWithin(other, span) && isSameQuantity(quantity, other)),
          ).length
        const asked = rest.length + quantities.length
        if (said < LEAST_SAID || said < MOSTLY * asked) return false
        const [owner, next] = contentIn(read, span)
        if (owner === undefined || next === undefined || isCounted(read, owner)) return false
        return saidBy(meant, owner, reader) < SAID
      }),
    )
  })
}

function contentIn({ tokens }: ReadText, span: Span): Token[] {
  return tokens.filter((token) => !token.isFunction && isWithin(token, span))
}

function isCounted({ quantities }: ReadText, { start, end }: Span): boolean {
  return quantities.some((quantity) => start < quantity.end && end > quantity.start)
}

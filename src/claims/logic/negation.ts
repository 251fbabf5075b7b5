import { type Alignment, clauseAt, isWithin, overlaps, type Place } from '../alignment.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import { type NegationCue, negationCues, saysMore, saysNotOnly, saysOnly } from './negation-cues.ts'

/**
 * Whether a claim denies what its evidence says, or says what that denies. Words are compared by whether a "not" reaches
 * them, in the claim and where the evidence says the same.
 */
export function contradictsNegation(claim: ReadText, alignment: Alignment): 'added' | 'dropped' | undefined {
  const claimCues = negationCues(claim)
  const evidenceCues = alignment.evidence.map(negationCues)
  const content = claim.tokens.filter(({ isFunction, kind }) => !isFunction && kind !== 'number')
  const whole = alignment.evidence.map(({ text }) => text).join('\n')
  if (saysNotOnly(claim.text) && !saysMore(whole)) return 'added'
  if (saysNotOnly(whole) && saysOnly(claim.text)) return 'dropped'
  const outright = claimCues.filter((cue) => cue.outright).length
  if (!/[?？]/.test(claim.text) && outright > evidenceCues.flat().length) return 'added'
  if (addsNegation(claim, content, claimCues, evidenceCues, alignment)) return 'added'
  if (dropsNegation(claim, content, claimCues, evidenceCues, alignment)) return 'dropped'
  return undefined
}

/** Only the first words behind a "not" are what it denies. */
const DENIED_WORDS = 3

function addsNegation(
  claim: ReadText,
  content: readonly Token[],
  claimCues: readonly NegationCue[],
  evidenceCues: readonly (readonly NegationCue[])[],
  alignment: Alignment,
): boolean {
  const isDenied = ({ sentence, start, end }: Place) =>
    evidenceCues[sentence]?.some(
      (cue) => isWithin({ start, end }, cue.scope) && !(start < cue.end && end > cue.start),
    )
  return claimCues.some((cue) => {
    // A question claims nothing: "Is it not an antique?"
    if (/[?？]/.test(claim.text.slice(cue.end).match(/[.?!。？！]/)?.[0] ?? '')) return false
    if (!cue.outright || COMPARES.test(claim.text.slice(cue.start, cue.scope.end))) return false
    const isOfNoun = /^(?:no|none|nobody|nothing)$/i.test(claim.text.slice(cue.start, cue.end))
    const denied = content
      .filter((token) => isWithin(token, cue.scope))
      .slice(0, isOfNoun ? 2 * DENIED_WORDS : DENIED_WORDS)
    const said = denied.filter((token) => alignment.mentionsOf(token).length > 0)
    // "No product decides": the verb is denied as well.
    const [head] = isOfNoun
      ? [said.find((token) => alignment.mentionsOf(token).some(isDenied)) ?? said[0]]
      : said
    if (head !== undefined) {
      const clause = clauseAt(claim, cue.start)
      const around = content.filter((token) => isWithin(token, clause))
      return !alignment.mentionsOf(head).some(isDenied) && !deniesNearby(around, evidenceCues, alignment)
    }
    // Said in other words: then the clause that is about the same must deny something, or anything where none is.
    const clause = clauseAt(claim, cue.start)
    const around = content
      .filter((token) => isWithin(token, clause))
      .flatMap((token) => alignment.mentionsOf(token))
    const denies = ({ sentence, start }: Place) => {
      const read = alignment.evidence[sentence]
      return (
        read !== undefined && evidenceCues[sentence]?.some((other) => isWithin(other, clauseAt(read, start)))
      )
    }
    return around.length > 0 ? !around.some(denies) : !evidenceCues.some((cues) => cues.length > 0)
  })
}

/** Whether the clauses that these words come from deny anything. */
function deniesNearby(
  words: readonly Token[],
  evidenceCues: readonly (readonly NegationCue[])[],
  alignment: Alignment,
): boolean {
  return alignment
    .homesOf(words)
    .some(({ sentence, start, end }) => evidenceCues[sentence]?.some((cue) => isWithin(cue, { start, end })))
}

/** "None is higher" says what "the highest" says. */
const COMPARES = /更|比.*[高大长多]|\b\w+er than\b|\bmore \w+ than\b/u

function dropsNegation(
  claim: ReadText,
  content: readonly Token[],
  claimCues: readonly NegationCue[],
  evidenceCues: readonly (readonly NegationCue[])[],
  alignment: Alignment,
): boolean {
  const isFree = (mention: Place) =>
    !(evidenceCues[mention.sentence] ?? []).some((cue) => cue.outright && isWithin(mention, cue.scope))
  const isDenied = (token: Token) => {
    const clause = clauseAt(claim, token.start)
    return claimCues.some((cue) => isWithin(token, cue.scope) || isWithin(cue, clause))
  }
  const outright = (cues: readonly NegationCue[]) => cues.filter((cue) => cue.outright).length
  const denials = outright(claimCues)
  return evidenceCues.some((cues, sentence) =>
    cues.some((cue) => {
      if (!cue.outright || denials >= outright(cues)) return false
      const { text = '', tokens = [] } = alignment.evidence[sentence] ?? {}
      const isHere = (mention: Place) => mention.sentence === sentence && isWithin(mention, cue.scope)
      const said = content.filter((token) => alignment.mentionsOf(token).some(isHere))
      if (said.some(isDenied)) return false
      // What is said elsewhere as well, without the "not", may be what is claimed.
      const denied = said.filter((token) => !alignment.mentionsOf(token).some(isFree))
      const heads = tokens.filter((token) => !token.isFunction && isWithin(token, cue.scope)).slice(0, 2)
      const sayHead = denied.filter((token) =>
        alignment
          .mentionsOf(token)
          .some((mention) => isHere(mention) && heads.some((head) => overlaps(mention, head))),
      )
      const isTelling = sayHead.some(({ kind, key }) => kind === 'latin' || [...key].length > 1)
      // Not more than is no denial of the rest.
      const compares = /^\s*(?:超过|高于|低于|exceed\w*|above|over)/u.test(text.slice(cue.end))
      return isTelling || (denied.length >= 2 && !compares)
    }),
  )
}

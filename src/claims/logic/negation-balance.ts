import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { type Alignment, isWithin } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import type { ReadText } from '../reading/read-text.ts'
import { saidBy, weightOf } from '../words/coverage.ts'
import { type NegationCue, negationCues } from './negation-cues.ts'

/**
 * A clause is told where so much of what the claim takes from its evidence stands in it alone, and the claim says so much
 * of the clause: the first pair, or the second.
 */
const TOLD = [
  { alone: 0.35, said: 0.3 },
  { alone: 0.1, said: 0.7 },
]

/** Of a clause that says more of the claim than any other so much must be said by it, and so much of the claim by the clause. */
const ALL_BUT = 0.9
const MOSTLY = 0.6

/** Words that limit more often than they deny: they make up for no "not". */
const LIMITS =
  /^(?:too|only|yet|instead|free|close[sd]|shut|ended|before|until|仅|只有|只[能限在]|除了|以外|之外|例外|擅自|断|停.|丢|结束|关闭|错|误|而是)$/iu
/** These make up for a "not" that stands in the evidence: 还没 … 就, "before it had". */
const BEFORE = /^(?:before|until)$/iu

/**
 * Whether a claim denies fewer things than the clauses that it tells, or more than all of its evidence. In other words and
 * languages there are as many negations on both sides, nearly always; words that deny by themselves (refuse, 禁止) make up
 * for one.
 */
export function unbalancesNegation(
  claim: ReadText,
  alignment: Alignment,
  tools: ClaimTools,
): 'added' | 'dropped' | undefined {
  if (/[?？]/.test(claim.text)) return undefined
  const cues = negationCues(claim)
  const outright = cues.filter((cue) => cue.outright)
  const evidence = alignment.evidence.map((read) => ({ read, cues: negationCues(read) }))
  const told = toldClauses(claim, alignment.evidence, tools)
  // Refused on both sides is no "not" for either.
  const claimWords = new Set(cues.map((cue) => textOf(claim, cue)))
  const evidenceWords = new Set(
    evidence.flatMap(({ read, cues: there }) => there.map((cue) => textOf(read, cue))),
  )
  const denials = evidence
    .filter(({ read }) => told.length === 0 || told.some(({ text }) => text === read))
    .flatMap(({ read, cues: there }) =>
      there.filter((cue) => {
        const word = textOf(read, cue)
        return cue.outright || (!LIMITS.test(word) && !claimWords.has(word))
      }),
    )
  if (outright.length > denials.length) return 'added'

  const implied = cues.filter((cue) => {
    const word = textOf(claim, cue)
    return !cue.outright && !evidenceWords.has(word) && (!LIMITS.test(word) || BEFORE.test(word))
  })
  const demanded = new Set(
    evidence.flatMap(({ read, cues: there }) =>
      there
        .filter(
          (cue) =>
            cue.outright &&
            !isStuttered(read, cue) &&
            told.some(({ text, span }) => text === read && isWithin(cue, span)),
        )
        // 与IaaS无关,与公有云无关: one "nothing" denies it all. A "no" among Chinese words is part of a name.
        .map((cue) =>
          read.isHan ? read.text.slice(cue.start, cue.end + 1).replace(/[a-z ]+/i, '') : String(cue.start),
        )
        .filter((denied) => denied !== ''),
    ),
  ).size
  return demanded > outright.length + implied.length ? 'dropped' : undefined
}

/** 也不是也不是: written twice. */
function isStuttered({ text }: ReadText, { start, end }: NegationCue): boolean {
  return start > 0 && text.startsWith(text.slice(start - 1, end), end)
}

function textOf({ text }: ReadText, { start, end }: NegationCue): string {
  return text.slice(start, end)
}

interface ToldClause {
  readonly text: ReadText
  readonly span: Span
}

/** The clauses of the evidence that a claim tells again: without which less of it would be said. */
function toldClauses(
  claim: ReadText,
  evidence: readonly ReadText[],
  { reader }: ClaimTools,
): readonly ToldClause[] {
  const clauses = evidence.flatMap((text) => text.clauses.map((span) => ({ text, span })))
  if (clauses.length <= 1) return clauses
  const words = claim.tokens.filter(({ isFunction }) => !isFunction)
  const said = clauses.map(({ text, span }) => {
    const meanings = reader.meaningsOf(text.text.slice(span.start, span.end))
    return words.map((word) => weightOf(word, reader) * saidBy(meanings, word, reader))
  })
  const best = (without: number) =>
    words.reduce(
      (sum, _, at) => sum + Math.max(0, ...said.map((row, i) => (i === without ? 0 : itemAt(row, at)))),
      0,
    )
  const whole = best(-1)
  const sums = said.map((row) => row.reduce((sum, value) => sum + value, 0))
  const meant = reader.meaningsOf(claim.text)
  return clauses.filter(({ text, span }, at) => {
    const own = whole - best(at)
    const inside = text.tokens.filter((token) => !token.isFunction && isWithin(token, span))
    const weights = inside.map((token) => weightOf(token, reader))
    const told = inside.reduce((sum, token, i) => sum + itemAt(weights, i) * saidBy(meant, token, reader), 0)
    const weight = weights.reduce((sum, value) => sum + value, 0)
    const share = weight === 0 ? 0 : told / weight
    // Said elsewhere as well, word by word, but nowhere so fully.
    const isFullest = sums[at] === Math.max(...sums) && inside.length > 1
    if (isFullest && share >= ALL_BUT && itemAt(sums, at) >= ALL_BUT * whole * MOSTLY) return true
    return TOLD.some(({ alone, said: least }) => own >= alone * whole && share >= least)
  })
}

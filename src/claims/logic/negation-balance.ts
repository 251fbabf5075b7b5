import type { Span } from '../../domain.ts'
import { type Alignment, isWithin } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import type { ReadText } from '../reading/read-text.ts'
import { saidBy, weightOf } from '../words/coverage.ts'
import { type NegationCue, negationCues } from './negation-cues.ts'

/** A clause is told where so much of what the claim takes from its evidence stands in it alone … */
const OWN_PART = 0.25
/** … or less of it, if the claim says most of the clause. */
const LEAST_OWN_PART = 0.08
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
  const denials = evidence.flatMap(({ read, cues: there }) =>
    there.filter((cue) => cue.outright || !LIMITS.test(textOf(read, cue))),
  )
  if (outright.length > denials.length) return 'added'

  const implied = cues.filter(
    (cue) => !cue.outright && (!LIMITS.test(textOf(claim, cue)) || BEFORE.test(textOf(claim, cue))),
  )
  const told = toldClauses(claim, alignment.evidence, tools)
  const demanded = new Set(
    evidence.flatMap(({ read, cues: there }) =>
      there
        .filter((cue) => cue.outright && told.some(({ text, span }) => text === read && isWithin(cue, span)))
        // 与IaaS无关,与公有云无关: one "nothing" denies it all. A "no" among Chinese words is part of a name.
        .map((cue) => (read.isHan ? read.text.slice(cue.start, cue.end + 1).replace(/[a-z ]+/i, '') : String(cue.start)))
        .filter((denied) => denied !== ''),
    ),
  ).size
  return demanded > outright.length + implied.length ? 'dropped' : undefined
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
      (sum, _, at) => sum + Math.max(0, ...said.map((row, i) => (i === without ? 0 : (row[at] ?? 0)))),
      0,
    )
  const whole = best(-1)
  const meant = reader.meaningsOf(claim.text)
  return clauses.filter(({ text, span }, at) => {
    const own = whole - best(at)
    const inside = text.tokens.filter((token) => !token.isFunction && isWithin(token, span))
    const weights = inside.map((token) => weightOf(token, reader))
    const told = inside.reduce((sum, token, i) => sum + (weights[i] ?? 0) * saidBy(meant, token, reader), 0)
    const share = told / Math.max(1e-9, weights.reduce((sum, weight) => sum + weight, 0))
    const [A,B,C,D] = (process.env.G ?? '.35,.3,.1,.7').split(',').map(Number) as [number,number,number,number]
    return (own >= A * whole && share >= B) || (own >= C * whole && share >= D)
  })
}

import { markersIn } from '../../../src/answer/markdown/markers.ts'
import type { ClaimChecker } from '../../../src/claims/check-claim.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Citation } from '../../../src/domain/citation.ts'

/** How well the citations of answers bear out what is said; sums, so that they can be added up. */
export interface CitationScore {
  readonly statements: number
  /** Statements that their citations bear out together. */
  readonly supported: number
  readonly citations: number
  /** Citations that a statement needs, or that bear it out by themselves. */
  readonly relevant: number
}

/**
 * Citation recall and precision as in ALCE (Gao et al. 2023, §3.3), with the gate for claims as the judge in the place of a
 * model of entailment.
 */
export function scoreCitations(
  { answer, citations }: Pick<Answer, 'answer' | 'citations'>,
  checker: Pick<ClaimChecker, 'check'>,
): CitationScore {
  const supports = (statement: string, cited: readonly Citation[]) =>
    cited.length > 0 && checker.check(statement, evidenceOf(cited)).faults.length === 0
  let [supported, cites, relevant] = [0, 0, 0]
  const statements = statementsOf(answer)
  for (const { text, markers } of statements) {
    const cited = citations.filter(({ marker }) => markers.includes(marker))
    const isSupported = supports(text, cited)
    if (isSupported) supported++
    cites += cited.length
    for (const citation of cited) {
      const others = cited.filter((other) => other !== citation)
      if (supports(text, [citation]) || (isSupported && !supports(text, others))) relevant++
    }
  }
  return { statements: statements.length, supported, citations: cites, relevant }
}

function evidenceOf(cited: readonly Citation[]) {
  return {
    sentences: cited.map(({ quote }) => quote),
    around: cited.map(({ text }) => text),
    context: cited.flatMap(({ title, section, text }) => [title, section, text]),
  }
}

/** What is said before each group of markers. */
function statementsOf(answer: string): { readonly text: string; readonly markers: readonly number[] }[] {
  const statements: { text: string; markers: number[] }[] = []
  let from = 0
  for (const { marker, start, end } of markersIn(answer)) {
    const text = answer.slice(from, start).replace(/[\\`]/g, '').trim()
    const last = statements.at(-1)
    if (text === '' && last !== undefined) last.markers.push(marker)
    else statements.push({ text, markers: [marker] })
    from = end
  }
  return statements
}

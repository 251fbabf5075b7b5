import type { Estimate } from './drafting/plan.ts'
import type { WriteReport } from './write-missing.ts'

/** Says in one line what a run did. */
export function describeRun(
  report: WriteReport,
  tokens: { readonly in: number; readonly out: number },
): string {
  const parts = [
    `${report.written} paragraphs written, ${report.questions} questions`,
    report.leftOut > 0 ? `${report.leftOut} pieces left out` : '',
    report.failed > 0 ? `${report.failed} paragraphs without` : '',
    tokens.in + tokens.out > 0 ? `${tokens.in} tokens in, ${tokens.out} out` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Says what a run would take, to two digits: it is no more than an estimate. */
export function describeEstimate({ calls, tokensIn, tokensOut }: Estimate): string {
  if (calls === 0) return 'Nothing would be asked'
  const about = (count: number) => Number(count.toPrecision(2))
  const tokens = `about ${about(tokensIn)} tokens in and ${about(tokensOut)} out`
  return `Would take ${calls} calls, ${tokens}, and one call more for each paragraph that has to be asked about again`
}

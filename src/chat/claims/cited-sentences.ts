import type { ClaimEvidence } from '../../claims/check-claim.ts'
import { statementEvidence } from '../../claims/statement-evidence.ts'
import type { SourceSentence } from '../prompt/source-sentences.ts'
import type { SourceSpan } from './source-search.ts'

/** The words under some labels: sentences that follow each other in a block are one quotation. */
export function spansOf(sentences: readonly SourceSentence[]): SourceSpan[] {
  const spans: SourceSpan[] = []
  const inOrder = [...sentences].sort((a, b) => (a.source === b.source ? a.start - b.start : 0))
  for (const { source, start, end } of inOrder) {
    const last = spans.at(-1)
    if (last !== undefined && last.source === source && follows(last, start)) {
      spans[spans.length - 1] = { source, start: last.start, end }
    } else spans.push({ source, start, end })
  }
  return spans
}

/** Whether nothing but white space lies between, and both stand in the same block. */
function follows({ source: { paragraph }, end }: SourceSpan, start: number): boolean {
  if (start < end || paragraph.text.slice(end, start).trim() !== '') return false
  return paragraph.blocks.some((block) => block.start < end && start < block.end)
}

/** What a claim that rests on these words is held to. */
export function evidenceOf(spans: readonly SourceSpan[]): ClaimEvidence {
  const each = spans.map(({ source: { article, paragraph }, ...span }) =>
    statementEvidence(article, paragraph, span),
  )
  return {
    sentences: each.flatMap(({ sentences }) => sentences),
    around: each.flatMap(({ around = [] }) => around),
    context: each.flatMap(({ context = [] }) => context),
  }
}

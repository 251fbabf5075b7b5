import type { Article } from '../domain/article.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import type { ClaimEvidence } from './check-claim.ts'

/** What was written ahead about a paragraph, as far as claims may take names from it. */
export interface Remarks {
  readonly names: readonly string[]
  readonly context?: string
}

/** Fewer characters (`5 輪`) say nothing by themselves, and are read with the rest of their sentences. */
const SHORTEST = 7

/**
 * What a sentence about some words of a paragraph may take its words from: the words themselves, beside them the rest of
 * their sentences and the one before, and names from all of the paragraph and what is known of it.
 */
export function statementEvidence(
  { title }: Pick<Article, 'title'>,
  { section, text, sentences }: Paragraph,
  { start, end }: Span,
  { names, context = '' }: Remarks = { names: [] },
): ClaimEvidence {
  const first = sentences.findIndex((sentence) => sentence.end > start)
  const last = sentences.findLastIndex((sentence) => sentence.start < end)
  const from = sentences[Math.max(0, first - 1)]?.start ?? 0
  const to = sentences[last]?.end ?? text.length
  const whole = text.slice(Math.min(sentences[first]?.start ?? 0, start), Math.max(to, end))
  return {
    sentences: [end - start < SHORTEST ? whole : text.slice(start, end)],
    around: [text.slice(Math.min(from, start), Math.max(to, end))],
    context: [title, section, text, context, ...names],
  }
}

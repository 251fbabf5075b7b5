import type { Library } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { RankedParagraph } from '../../retrieval/retriever.ts'

/** Another paragraph is cited as well while the ones before it are less sure than this together. */
const SURE_ENOUGH = 0.9
/** Another paragraph is cited only if it is at least this share as likely as the best one. */
const LEAST_SHARE_OF_BEST = 0.12

/** A paragraph that an answer may cite, with what was read of it. */
export interface CitableParagraph {
  readonly paragraph: Paragraph
  /** Row of the paragraph in the library. */
  readonly row: number
  readonly evidence: RankedParagraph
  /** How well it answers, 0–1. */
  readonly score: number
}

/**
 * The paragraphs that help to answer, best first: the best one, and others only where it is doubtful which one answers.
 *
 * @param ranked best first, no two of the same words
 */
export function paragraphsWorthCiting(
  ranked: readonly RankedParagraph[],
  library: Library,
  most: number,
): CitableParagraph[] {
  const worth: CitableParagraph[] = []
  let sureness = 0
  for (const evidence of ranked) {
    if (worth.length >= most) break
    const { paragraphRow: row, probability: score } = evidence
    if (sureness >= SURE_ENOUGH) break
    if (score < LEAST_SHARE_OF_BEST * (worth[0]?.score ?? score)) break
    worth.push({ paragraph: library.paragraphAt(row), row, evidence, score })
    sureness += score
  }
  return worth
}

import type { Library, Paragraph } from '../../domain.ts'
import type { RankedParagraph } from '../../retrieval/retriever.ts'

/** Another paragraph is cited as well while the ones before it are less sure than this together … */
const SURE_ENOUGH = 0.9
/** … and it is itself no less likely than this share of the best one. */
const LEAST_SHARE_OF_BEST = 0.12

/** A paragraph that an answer may cite, with what was read of it. */
export interface CitableParagraph {
  readonly paragraph: Paragraph
  /** Of the paragraph, see {@link Library.paragraphAt}. */
  readonly row: number
  readonly evidence: RankedParagraph
  /** How well it answers, with those that say the same in the same words, 0–1. */
  readonly score: number
}

/**
 * The paragraphs that help to answer, best first: the best one, and others only where it is doubtful which one answers.
 * Of several with the same text, the best stands for all.
 */
export function paragraphsWorthCiting(
  ranked: readonly RankedParagraph[],
  library: Library,
  most: number,
): CitableParagraph[] {
  const worth: CitableParagraph[] = []
  let sureness = 0
  for (const candidate of withoutRepetition(ranked, library)) {
    if (worth.length >= most) break
    const [best = candidate] = worth
    if (worth.length > 0 && sureness >= SURE_ENOUGH) break
    if (candidate.score < LEAST_SHARE_OF_BEST * best.score) break
    worth.push(candidate)
    sureness += candidate.score
  }
  return worth
}

function withoutRepetition(ranked: readonly RankedParagraph[], library: Library): CitableParagraph[] {
  const different = new Map<string, CitableParagraph>()
  for (const evidence of ranked) {
    const paragraph = library.paragraphAt(evidence.paragraph)
    const words = wordsOf(paragraph.text)
    const same = different.get(words)
    if (same === undefined) {
      different.set(words, { paragraph, row: evidence.paragraph, evidence, score: evidence.probability })
    } else different.set(words, { ...same, score: same.score + evidence.probability })
  }
  return [...different.values()]
}

/** The text without what a reader would not see as a difference. */
export function wordsOf(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

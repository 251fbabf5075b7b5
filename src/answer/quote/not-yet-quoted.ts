import type { Library } from '../../domain/library.ts'
import type { Span } from '../../domain/span.ts'
import type { RankedParagraph, Retrieval } from '../../retrieval/retriever.ts'
import { quoteParagraphs } from './quote-paragraphs.ts'
import { paragraphsWorthCiting } from './worth-citing.ts'

/** What says less than this share of what the best one says of a question is about something else. */
const LEAST_SAID = 0.6

/**
 * What there is to quote for somebody who wants more: what stands behind the words that the answer quotes, then the other
 * paragraphs about the question.
 *
 * @param times how many answers were given: the first, and one for each time that more was wanted
 * @param most how many paragraphs each of them may cite
 * @returns undefined where nothing is left
 */
export function notYetQuoted(
  retrieval: Retrieval,
  library: Library,
  { times, most }: { readonly times: number; readonly most: number },
): Retrieval | undefined {
  const saidBest = Math.max(...retrieval.ranked.map(({ window }) => window))
  let left = retrieval.ranked
  for (let given = 0; given < times && left.length > 0; given++) {
    const quoted = quotesOf(left, library, most)
    left = sharesOfOne(
      left.flatMap((one) => {
        const { id, sentences } = library.paragraphAt(one.paragraphRow)
        const quote = quoted.get(id)
        if (quote === undefined) return one.window >= LEAST_SAID * saidBest ? [one] : []
        const next = sentences.find(({ start }) => start >= quote.end)
        return next === undefined ? [] : [{ ...one, focus: next, holdsAnswer: undefined }]
      }),
    )
  }
  return left.length === 0 ? undefined : { ...retrieval, ranked: left }
}

/** The words that an answer quotes, by the id of their paragraph. */
function quotesOf(
  ranked: readonly RankedParagraph[],
  library: Library,
  most: number,
): ReadonlyMap<string, Span> {
  const worth = paragraphsWorthCiting(ranked, library, most)
  return new Map(quoteParagraphs(worth, library, most).map(({ paragraph, quote }) => [paragraph.id, quote]))
}

/** With probabilities that add up to 1 again, so that what is left is weighed against each other. */
function sharesOfOne(ranked: readonly RankedParagraph[]): RankedParagraph[] {
  const sum = ranked.reduce((total, { probability }) => total + probability, 0)
  return sum > 0 ? ranked.map((one) => ({ ...one, probability: one.probability / sum })) : [...ranked]
}

import type { Library } from '../../domain/library.ts'
import type { Span } from '../../domain/span.ts'
import type { RankedParagraph, Retrieval } from '../../retrieval/retriever.ts'
import { quoteParagraphs } from './quote-paragraphs.ts'
import { paragraphsWorthCiting } from './worth-citing.ts'

/** What says less than this share of what the best one says of a question is about something else. */
const LEAST_SAID = 0.6

interface MoreOptions {
  /** How many answers were given: the first, and one for each time that more was wanted. */
  readonly times: number
  /** How many paragraphs each of them may cite. */
  readonly most: number
  /** Whether the same is asked of other things, so that nothing more of what was cited is wanted. @default false */
  readonly isOfOthers?: boolean
}

/**
 * What there is to quote for somebody who wants more: what stands behind the words that the answer quotes, then the other
 * paragraphs about the question.
 *
 * @returns undefined where nothing is left
 */
export function notYetQuoted(
  retrieval: Retrieval,
  library: Library,
  { times, most, isOfOthers = false }: MoreOptions,
): Retrieval | undefined {
  const saidBest = Math.max(...retrieval.ranked.map(({ window }) => window))
  let left = retrieval.ranked
  for (let given = 0; given < times && left.length > 0; given++) {
    if (isOfOthers) {
      // What is cited first is about what was asked for; the rest may be about others.
      left = sharesOfOne(left.slice(1))
      continue
    }
    const quoted = quotesOf(left, library, most)
    left = sharesOfOne(
      left.flatMap((one) => {
        const { id, sentences, text } = library.paragraphAt(one.paragraphRow)
        const quote = quoted.get(id)
        if (quote === undefined) return one.window >= LEAST_SAID * saidBest ? [one] : []
        const quotedTo = endOfQuoted(quote, text)
        const next = sentences.find(({ end }) => end > quotedTo)
        if (next === undefined) return []
        const focus = { start: Math.max(next.start, quotedTo), end: next.end }
        return [{ ...one, focus, quotedTo, holdsAnswer: undefined }]
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

/** Where the quoted words end, with the marks behind them; before the rest of a sentence that was cut. */
function endOfQuoted({ end }: Span, text: string): number {
  return end + (/^[\s\p{P}]*/u.exec(text.slice(end))?.[0].length ?? 0)
}

/** With probabilities that add up to 1 again, so that what is left is weighed against each other. */
function sharesOfOne(ranked: readonly RankedParagraph[]): RankedParagraph[] {
  const sum = ranked.reduce((total, { probability }) => total + probability, 0)
  return sum > 0 ? ranked.map((one) => ({ ...one, probability: one.probability / sum })) : [...ranked]
}

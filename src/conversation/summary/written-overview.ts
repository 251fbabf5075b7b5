import type { Article, OverviewSentence } from '../../domain/article.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'

/** Chosen words and the paragraph that they stand in. */
export interface ChosenWords extends Span {
  readonly paragraph: Paragraph
}

/**
 * The words that were chosen ahead for the summary of an article, in reading order; of fewer than were chosen those from
 * all parts.
 *
 * @param room how many characters they may have together, in UTF-16 code units
 */
export function writtenOverview(
  { paragraphs, overview = [] }: Pick<Article, 'paragraphs' | 'overview'>,
  { count, room }: { readonly count: number; readonly room: number },
): ChosenWords[] {
  let left = room
  return spread(overview, count).flatMap(({ position, start, end }) => {
    const paragraph = paragraphs[position - 1]
    if (paragraph === undefined || end - start > left) return []
    left -= end - start
    return [{ paragraph, start, end }]
  })
}

function spread(overview: readonly OverviewSentence[], count: number): readonly OverviewSentence[] {
  if (overview.length <= count) return overview
  // What came of it all says more than how it began.
  if (count === 1) return overview.slice(-1)
  return overview.filter(
    (_, at) =>
      Math.floor((at * count) / overview.length) !== Math.floor(((at - 1) * count) / overview.length),
  )
}

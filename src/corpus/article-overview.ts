import type { Article, OverviewSentence } from '../domain/article.ts'
import type { Span } from '../domain/span.ts'
import type { WrittenQuestions } from './written-questions.ts'

/** The articles with the words that their sidecars chose for a summary; an article that has just these stays itself. */
export function withOverviews(
  articles: readonly Article[],
  written: readonly WrittenQuestions[],
): readonly Article[] {
  const chosen = new Map(
    written.flatMap(({ paragraphId, overview = [] }) =>
      overview.length > 0 ? [[paragraphId, overview] as const] : [],
    ),
  )
  return articles.map((article) => {
    const overview = chosen.size > 0 ? overviewOf(article, chosen) : []
    if (JSON.stringify(overview) === JSON.stringify(article.overview ?? [])) return article
    const { overview: _before, ...rest } = article
    return overview.length > 0 ? { ...rest, overview } : rest
  })
}

function overviewOf(
  { paragraphs }: Article,
  chosen: ReadonlyMap<string, readonly Span[]>,
): OverviewSentence[] {
  return paragraphs.flatMap(({ id, position }) =>
    (chosen.get(id) ?? []).map(({ start, end }) => ({ position, start, end })),
  )
}

import type { Article } from '../../src/domain/article.ts'
import { ConfigurationError } from '../../src/errors.ts'

/**
 * The articles that a person has named, by id, by file or by file without its ending; all of them where none is named.
 *
 * @throws ConfigurationError listing what there is, where a name is nobody's
 */
export function chooseArticles(articles: readonly Article[], names: readonly string[]): readonly Article[] {
  if (names.length === 0) return articles
  for (const name of names) {
    if (articles.some((article) => answersTo(article, name))) continue
    const known = articles.map(({ id }) => `\n  ${id}`).join('')
    throw new ConfigurationError(
      'configuration',
      `There is no article "${name}". There are:${known || ' none'}`,
    )
  }
  return articles.filter((article) => names.some((name) => answersTo(article, name)))
}

function answersTo({ id, source }: Article, name: string): boolean {
  return [id, source, source.replace(/\.\w+$/, '')].includes(name)
}

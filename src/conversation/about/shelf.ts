import type { Article } from '../../domain/article.ts'
import type { Library } from '../../domain/library.ts'
import type { AskRequest } from '../../domain/question.ts'

/** The articles that a turn can be about: all, or those that the request names. Unpacked when they are asked for. */
export interface Shelf {
  readonly count: number
  /** @throws RangeError outside 0 … count − 1 */
  at(row: number): Article
}

export function shelfOf(library: Library, { articles }: Pick<AskRequest, 'articles'>): Shelf {
  if (articles === undefined) {
    return { count: library.articleCount, at: (row) => library.articleAt(row) }
  }
  const chosen = [...new Set(articles)].flatMap((id) => library.article(id) ?? [])
  return {
    count: chosen.length,
    at: (row) => {
      const article = chosen[row]
      if (article === undefined) throw new RangeError(`No article ${row} among ${chosen.length}`)
      return article
    },
  }
}

import type { Library } from '../domain/library.ts'
import { InvalidRequestError } from '../errors.ts'

/** A message names no more ids than people read. */
const MOST_NAMED = 10

/**
 * Tells whether a paragraph stands in one of some articles.
 *
 * @param ids of the articles, at least one
 * @returns a test of a paragraph's row, fast enough for every row of an index
 * @throws InvalidRequestError for no article at all, and for one that is not there; it names the faulty id
 */
export function paragraphsOf(ids: readonly string[], library: Library): (row: number) => boolean {
  if (ids.length === 0) {
    throw new InvalidRequestError('retrieval', '"articles" is empty; leave it out to ask all articles.')
  }
  const accepted = new Uint8Array(library.paragraphCount)
  for (const id of ids) {
    const rows = library.paragraphRows(id)
    if (rows === undefined) throw unknownArticle(id, library)
    accepted.fill(1, rows.start, rows.end)
  }
  return (row) => accepted[row] === 1
}

function unknownArticle(id: string, library: Library): InvalidRequestError {
  const count = Math.min(library.articleCount, MOST_NAMED)
  const known = Array.from({ length: count }, (_, row) => `"${library.articleAt(row).id}"`)
  const more = library.articleCount > count ? ` and ${library.articleCount - count} more` : ''
  const message = `There is no article "${id}". The articles are ${known.join(', ')}${more}.`
  return new InvalidRequestError('retrieval', message, { fields: { article: id } })
}

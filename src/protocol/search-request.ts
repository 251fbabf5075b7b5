import * as z from 'zod'
import type { SearchRequest } from '../domain/search.ts'
import { parseQuery } from './parse-request.ts'
import { articleIds, LIMITS, listIn, numberIn, visibleText, wholeNumber } from './request-fields.ts'

/** What `GET /search` and the search of other interfaces take. */
export const searchRequest = z.object({
  query: visibleText(LIMITS.questionCharacters, 'is empty; say what to search for').describe(
    'A question or a few words.',
  ),
  limit: wholeNumber(1, LIMITS.results)
    .nullish()
    .describe('Maximum number of paragraphs to return; 10 by default.'),
  articles: articleIds.nullish().describe('Ids of the articles to search; all articles by default.'),
})

/**
 * Checks the query of `GET /search?q=…&limit=…&articles=…`; `articles` may come more than once.
 *
 * @throws {Problem} `invalid-request` that lists every fault with its parameter
 */
export function parseSearchQuery(parameters: URLSearchParams): SearchRequest {
  const fields = {
    query: parameters.get('q') ?? undefined,
    limit: numberIn(parameters.get('limit')),
    articles: listIn(parameters, 'articles'),
  }
  return toSearchRequest(parseQuery(searchRequest, fields, { query: 'q' }))
}

/** What was checked, without what is `null`. */
export function toSearchRequest({ query, limit, articles }: z.output<typeof searchRequest>): SearchRequest {
  return { query, ...(limit ? { limit } : {}), ...(articles ? { articles } : {}) }
}

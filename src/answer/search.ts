import type { Search, SearchResult } from '../domain/search.ts'
import { InvalidRequestError } from '../errors.ts'
import { Highlighter } from '../retrieval/highlights.ts'
import type { ParagraphRetriever, RankedParagraph } from '../retrieval/retriever.ts'
import type { SearchableIndex } from '../retrieval/searchable-index.ts'
import { timed } from '../stages.ts'
import { checkRequest } from './check-request.ts'
import { citationUrl } from './citation-url.ts'
import { relatedParagraph } from './citations.ts'

const DEFAULT_LIMIT = 10

export interface SearchOptions {
  /**
   * Whether a paragraph may be found by its vector alone. Built-in vectors hold nothing but words, so that a paragraph
   * near the query that shares no word with it is there by chance.
   */
  readonly byMeaning: boolean
}

/** Makes an index find paragraphs, ranked as for an answer. */
export function createSearch(
  { library, lexicalIndex }: Pick<SearchableIndex, 'library' | 'lexicalIndex'>,
  retriever: Pick<ParagraphRetriever, 'retrieve'>,
  { byMeaning }: SearchOptions,
): Search {
  return async ({ query, limit = DEFAULT_LIMIT, articles }, options = {}) => {
    checkRequest({ question: query })
    if (!Number.isInteger(limit) || limit < 1) {
      throw new InvalidRequestError('retrieval', 'limit must be a whole number from 1.')
    }
    const { signal } = options
    signal?.throwIfAborted()
    const retrieval = await timed('retrieval', options, () => retriever.retrieve(query, [], articles))
    signal?.throwIfAborted()
    const highlighter = new Highlighter(retrieval.query, lexicalIndex)
    const toResult = ({ paragraphRow, probability, focus }: RankedParagraph): SearchResult[] => {
      const paragraph = library.paragraphAt(paragraphRow)
      const article = library.article(paragraph.article)
      if (article === undefined) return []
      const found = relatedParagraph(paragraph, article, focus)
      return [
        {
          ...found,
          kind: paragraph.kind,
          url: citationUrl(paragraph, ...(focus === undefined ? [] : [focus])),
          score: probability,
          highlights: highlighter.of(found.text),
        },
      ]
    }
    const found = retrieval.ranked.filter(({ said }) => byMeaning || said > 0)
    return found.slice(0, limit).flatMap(toResult)
  }
}

import type { Library } from '../domain/library.ts'
import type { Retrieval } from '../retrieval/retriever.ts'
import { detectLanguage } from '../text/languages.ts'
import type { Answerer } from './answerer.ts'
import type { Claim } from './citations.ts'
import { composeQuotes } from './markdown/compose-answer.ts'
import { quoteParagraphs } from './quote/quote-paragraphs.ts'
import { paragraphsWorthCiting } from './quote/worth-citing.ts'

/** Answers in the article's own words: the best paragraph's, then those of the next best that help, while there is room. */
export function extractClaims(
  { ranked }: Retrieval,
  library: Library,
  maxCitations: number,
  isBrief = false,
): Claim[] {
  const worth = paragraphsWorthCiting(ranked, library, maxCitations)
  return quoteParagraphs(worth, library, maxCitations, isBrief).flatMap(({ paragraph, quote, score }) => {
    const article = library.article(paragraph.article)
    const words = paragraph.text.slice(quote.start, quote.end)
    return article === undefined ? [] : [{ ...quote, paragraph, article, quote: words, score }]
  })
}

/** Quotes the article. */
export const extractiveAnswerer: Answerer = ({ retrieval, library, maxCitations, inlineMarkup, isBrief }) => {
  const claims = extractClaims(retrieval, library, maxCitations, isBrief)
  const [first] = claims
  if (first === undefined) return undefined
  return {
    answer: composeQuotes(claims, inlineMarkup),
    claims,
    language: detectLanguage(first.quote),
    answerer: 'extractive',
  }
}

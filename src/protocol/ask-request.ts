import * as z from 'zod'
import type { AskRequest } from '../domain/question.ts'
import { components } from './openapi/components.ts'
import { parseBody, parseQuery } from './parse-request.ts'
import {
  articleIds,
  booleanIn,
  expected,
  LIMITS,
  language,
  listIn,
  numberIn,
  text,
  visibleText,
  wholeNumber,
} from './request-fields.ts'

const EXAMPLE = '{"question": "What is Docker?"}'

const turn = z.object(
  {
    role: z.enum(['user', 'assistant'], { error: expected('"user" or "assistant"') }),
    content: text(LIMITS.turnCharacters),
  },
  { error: expected('an object with "role" and "content"') },
)

/**
 * The body of `POST /ask`. Fields that are not known are left out and an explicit `null` counts as absent, so that a
 * client written for a later version still gets its answer.
 */
export const askRequest = z
  .object(
    {
      question: visibleText(LIMITS.questionCharacters, 'is empty; ask something').describe(
        'The question to answer, in Chinese or English.',
      ),
      history: z
        .array(turn, { error: expected('a list of turns, oldest first') })
        .max(LIMITS.turns, { error: `has too many turns; send the last ${LIMITS.turns} at most` })
        .nullish()
        .describe(
          'Earlier turns of the conversation, oldest first; the turns of the assistant may be left out.',
        ),
      maxCitations: wholeNumber(1, LIMITS.citations)
        .nullish()
        .describe('Maximum number of paragraphs that the answer may cite; 3 by default.'),
      language: language
        .nullish()
        .describe(
          'Language of the answer; by default that of the question. Quotes stay in their own language.',
        ),
      articles: articleIds.nullish().describe('Ids of the articles to answer from; all articles by default.'),
      inlineMarkup: z
        .boolean({ error: expected('true or false') })
        .nullish()
        .describe(
          'Whether quotes keep inline code, emphasis and links: in `answer` as Markdown, in citations as `styles` beside `blocks`.',
        ),
    },
    { error: `must be a JSON object such as ${EXAMPLE}` },
  )
  .register(components, { id: 'AskRequest' })

/**
 * Checks a body that was parsed as JSON.
 *
 * @throws {Problem} `invalid-request` that lists every fault with its JSON Pointer
 */
export function parseAskBody(body: unknown): AskRequest {
  return toAskRequest(parseBody(askRequest, body))
}

/** The query of `GET /ask`. */
export const askQuery = askRequest.omit({ history: true }).extend({
  before: z
    .array(text(LIMITS.turnCharacters))
    .max(LIMITS.turns)
    .nullish()
    .describe('Earlier questions that this one may refer to, oldest first.'),
})

/**
 * Checks the query of `GET /ask?q=…&before=…&maxCitations=…&language=…&articles=…&inlineMarkup=…`; `before` and `articles` may come more
 * than once.
 *
 * @throws {Problem} `invalid-request` that lists every fault with its parameter
 */
export function parseAskQuery(query: URLSearchParams): AskRequest {
  const fields = {
    question: query.get('q') ?? undefined,
    maxCitations: numberIn(query.get('maxCitations')),
    language: query.get('language'),
    articles: listIn(query, 'articles'),
    inlineMarkup: booleanIn(query.get('inlineMarkup')),
    history: listIn(query, 'before')?.map((content) => ({ role: 'user', content })),
  }
  return toAskRequest(parseQuery(askRequest, fields, { question: 'q', history: 'before' }))
}

/** What was checked, without what is `null`. */
export function toAskRequest({
  question,
  history,
  maxCitations,
  language,
  articles,
  inlineMarkup,
}: z.output<typeof askRequest>): AskRequest {
  return {
    question,
    ...(history ? { history } : {}),
    ...(maxCitations ? { maxCitations } : {}),
    ...(language ? { language } : {}),
    ...(articles ? { articles } : {}),
    ...(inlineMarkup ? { inlineMarkup } : {}),
  }
}

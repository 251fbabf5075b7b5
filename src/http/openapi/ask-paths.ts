import { servedAnswer } from '../../protocol/answer-schema.ts'
import { askQuery, askRequest } from '../../protocol/ask-request.ts'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { type Content, operation } from '../../protocol/openapi/operation.ts'
import { queryParameters } from '../../protocol/openapi/schema-reference.ts'
import { searchResponse } from '../../protocol/paragraph-schemas.ts'
import { searchRequest } from '../../protocol/search-request.ts'

const ANSWER: Content = { 'application/json': servedAnswer, 'text/event-stream': undefined }

const DESCRIPTION =
  'With `Accept: text/event-stream` the answer comes as server-sent events: `citations`, `token` and at last `done` or `error`.'

export const askPaths: Paths = {
  '/ask': {
    post: operation({
      id: 'ask',
      tag: 'Questions',
      costs: true,
      summary: 'Answer a question',
      description: DESCRIPTION,
      body: askRequest,
      example: { question: 'When was Lambda released?' },
      answers: {
        200: { description: 'The answer, or the statement that the articles do not say.', content: ANSWER },
      },
      problems: ['invalid-request', 'malformed-json', 'content-too-large', 'unsupported-media-type'],
    }),
    get: operation({
      id: 'askByQuery',
      tag: 'Questions',
      costs: true,
      summary: 'Answer a question given in the query string',
      description: DESCRIPTION,
      parameters: queryParameters(askQuery, { question: 'q' }),
      answers: {
        200: { description: 'The answer, or the statement that the articles do not say.', content: ANSWER },
      },
      problems: ['invalid-request'],
    }),
  },
}

export const searchPaths: Paths = {
  '/search': {
    get: operation({
      id: 'search',
      tag: 'Questions',
      costs: true,
      summary: 'Find paragraphs',
      parameters: queryParameters(searchRequest, { query: 'q' }),
      answers: {
        200: {
          description: 'The paragraphs found, best first.',
          content: { 'application/json': searchResponse },
        },
      },
      problems: ['invalid-request'],
    }),
  },
}

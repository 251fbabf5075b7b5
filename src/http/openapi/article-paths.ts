import { articleResponse, articlesResponse } from '../../protocol/article-document.ts'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation, pathParameter } from '../../protocol/openapi/operation.ts'
import { queryParameters } from '../../protocol/openapi/schema-reference.ts'
import { paragraphQuery } from '../../protocol/paragraph-request.ts'
import { paragraphResponse } from '../../protocol/paragraph-schemas.ts'

export const articlePaths: Paths = {
  '/articles': {
    get: operation({
      id: 'listArticles',
      tag: 'Articles',
      summary: 'List the articles',
      description: 'An HTML page, or JSON if `Accept` prefers it.',
      answers: {
        200: {
          description: 'All articles.',
          content: { 'application/json': articlesResponse, 'text/html': undefined },
        },
      },
    }),
  },
  '/articles/{id}': {
    get: operation({
      id: 'readArticle',
      tag: 'Articles',
      summary: 'Read an article',
      description: 'An HTML page, or JSON if `Accept` prefers it.',
      parameters: [
        pathParameter('id', 'Id of the article.'),
        {
          name: 'mark',
          in: 'query',
          required: false,
          description: 'Words to mark on the page: `<anchor>.<start>-<end>`, as in the `url` of a citation.',
          schema: { type: 'array', items: { type: 'string' } },
        },
      ],
      answers: {
        200: {
          description: 'The article.',
          content: { 'application/json': articleResponse, 'text/html': undefined },
        },
      },
      problems: ['not-found'],
    }),
  },
}

export const paragraphPaths: Paths = {
  '/paragraphs/{id}': {
    get: operation({
      id: 'readParagraph',
      tag: 'Articles',
      summary: 'Read a paragraph and its neighbours',
      parameters: [
        pathParameter('id', 'Id of the paragraph, its `#` written as `%23`.'),
        ...queryParameters(paragraphQuery),
      ],
      answers: {
        200: { description: 'The paragraph.', content: { 'application/json': paragraphResponse } },
      },
      problems: ['invalid-request', 'not-found'],
    }),
  },
}

import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation } from '../../protocol/openapi/operation.ts'
import { ASSETS } from '../assets/generated.js'

export const homePaths: Paths = {
  '/': {
    get: operation({
      id: 'home',
      tag: 'Pages',
      summary: 'Show the chat page',
      parameters: [
        {
          name: 'q',
          in: 'query',
          required: false,
          description: 'A question, whose answer the page then shows.',
          schema: { type: 'string' },
        },
      ],
      answers: { 200: { description: 'A page.', content: { 'text/html': undefined } } },
      problems: ['invalid-request', 'unauthorized', 'too-many-requests'],
    }),
  },
}

export const docsPaths: Paths = {
  '/docs': {
    get: operation({
      id: 'docs',
      tag: 'Pages',
      summary: 'Show the API reference',
      answers: { 200: { description: 'A page.', content: { 'text/html': undefined } } },
    }),
  },
}

/** What pages load. */
export function assetPaths(): Paths {
  return Object.fromEntries(
    Object.entries(ASSETS).map(([path, { type }]) => {
      const media = type.split(';')[0] ?? type
      const get = operation({
        id: `asset${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
        tag: 'Pages',
        summary: `Serve ${path.slice(1)} to pages`,
        answers: { 200: { description: 'A file.', content: { [media]: undefined } } },
      })
      return [path, { get }]
    }),
  )
}

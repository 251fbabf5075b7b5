import type { Paths } from '../protocol/openapi/openapi-types.ts'
import { operation } from '../protocol/openapi/operation.ts'

export const mcpPaths: Paths = {
  '/mcp': {
    post: operation({
      id: 'mcp',
      tag: 'Model Context Protocol',
      summary: 'Take a message of the Model Context Protocol',
      description:
        'Streamable HTTP without sessions, of 2025 and 2026. The tools `ask`, `search` and `fetch`, and the articles as resources.',
      answers: {
        200: {
          description: 'The result, or an error of JSON-RPC.',
          content: { 'application/json': undefined, 'text/event-stream': undefined },
        },
        202: { description: 'A notification was taken.' },
      },
      costs: true,
    }),
  },
}

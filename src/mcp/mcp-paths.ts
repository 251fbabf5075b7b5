import type { Paths } from '../protocol/openapi/openapi-types.ts'
import { operation } from '../protocol/openapi/operation.ts'

/** Of the protocol, not of this service. */
const ERROR = { 'application/json': undefined }

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
        400: { description: 'This is no message of the protocol (an error of JSON-RPC).', content: ERROR },
        404: { description: 'There is no such method (an error of JSON-RPC).', content: ERROR },
        406: { description: '`Accept` leaves out one of both forms (an error of JSON-RPC).', content: ERROR },
        413: { description: 'The message is too large (an error of JSON-RPC).', content: ERROR },
        415: { description: 'The message is not sent as JSON (an error of JSON-RPC).', content: ERROR },
      },
      costs: true,
    }),
  },
}

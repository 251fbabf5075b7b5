import type { Paths } from '../protocol/openapi/openapi-types.ts'
import { operation } from '../protocol/openapi/operation.ts'

/** Of the protocol, not of this service. */
const ERROR = { 'application/json': undefined }

export const mcpPaths: Paths = {
  '/mcp': {
    post: operation({
      id: 'mcp',
      tag: 'Model Context Protocol',
      summary: 'Send a message of the Model Context Protocol',
      description:
        'Streamable HTTP without sessions, in the versions of 2025 and 2026. Offers the tools `ask`, `search` and `fetch`, and the articles as resources.',
      answers: {
        200: {
          description: 'The result, or a JSON-RPC error.',
          content: { 'application/json': undefined, 'text/event-stream': undefined },
        },
        202: { description: 'The notification was accepted.' },
        400: { description: 'The body is not a message of the protocol (a JSON-RPC error).', content: ERROR },
        404: { description: 'There is no such method (a JSON-RPC error).', content: ERROR },
        406: {
          description: '`Accept` leaves out one of the two media types (a JSON-RPC error).',
          content: ERROR,
        },
        413: { description: 'The message is too large (a JSON-RPC error).', content: ERROR },
        415: { description: 'The message was not sent as JSON (a JSON-RPC error).', content: ERROR },
      },
      costs: true,
    }),
  },
}

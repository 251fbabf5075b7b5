import { createMcpHandler } from '@modelcontextprotocol/server'
import type { McpContext } from './mcp-context.ts'
import { createMcpServer } from './mcp-server.ts'

/** A call holds a question and its history, no more. */
const MAX_BODY_BYTES = 256 * 1024

/**
 * Answers one request of the Streamable HTTP transport, of the 2026 protocol or of those of 2025. Nothing is kept
 * between requests: no session, no subscription.
 */
export async function handleMcp(request: Request, context: McpContext): Promise<Response> {
  const handler = createMcpHandler(() => createMcpServer(context), {
    maxRequestBodySize: MAX_BODY_BYTES,
    maxSubscriptions: 0,
    onerror: (err) => context.log.debug({ err }, 'An MCP request was refused'),
  })
  return await handler.fetch(request)
}

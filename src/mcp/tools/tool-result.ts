import type { CallToolResult } from '@modelcontextprotocol/server'
import { InvalidRequestError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { Problem } from '../../protocol/problem.ts'

/** What all tools are: they read, nothing but the articles, and say the same each time. */
export const READING = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const

/**
 * A result for programs, and the same as text for clients that hand on nothing else.
 *
 * @param text for language models to read
 * @default the JSON
 */
export function structured(content: object, text = JSON.stringify(content)): CallToolResult {
  return { content: [{ type: 'text', text }], structuredContent: { ...content } }
}

/** Runs a call; a language model gets to read what was wrong with its request, and no details of anything else. */
export async function orToolError(
  tool: string,
  log: Log,
  run: () => Promise<CallToolResult>,
): Promise<CallToolResult> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof InvalidRequestError || error instanceof Problem) return failure(error.message)
    log.error({ tool, err: error }, 'The tool failed')
    return failure('The request could not be answered. Try again.')
  }
}

function failure(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true }
}

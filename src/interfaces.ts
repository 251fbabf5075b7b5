import type { HttpInterface } from './http/http-interface.ts'
import type { Log } from './log.ts'
import { mcpInterface } from './mcp/mcp-interface.ts'
import { openAiInterface } from './openai/openai-interface.ts'

export interface InterfaceOptions {
  readonly log: Log
}

/** What is served in Node and in Workers alike, besides what `createApp` serves itself. A new interface is a line here. */
export function commonInterfaces({ log }: InterfaceOptions): HttpInterface[] {
  return [openAiInterface({ log }), mcpInterface({ log })]
}

import type { HttpInterface } from './http/http-interface.ts'
import { feedbackInterface } from './http/routes/feedback.ts'
import type { Log } from './log.ts'
import { mcpInterface } from './mcp/mcp-interface.ts'
import { openAiInterface } from './openai/openai-interface.ts'
import type { Feedback } from './question-log/feedback.ts'
import type { QuestionLog } from './question-log/question-log.ts'

export interface InterfaceOptions {
  readonly log: Log
  readonly feedback: Feedback
  readonly questionLog?: QuestionLog | undefined
}

/** The interfaces that Node and Workers both serve, besides those of `createApp`. A new interface is one line here. */
export function commonInterfaces({ log, feedback, questionLog }: InterfaceOptions): HttpInterface[] {
  return [feedbackInterface({ feedback, questionLog }), openAiInterface({ log }), mcpInterface({ log })]
}

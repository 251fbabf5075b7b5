import type { FollowUpRewriter } from '../../answer/follow-up-rewriter.ts'
import { ChatError } from '../../errors.ts'
import type { ChatClient } from '../calling/chat-client.ts'
import { acceptRewrite } from './accept-rewrite.ts'
import { rewritePrompt } from './rewrite-prompt.ts'

/** Of the time that a question may take, so that enough is left for its answer. */
const SHARE_OF_TIME = 1 / 3

/** Has a language model say follow-ups so that they stand alone; those it fails at are understood by rules. */
export function chatRewriter(client: ChatClient): FollowUpRewriter {
  return async ({ startedAt, signal, onStage, ...followUp }) => {
    let reply = ''
    try {
      await client.call(rewritePrompt(followUp), {
        deadline: startedAt + SHARE_OF_TIME * client.settings.timeoutMilliseconds,
        signal,
        ...(onStage && { onStage }),
        onText: (text) => {
          reply += text
          return true
        },
      })
    } catch (error) {
      // The client has logged it.
      if (error instanceof ChatError) return undefined
      throw error
    }
    return acceptRewrite(reply, followUp)
  }
}

import type { Writer, WriterTools } from '../answer/open-snapshot.ts'
import { ClaimChecker } from '../claims/check-claim.ts'
import type { ChatClient } from './calling/chat-client.ts'
import { chatAnswerer } from './chat-answerer.ts'
import { chatRewriter } from './rewriting/chat-rewriter.ts'

/** Has a language model answer from an index, and understand follow-ups, as far as it can be relied upon. */
export function chatWriter(client: ChatClient): (tools: WriterTools) => Writer {
  return ({ dictionary, otherwise }) => ({
    answerer: chatAnswerer({ client, checker: new ClaimChecker(dictionary), otherwise }),
    rewrite: chatRewriter(client),
  })
}

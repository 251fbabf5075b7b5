import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { UsageMetadata } from '@langchain/core/messages'
import { AsyncCaller, parseRetryAfterMs } from '@langchain/core/utils/async_caller'
import type { Converse } from './drafting/write-entry.ts'

export interface ConversationOptions {
  /** Ends calls and waits between them. */
  readonly signal: AbortSignal
  readonly onUsage?: (tokens: { readonly in: number; readonly out: number }) => void
}

const RETRIES = 5
/** A server that asks for a longer pause has no more to give today. */
const LONGEST_PAUSE_MILLISECONDS = 5 * 60_000

/**
 * A conversation with any of LangChain's chat models that outlasts an overloaded server: it tries again after one second,
 * two, four …, or when the server says.
 */
export function conversationWith(model: BaseChatModel, { signal, onUsage }: ConversationOptions): Converse {
  const caller = new AsyncCaller({ maxRetries: RETRIES, onFailedAttempt: decideToRetry })
  return async (messages) => {
    signal.throwIfAborted()
    // One of its own for each call: the listeners that the layers below leave behind go with it.
    const ending = AbortSignal.any([signal])
    const reply = await caller.callWithOptions({ signal: ending }, () => {
      ending.throwIfAborted()
      return model.invoke(
        messages.map(([role, content]) => [role, content] as [typeof role, string]),
        { signal: ending },
      )
    })
    // The port's type for models in general leaves it out; those that count have it.
    const usage = reply.usage_metadata as UsageMetadata | undefined
    if (usage) onUsage?.({ in: usage.input_tokens, out: usage.output_tokens })
    return reply.text
  }
}

/** What servers' errors have in common, as far as they come from servers. */
interface ServerError {
  readonly status?: unknown
  readonly code?: unknown
  readonly headers?: { get?(name: string): string | null }
  /** Read by the caller: how long to wait at least. */
  retryAfterMs?: number
}

/** Throws an error that another attempt would meet again; notes on any other how long the server asks to wait. */
function decideToRetry(error: Error & ServerError): void {
  const { status, code } = error
  const passing = typeof status !== 'number' || status === 408 || status === 429 || status >= 500
  if (!passing || code === 'insufficient_quota' || error.name === 'AbortError') throw error
  const pause = parseRetryAfterMs(error.headers?.get?.('retry-after'))
  if (pause === undefined) return
  if (pause > LONGEST_PAUSE_MILLISECONDS) throw error
  error.retryAfterMs = pause
}

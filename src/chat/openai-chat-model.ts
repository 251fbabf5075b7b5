import { ChatOpenAI } from '@langchain/openai'
import type { ChatModel } from './chat-settings.ts'

export interface OpenAiServer {
  readonly model: string
  /** Without its last slash. */
  readonly baseUrl: string
  /** Servers on one's own machine seldom ask for one. */
  readonly apiKey: string | undefined
}

/** Models that take no temperature but their own. */
const REASONING = /(?:^|\/)(?:o\d|gpt-5)/

/** How a connection that was kept ends where the server has closed it just when it is used again. */
const CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** Sends a request again at once where the connection was closed before any of the answer came: the server has not taken it. */
const fetchAnew: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init)
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { readonly code?: unknown }
    if (init?.signal?.aborted || !CLOSED.has(String(code))) throw error
    return await fetch(input, init)
  }
}

/**
 * LangChain's client of a model on any server that speaks OpenAI's API. It tries a call once, as the time for another
 * attempt is the asker's time, but for a connection that was closed while nobody used it.
 *
 * @param replyTokens maximum tokens of a reply
 * @example
 * ```ts
 * const model = openAiChatModel({ model: 'qwen3:8b', baseUrl: 'http://127.0.0.1:11434/v1', apiKey: undefined }, 1024)
 * ```
 */
export function openAiChatModel({ model, baseUrl, apiKey }: OpenAiServer, replyTokens: number): ChatModel {
  return new ChatOpenAI({
    model,
    // What is left open here, the client takes from OPENAI_… variables, and sends to a server it was not made for.
    apiKey: apiKey ?? 'none',
    // At its usual level, the client logs pieces of replies that it cannot read.
    configuration: { baseURL: baseUrl, organization: null, project: null, logLevel: 'off', fetch: fetchAnew },
    maxTokens: replyTokens,
    ...(REASONING.test(model) ? {} : { temperature: 0 }),
    streamUsage: true,
    maxRetries: 0,
  })
}

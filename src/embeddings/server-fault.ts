import { classifyRateLimitError, parseRetryAfterMs } from '@langchain/core/utils/async_caller'
import { EmbeddingsError, type EmbeddingsFault } from '../errors.ts'
import type { EmbeddingsServer } from './embeddings-server.ts'

/** Why a request failed, and whether it is worth another attempt. */
export interface ServerFault {
  readonly error: EmbeddingsError
  readonly temporary: boolean
  /** How long the server asks to be left alone. */
  readonly retryAfterMilliseconds: number | undefined
}

const LONGEST = 300
/** What LangChain adds to a message; it is for developers. */
const ADVICE = /\s*Troubleshooting URL:.*/s
/** Beside the 5xx: request timeout, conflict, too early, too many requests. */
const TEMPORARY = new Set([408, 409, 425, 429])

/**
 * Says for people what an OpenAI client threw. The server's own words are repeated without the key, and without a question
 * that somebody asked: some servers repeat what they were sent.
 */
export function describeServerFault(
  thrown: unknown,
  { model, baseUrl, apiKey }: EmbeddingsServer,
  question?: string,
): ServerFault {
  const { status } = thrown as { readonly status?: unknown }
  const words = wordsOf(thrown, [apiKey, question])
  const at = `The embeddings server at ${baseUrl}`
  const fault = (kind: EmbeddingsFault, message: string, temporary = false): ServerFault => ({
    error: new EmbeddingsError(kind, message, {
      fields: { model, baseUrl, status },
      // The thrown error itself holds the request's headers, and the key in them.
      cause: new Error(words),
    }),
    temporary,
    retryAfterMilliseconds: temporary ? retryAfterOf(thrown) : undefined,
  })

  if (status === 401 || status === 403)
    return fault('key', `${at} refuses the key (${status}); set EMBEDDINGS_API_KEY to one that it accepts`)
  if (status === 404)
    return fault(
      'address',
      `${at} is not there, or it has no model "${model}" (404); check EMBEDDINGS_BASE_URL and EMBEDDINGS`,
    )
  if (status === 402 || classifyRateLimitError(thrown)?.action === 'stop')
    return fault('quota', `${at} says that the account's quota is used up (${status}): ${words}`)
  if (typeof status === 'number') {
    const temporary = status >= 500 || TEMPORARY.has(status)
    return fault(temporary ? 'busy' : 'refused', `${at} answers ${status}: ${words}`, temporary)
  }
  if (isNonsense(thrown))
    return fault(
      'unusable',
      `${at} does not answer with one vector for each text; EMBEDDINGS_BASE_URL must be the address of an OpenAI-compatible server, which usually ends in /v1`,
    )
  if (thrown instanceof Error && thrown.name === 'TimeoutError')
    return fault('busy', `${at} has not answered in time`, true)
  return fault(
    'unreachable',
    `${at} cannot be reached: ${words}; check EMBEDDINGS_BASE_URL, and that the server runs`,
    true,
  )
}

/** A reply of another shape, or no JSON. A connection that breaks off is a `TypeError` too, with a cause. */
function isNonsense(thrown: unknown): boolean {
  return (thrown instanceof TypeError && thrown.cause === undefined) || thrown instanceof SyntaxError
}

function retryAfterOf(thrown: unknown): number | undefined {
  const { headers } = thrown as { readonly headers?: unknown }
  if (!(headers instanceof Headers)) return undefined
  return parseRetryAfterMs(headers.get('retry-after')) ?? undefined
}

/** The innermost reason says most: `connect ECONNREFUSED 127.0.0.1:1` instead of `fetch failed`. */
function wordsOf(thrown: unknown, hidden: readonly (string | undefined)[]): string {
  const messages: string[] = []
  for (let error = thrown; error instanceof Error && messages.length < 4; error = error.cause)
    messages.push(error.message.replace(ADVICE, '') || codeOf(error))
  let words = [messages[0] ?? String(thrown), ...messages.slice(1).slice(-1)].join(' ').trim()
  for (const each of hidden) if (each) words = words.replaceAll(each, '…')
  return words.replace(/\s+/g, ' ').slice(0, LONGEST)
}

/** Where a name has several addresses, an `AggregateError` says nothing but its code. */
function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name
}

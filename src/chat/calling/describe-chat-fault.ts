import { classifyRateLimitError, parseRetryAfterMs } from '@langchain/core/utils/async_caller'
import { ChatError, type ChatFault } from '../../errors.ts'

/** A code of the server, rather than words that might repeat what it was sent. */
const CODE = /^[\w.:-]{1,60}$/
const OVERFLOW =
  /context_length_exceeded|context (?:length|window|size)|maximum context|too many tokens|prompt is too long|exceeds? the/i
const TEMPORARY = new Set([408, 409, 425, 429])

const MESSAGES: Readonly<Record<ChatFault, string>> = {
  key: 'The chat server refuses the key; set CHAT_API_KEY to one that it accepts',
  address: 'The chat server is not there, or it does not have this model; check CHAT_BASE_URL and CHAT_MODEL',
  quota: "The chat server says that the account's quota is used up",
  busy: 'The chat server is busy',
  failed: 'The chat server fails',
  unreachable: 'The chat server cannot be reached; check CHAT_BASE_URL, and that the server runs',
  slow: 'The language model did not answer within CHAT_TIMEOUT',
  cut: 'The reply of the language model broke off',
  endless: 'The reply of the language model had no end',
  unusable:
    'The chat server does not stream as an OpenAI-compatible server does; its address usually ends in /v1',
  empty: 'The reply of the language model was empty',
  refused: 'The chat server refuses this question, or the language model does',
  overflow: 'The prompt is too long for the language model; set CHAT_CONTEXT_TOKENS to what it takes',
  unsupported: 'Nothing that the language model wrote is borne out by the articles',
  language: 'The language model answered in another language than was asked for',
  resting: 'The language model is given a break, as it failed before',
  spent: 'CHAT_MAX_TOKENS_PER_DAY is used up for today',
}

export function chatError(
  fault: ChatFault,
  details: ConstructorParameters<typeof ChatError>[2] = {},
): ChatError {
  return new ChatError(fault, MESSAGES[fault], details)
}

/**
 * Says for people why a call failed. The server's own words are left out: they may repeat the key, the question or the
 * articles. Its codes, and the words of the connection, say enough.
 */
export function describeChatFault(thrown: unknown): ChatError {
  if (thrown instanceof ChatError) return thrown
  const { status, code, type, headers } = thrown as Readonly<Record<string, unknown>>
  const known = [code, type].filter((each) => typeof each === 'string' && CODE.test(each))
  const retryAfter = headers instanceof Headers ? parseRetryAfterMs(headers.get('retry-after')) : undefined
  const fault = faultOf(thrown, status)
  const isConnection = typeof status !== 'number'
  return chatError(fault, {
    fields: { status, ...(known.length > 0 && { codes: known }) },
    // The thrown error itself holds the request's headers, and the key in them.
    ...(isConnection && { cause: new Error(connectionWords(thrown)) }),
    ...(retryAfter != null && { retryAfterMilliseconds: retryAfter }),
  })
}

function faultOf(thrown: unknown, status: unknown): ChatFault {
  const { message = '', name = '', code = '' } = thrown as Error & { readonly code?: unknown }
  if (name === 'ContextOverflowError' || status === 413) return 'overflow'
  if (status === 401 || status === 403) return 'key'
  if (status === 404) return 'address'
  if (status === 402 || classifyRateLimitError(thrown)?.action === 'stop') return 'quota'
  if (status === 429) return 'busy'
  if (typeof status === 'number') {
    if (status >= 500 || TEMPORARY.has(status)) return 'failed'
    return OVERFLOW.test(`${code} ${message}`) ? 'overflow' : 'refused'
  }
  if (name === 'TimeoutError') return 'slow'
  if (thrown instanceof SyntaxError) return 'unusable'
  // Broken off while it was read; what cannot be connected to has a code.
  if (thrown instanceof TypeError) return thrown.cause === undefined ? 'unusable' : 'cut'
  if (/premature|terminated|aborted|socket hang up/i.test(message)) return 'cut'
  return name === 'APIError' ||
    (name === 'Error' && /\berror\b/i.test(message) && thrown instanceof Error && !hasConnectionCode(thrown))
    ? 'failed'
    : 'unreachable'
}

function hasConnectionCode(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && /^E[A-Z]+$|^UND_/.test(String(each.code))) return true
  return false
}

/** The innermost reason, as the platform says it: `connect ECONNREFUSED 127.0.0.1:1`. */
function connectionWords(thrown: unknown): string {
  let innermost = thrown
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause
  if (!(innermost instanceof Error)) return 'unknown'
  const { code } = innermost as { readonly code?: unknown }
  return hasConnectionCode(innermost) ? `${innermost.message || code}` : innermost.name
}

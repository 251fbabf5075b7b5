import type { ChatConfiguration } from '../../src/configuration/chat-configuration.ts'

/** Why a chat model did not reply, for people, and whether it would not to any other question either. */
export interface ModelFault {
  readonly reason: string
  readonly concerns: 'paragraph' | 'run'
}

const LONGEST = 300
/** What LangChain adds to a message; it is for developers. */
const ADVICE = /\s*Troubleshooting URL:.*/s
/** The request itself is refused: too long, or what it says is. */
const REFUSED = new Set([400, 413, 422])

/** The server's own words are repeated without the key, which some servers repeat. */
export function describeModelFault(
  error: unknown,
  { model, baseUrl, apiKey }: ChatConfiguration,
): ModelFault {
  const { status, message, cause } = error as Error & { status?: unknown }
  const inner = cause instanceof Error ? ` (${cause.message})` : ''
  const said = withoutKey(`${message.replace(ADVICE, '')}${inner}`, apiKey)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  const server = `The chat model at ${baseUrl}`
  if (status === 401 || status === 403)
    return {
      concerns: 'run',
      reason: `${server} refuses the key (${status}); set CHAT_API_KEY to one that it accepts`,
    }
  if (status === 404)
    return {
      concerns: 'run',
      reason: `${server} is not there, or it has no model "${model}" (404); check CHAT_BASE_URL and CHAT_MODEL`,
    }
  if (typeof status !== 'number')
    return {
      concerns: 'run',
      reason: `${server} cannot be reached: ${said}; check CHAT_BASE_URL, and that the server runs`,
    }
  const reason = `${server} answers ${status}: ${said}`
  return { concerns: REFUSED.has(status) ? 'paragraph' : 'run', reason }
}

function withoutKey(text: string, apiKey: string | undefined): string {
  return apiKey === undefined ? text : text.replaceAll(apiKey, '[key]')
}

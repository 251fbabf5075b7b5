import * as z from 'zod'
import { ConfigurationError } from '../errors.ts'

/** A chat model on an OpenAI-compatible server. */
export interface ChatConfiguration {
  readonly model: string
  /** Without its last slash. */
  readonly baseUrl: string
  /** Servers on one's own machine seldom ask for one. */
  readonly apiKey: string | undefined
}

const variables = z.object({
  CHAT_MODEL: z.string().refine((name) => name !== 'extractive'),
  CHAT_BASE_URL: z
    .url({ protocol: /^https?$/ })
    // Addresses are shown to people; a password has its own variable, which is not.
    .refine((address) => !URL.canParse(address) || !hasPassword(new URL(address)))
    .transform((address) => address.replace(/\/+$/, '')),
  // Any other character cannot be sent, and the complaint about it would hold the key.
  CHAT_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
})

type Variable = keyof typeof variables.shape

const RULES: Record<Variable, string> = {
  CHAT_MODEL: 'must be the name of a chat model, e.g. CHAT_MODEL=qwen3:8b',
  CHAT_BASE_URL:
    'must be the http or https address of an OpenAI-compatible server, without a password, e.g. CHAT_BASE_URL=http://127.0.0.1:11434/v1',
  CHAT_API_KEY: "must be the server's key without spaces, e.g. CHAT_API_KEY=sk-…",
}

/**
 * Reads which chat model is to be used; an empty variable counts as not set. No value is repeated, for a key may have
 * been put in the wrong place.
 *
 * @throws {ConfigurationError} that lists all faults and shows a configuration that works
 */
export function chatConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): ChatConfiguration {
  const set = Object.fromEntries(
    Object.keys(variables.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  )
  const result = variables.safeParse(set)
  if (result.success) {
    const { CHAT_MODEL: model, CHAT_BASE_URL: baseUrl, CHAT_API_KEY: apiKey } = result.data
    return { model, baseUrl, apiKey }
  }
  const faulty = [...new Set(result.error.issues.map(({ path }) => path[0] as Variable))]
  const message = [
    'This needs a chat model:',
    ...faulty.map((name) => `  ${name} ${RULES[name]}`),
    'With Ollama on this machine, for example:',
    '  CHAT_MODEL=qwen3:8b CHAT_BASE_URL=http://127.0.0.1:11434/v1 npm run enrich',
  ].join('\n')
  throw new ConfigurationError('configuration', message, { fields: { variables: faulty } })
}

function hasPassword({ username, password }: URL): boolean {
  return username !== '' || password !== ''
}

import { z } from 'zod'
import { ConfigurationError } from '../errors.ts'

const text = z.string().optional()
const snowflake = z
  .string()
  .regex(/^\d{17,20}$/)
  .optional()
/** Ids with commas between them. */
const snowflakes = z
  .string()
  .regex(/^\d{17,20}(\s*,\s*\d{17,20})*$/)
  .transform((list) => list.split(',').map((id) => id.trim()))
/** Without its last slash, so that a path can be appended. */
const webAddress = z
  .url({ protocol: /^https?$/ })
  .transform((address) => address.replace(/\/+$/, ''))
  .optional()

const variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(8787),
  CORPUS_DIR: z.string().default('corpus'),
  INDEX_DIR: z.string().default('index'),
  PUBLIC_URL: webAddress,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CHAT_MODEL: z.literal('extractive').default('extractive'),
  CHAT_BASE_URL: webAddress,
  CHAT_API_KEY: text,
  EMBEDDINGS: z
    .string()
    .regex(/^[\w./:@+-]+$/)
    .default('builtin'),
  EMBEDDINGS_BASE_URL: webAddress.refine((address) => !address || !hasPassword(address)),
  // Any other character cannot be sent, and the complaint about it would hold the key.
  EMBEDDINGS_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  EMBEDDINGS_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .optional(),
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: snowflake,
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  DISCORD_GUILD_ID: snowflake,
  DISCORD_API_URL: webAddress,
  DISCORD_CHANNELS: snowflakes.optional(),
  DISCORD_ROLES: snowflakes.optional(),
  DISCORD_FORUMS: z.union([z.literal('auto'), snowflakes]).optional(),
  DISCORD_MODERATOR_ROLE: snowflake,
  FEEDBACK_FILE: text,
  QUESTION_LOG: text,
  QUESTION_LOG_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .optional(),
  // What the Authorization header can carry (RFC 6750 §2.1); any other would be refused whoever sends it.
  ADMIN_TOKEN: z
    .string()
    .min(16)
    .regex(/^[\w.~+/-]+=*$/)
    .optional(),
  REINDEX_MINUTES: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(10_080))
    .default(60),
})

type Variable = keyof typeof variables.shape

/** What each variable must be, in words, and a value that is. A secret is never repeated to the screen. */
const RULES: Record<Variable, { readonly is: string; readonly example: string; readonly secret?: true }> = {
  HOST: { is: 'a host name or an IP address', example: '127.0.0.1' },
  PORT: { is: 'a whole number from 0 to 65535 (0 takes any free port)', example: '8787' },
  CORPUS_DIR: { is: 'a folder', example: 'corpus' },
  INDEX_DIR: { is: 'a folder', example: 'index' },
  PUBLIC_URL: { is: 'an http or https address', example: 'https://ask.example.org' },
  LOG_LEVEL: { is: 'debug, info, warn, error or silent', example: 'info' },
  CHAT_MODEL: { is: 'extractive, the only one in this version', example: 'extractive' },
  CHAT_BASE_URL: { is: 'an http or https address', example: 'http://127.0.0.1:11434/v1' },
  CHAT_API_KEY: { is: 'text', example: 'sk-…', secret: true },
  EMBEDDINGS: { is: 'builtin or the name of a model', example: 'bge-m3' },
  EMBEDDINGS_BASE_URL: {
    is: 'the http or https address of an OpenAI-compatible server, without a password',
    example: 'http://127.0.0.1:11434/v1',
    secret: true,
  },
  EMBEDDINGS_API_KEY: { is: "the server's key, without spaces", example: 'sk-…', secret: true },
  EMBEDDINGS_PRICE: { is: 'the price of a million tokens, in any currency', example: '0.02' },
  DISCORD_TOKEN: { is: 'the token of the bot', example: 'MTE4…', secret: true },
  DISCORD_APPLICATION_ID: { is: 'a Discord id of 17 to 20 digits', example: '1184000000000000000' },
  DISCORD_PUBLIC_KEY: { is: '64 hexadecimal digits', example: '0123456789abcdef'.repeat(4) },
  DISCORD_GUILD_ID: { is: 'a Discord id of 17 to 20 digits', example: '1184000000000000000' },
  DISCORD_API_URL: { is: 'an http or https address', example: 'https://discord.com/api' },
  DISCORD_CHANNELS: { is: 'ids of channels, with commas between them', example: '1184000000000000000' },
  DISCORD_ROLES: { is: 'ids of roles, with commas between them', example: '1184000000000000000' },
  DISCORD_FORUMS: { is: 'auto, or ids of forum channels with commas between them', example: 'auto' },
  DISCORD_MODERATOR_ROLE: { is: 'the id of a role, of 17 to 20 digits', example: '1184000000000000000' },
  FEEDBACK_FILE: { is: 'a file', example: 'feedback.jsonl' },
  QUESTION_LOG: { is: 'a file', example: 'questions.jsonl' },
  QUESTION_LOG_DAYS: { is: 'a whole number of days from 1 to 9999', example: '90' },
  ADMIN_TOKEN: {
    is: 'at least 16 characters, of letters, digits and -._~+/',
    example: '"$(openssl rand -hex 32)"',
    secret: true,
  },
  REINDEX_MINUTES: { is: 'a whole number of minutes from 1 to 10080 (a week)', example: '60' },
}

/** What Footnote is told by its environment, checked; what is not set has its default or is undefined. */
export type Configuration = Readonly<z.output<typeof variables>>

/**
 * Checks the environment. An empty variable counts as not set, as people leave them in a `.env` file.
 * @throws {ConfigurationError} that lists all faults, each with its variable, what is wrong and an example that works
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => {
      const value = environment[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const result = variables.safeParse(set)
  const lacksServer = isModel(set.EMBEDDINGS) && set.EMBEDDINGS_BASE_URL === undefined
  if (result.success && !lacksServer) return result.data
  const issues = result.error?.issues.map(({ path }) => path[0] as Variable) ?? []
  const faulty = [...new Set<Variable>(lacksServer ? [...issues, 'EMBEDDINGS_BASE_URL'] : issues)]
  const faults = faulty.map((name) => {
    const { is, example, secret } = RULES[name]
    if (name === 'EMBEDDINGS_BASE_URL' && lacksServer)
      return `  EMBEDDINGS is "${set.EMBEDDINGS}", the name of a model; ${name} must then be ${is}, e.g. ${name}=${example}`
    return `  ${name} ${secret ? '' : `is "${set[name]}"; it `}must be ${is}, e.g. ${name}=${example}`
  })
  throw new ConfigurationError('configuration', ['The configuration cannot be used:', ...faults].join('\n'), {
    fields: { variables: faulty },
  })
}

/** The name of a model says nothing without its server: no text is sent to one that nobody named. */
function isModel(embeddings: string | undefined): boolean {
  return embeddings !== undefined && embeddings !== 'builtin'
}

/** Addresses are shown to people; a password has its own variable, which is not. */
function hasPassword(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

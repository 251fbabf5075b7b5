import * as z from 'zod'

export interface VariableRule {
  /** What the variable must be, in words. */
  readonly is: string
  /** A value that is accepted; none for a secret that everybody must make for themselves. */
  readonly example?: string
}

/** The rules of the schemas below. No message repeats a value: a secret may have been put into the wrong variable. */
export const rules = z.registry<VariableRule>()

// A new schema for each variable: a rule belongs to one schema.
const text = () => z.string().optional()

const snowflake = () =>
  z
    .string()
    .regex(/^\d{17,20}$/)
    .optional()

/** Ids with commas between them. */
const snowflakes = () =>
  z
    .string()
    .regex(/^\d{17,20}(\s*,\s*\d{17,20})*$/)
    .transform((list) => list.split(',').map((id) => id.trim()))

/** Without its last slash, so that a path can be appended. Addresses are shown to people; a password has no place there. */
const webAddress = () =>
  z
    .url({ protocol: /^https?$/ })
    .refine((address) => !URL.canParse(address) || hasPathOnly(new URL(address)))
    .transform((address) => address.replace(/\/+$/, ''))
    .optional()

/** What an HTTP header can carry; the complaint about any other character would hold the key. */
const headerSecret = () =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional()

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
}

function hasPathOnly({ username, password, search, hash }: URL): boolean {
  return username === '' && password === '' && search === '' && hash === ''
}

const WEB_ADDRESS = 'an http or https address, without a password, a query and a fragment'

/** Every variable that configures Footnote, as the environment holds it. */
export const variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .register(rules, { is: 'a host name or an IP address', example: '127.0.0.1' }),
  PORT: wholeNumber(0, 65_535)
    .default(8787)
    .register(rules, { is: 'a whole number from 0 to 65535 (0 takes any free port)', example: '8787' }),
  CORPUS_DIR: z.string().default('corpus').register(rules, { is: 'a folder', example: 'corpus' }),
  INDEX_DIR: z.string().default('index').register(rules, { is: 'a folder', example: 'index' }),
  PUBLIC_URL: webAddress().register(rules, { is: WEB_ADDRESS, example: 'https://ask.example.org' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .register(rules, { is: 'debug, info, warn, error or silent', example: 'info' }),
  FEEDBACK_FILE: text().register(rules, { is: 'a file', example: 'feedback.jsonl' }),
  QUESTION_LOG: text().register(rules, { is: 'a file', example: 'questions.jsonl' }),
  QUESTION_LOG_DAYS: wholeNumber(1, 9999)
    .optional()
    .register(rules, { is: 'a whole number of days from 1 to 9999', example: '90' }),

  CHAT_MODEL: z
    .literal('extractive')
    .default('extractive')
    .register(rules, { is: 'extractive, the only one in this version', example: 'extractive' }),
  CHAT_BASE_URL: webAddress().register(rules, { is: WEB_ADDRESS, example: 'http://127.0.0.1:11434/v1' }),
  CHAT_API_KEY: text().register(rules, { is: 'text', example: 'sk-…' }),

  EMBEDDINGS: z
    .string()
    .regex(/^[\w./:@+-]+$/)
    .default('builtin')
    .register(rules, { is: 'builtin or the name of a model', example: 'bge-m3' }),
  EMBEDDINGS_BASE_URL: webAddress().register(rules, {
    is: `the address of an OpenAI-compatible server: ${WEB_ADDRESS}`,
    example: 'http://127.0.0.1:11434/v1',
  }),
  EMBEDDINGS_API_KEY: headerSecret().register(rules, {
    is: "the server's key, without spaces",
    example: 'sk-1234',
  }),
  EMBEDDINGS_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .optional()
    .register(rules, { is: 'the price of a million tokens, in any currency', example: '0.02' }),

  DISCORD_TOKEN: text().register(rules, { is: 'the token of the bot', example: 'MTE4…' }),
  DISCORD_APPLICATION_ID: snowflake().register(rules, {
    is: 'a Discord id of 17 to 20 digits',
    example: '1184000000000000000',
  }),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional()
    .register(rules, { is: '64 hexadecimal digits', example: '0123456789abcdef'.repeat(4) }),
  DISCORD_GUILD_ID: snowflake().register(rules, {
    is: 'a Discord id of 17 to 20 digits',
    example: '1184000000000000000',
  }),
  DISCORD_API_URL: webAddress().register(rules, { is: WEB_ADDRESS, example: 'https://discord.com/api' }),

  DISCORD_CHANNELS: snowflakes()
    .optional()
    .register(rules, { is: 'ids of channels, with commas between them', example: '1184000000000000000' }),
  DISCORD_ROLES: snowflakes()
    .optional()
    .register(rules, { is: 'ids of roles, with commas between them', example: '1184000000000000000' }),
  DISCORD_FORUMS: z
    .union([z.literal('auto'), snowflakes()])
    .optional()
    .register(rules, { is: 'auto, or ids of forum channels with commas between them', example: 'auto' }),
  DISCORD_MODERATOR_ROLE: snowflake().register(rules, {
    is: 'the id of a role, of 17 to 20 digits',
    example: '1184000000000000000',
  }),

  // What the Authorization header can carry (RFC 6750 §2.1); any other token would be refused whoever sends it.
  ADMIN_TOKEN: z
    .string()
    .min(16)
    .regex(/^[\w.~+/-]+=*$/)
    .optional()
    .register(rules, {
      is: 'at least 16 characters, of letters, digits and -._~+/; "openssl rand -hex 32" prints a good one',
    }),
  REINDEX_MINUTES: wholeNumber(1, 10_080)
    .default(60)
    .register(rules, { is: 'a whole number of minutes from 1 to 10080 (a week)', example: '60' }),
})

export type Variable = keyof typeof variables.shape

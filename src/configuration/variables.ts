import * as z from 'zod'
import { API_KEYS_RULE, parseApiKeys } from '../http/limits/api-keys.ts'
import {
  everyOf,
  headerSecret,
  isHostName,
  isOrigin,
  modelName,
  parsed,
  price,
  snowflake,
  snowflakes,
  text,
  webAddress,
  wholeNumber,
} from './schemas.ts'

export interface VariableRule {
  /** What the variable must be, in words. */
  readonly is: string
  /** A value that is accepted; none for a secret that everybody must make for themselves. */
  readonly example?: string
}

/** The rules of the schemas below. No message repeats a value: a secret may have been put into the wrong variable. */
export const rules = z.registry<VariableRule>()

const WEB_ADDRESS = 'an http or https address, without a password, a query and a fragment'
const SERVER_RULE = {
  is: `the address of an OpenAI-compatible server: ${WEB_ADDRESS}`,
  example: 'http://127.0.0.1:11434/v1',
}
const KEY_RULE = { is: "the server's key, without spaces", example: 'sk-1234' }
const PRICE_RULE = { is: 'the price of a million tokens, in any currency', example: '0.02' }

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

  CHAT_MODEL: modelName('extractive').register(rules, {
    is: 'extractive or the name of a model',
    example: 'qwen3:8b',
  }),
  CHAT_BASE_URL: webAddress().register(rules, SERVER_RULE),
  CHAT_API_KEY: headerSecret().register(rules, KEY_RULE),
  CHAT_TIMEOUT: wholeNumber(1, 600)
    .default(20)
    .register(rules, { is: 'a whole number of seconds from 1 to 600', example: '20' }),
  CHAT_CONTEXT_TOKENS: wholeNumber(1024, 999_999_999)
    .default(4096)
    .register(rules, { is: 'a whole number of tokens, at least 1024', example: '8192' }),
  CHAT_CALLS_AT_ONCE: wholeNumber(1, 10_000)
    .default(4)
    .register(rules, { is: 'a whole number from 1 to 10000', example: '4' }),
  CHAT_MAX_TOKENS_PER_DAY: wholeNumber(1, 999_999_999)
    .optional()
    .register(rules, { is: 'a whole number of tokens, at least 1', example: '1000000' }),
  CHAT_INPUT_PRICE: price().register(rules, PRICE_RULE),
  CHAT_OUTPUT_PRICE: price().register(rules, PRICE_RULE),

  EMBEDDINGS: modelName('builtin').register(rules, {
    is: 'builtin or the name of a model',
    example: 'bge-m3',
  }),
  EMBEDDINGS_BASE_URL: webAddress().register(rules, SERVER_RULE),
  EMBEDDINGS_API_KEY: headerSecret().register(rules, KEY_RULE),
  EMBEDDINGS_PRICE: price().register(rules, PRICE_RULE),

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

  // What the Authorization header can carry (RFC 6750 §2.1); any other token would always be refused.
  ADMIN_TOKEN: z
    .string()
    .min(16)
    .regex(/^[\w.~+/-]+=*$/)
    .optional()
    .register(rules, {
      is: 'at least 16 characters, of letters, digits and -._~+/; "openssl rand -hex 32" prints a good one',
    }),
  API_KEYS: parsed(parseApiKeys)
    .optional()
    .register(rules, { is: API_KEYS_RULE, example: 'website:correct-horse-battery@600' }),
  REQUIRE_API_KEY: z.enum(['yes', 'no']).default('yes').register(rules, { is: 'yes or no', example: 'no' }),
  RATE_LIMIT: z
    .union([z.literal('off'), wholeNumber(1, 1_000_000)])
    .optional()
    .register(rules, { is: 'off, or a whole number of requests a minute', example: '120' }),
  TRUST_PROXY: wholeNumber(0, 10)
    .default(0)
    .register(rules, { is: 'the number of proxies before the service, from 0 to 10', example: '1' }),
  QUESTIONS_AT_ONCE: wholeNumber(1, 10_000)
    .default(16)
    .register(rules, { is: 'a whole number from 1 to 10000', example: '16' }),
  ANSWER_THREADS: wholeNumber(0, 256)
    .optional()
    .register(rules, { is: 'a whole number of threads from 0 to 256', example: '2' }),
  QUESTIONS_WAITING: wholeNumber(0, 100_000)
    .default(64)
    .register(rules, { is: 'a whole number from 0 to 100000', example: '64' }),
  CORS_ORIGINS: parsed((list) => everyOf(list, isOrigin))
    .optional()
    .register(rules, {
      is: 'origins of pages, with commas between them, or *',
      example: 'https://docs.example.org',
    }),
  ALLOWED_HOSTS: parsed((list) => everyOf(list, isHostName))
    .optional()
    .register(rules, {
      is: 'names of hosts without ports, with commas between them, or *',
      example: 'ask.example.org',
    }),

  METRICS_PORT: wholeNumber(0, 65_535)
    .optional()
    .register(rules, { is: 'a whole number from 0 to 65535 (0 takes any free port)', example: '9464' }),
  METRICS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .register(rules, { is: 'a host name or an IP address', example: '127.0.0.1' }),

  REINDEX_MINUTES: wholeNumber(1, 10_080)
    .default(60)
    .register(rules, { is: 'a whole number of minutes from 1 to 10080 (a week)', example: '60' }),
})

export type Variable = keyof typeof variables.shape

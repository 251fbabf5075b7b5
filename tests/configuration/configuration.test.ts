import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { rules, variables } from '../../src/configuration/variables.ts'
import { ConfigurationError } from '../../src/errors.ts'

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfiguration(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return (error as Error).message
  }
  throw new Error('accepted')
}

/** A model cannot be named without its server. */
const SERVERS = { EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1', CHAT_BASE_URL: 'http://127.0.0.1/v1' }

describe('readConfiguration', () => {
  it('needs nothing to be set', () => {
    expect(readConfiguration({})).toEqual({
      HOST: '127.0.0.1',
      PORT: 8787,
      CORPUS_DIR: 'corpus',
      INDEX_DIR: 'index',
      LOG_LEVEL: 'info',
      CHAT_MODEL: 'extractive',
      CHAT_TIMEOUT: 20,
      CHAT_CONTEXT_TOKENS: 4096,
      CHAT_CALLS_AT_ONCE: 4,
      EMBEDDINGS: 'builtin',
      REINDEX_MINUTES: 60,
      REQUIRE_API_KEY: 'yes',
      TRUST_PROXY: 0,
      QUESTIONS_AT_ONCE: 16,
      QUESTIONS_WAITING: 64,
      METRICS_HOST: '127.0.0.1',
    })
  })

  it('takes an empty variable for one that is not set, and ignores white space and strangers', () => {
    expect(readConfiguration({ PORT: '', HOST: '  ', CORPUS_DIR: ' articles ', PATH: '/bin' })).toMatchObject(
      {
        PORT: 8787,
        HOST: '127.0.0.1',
        CORPUS_DIR: 'articles',
      },
    )
  })

  it.each([
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['HOST', '::1', '::1'],
    ['HOST', 'localhost', 'localhost'],
    ['PUBLIC_URL', 'https://example.org/notes/', 'https://example.org/notes'],
    ['DISCORD_API_URL', 'http://127.0.0.1:9000/api', 'http://127.0.0.1:9000/api'],
    ['DISCORD_APPLICATION_ID', '1184000000000000000', '1184000000000000000'],
    [
      'DISCORD_CHANNELS',
      '1184000000000000000, 1184000000000000001',
      ['1184000000000000000', '1184000000000000001'],
    ],
    ['DISCORD_ROLES', '1184000000000000000', ['1184000000000000000']],
    ['DISCORD_FORUMS', 'auto', 'auto'],
    ['DISCORD_FORUMS', '1184000000000000000', ['1184000000000000000']],
    ['QUESTION_LOG', 'questions.jsonl', 'questions.jsonl'],
    ['QUESTION_LOG_DAYS', '90', 90],
    ['RATE_LIMIT', 'off', 'off'],
    ['RATE_LIMIT', '120', 120],
    [
      'CORS_ORIGINS',
      'https://a.example, http://localhost:3000',
      ['https://a.example', 'http://localhost:3000'],
    ],
    ['CORS_ORIGINS', '*', ['*']],
    ['ALLOWED_HOSTS', 'ask.example.org, [::1]', ['ask.example.org', '[::1]']],
  ])('accepts %s=%s', (name, value, read) => {
    expect(readConfiguration({ [name]: value })).toHaveProperty([name], read)
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'http://localhost'],
    ['PUBLIC_URL', 'example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://me:hunter2@example.org'],
    ['PUBLIC_URL', 'https://example.org/?q=1'],
    ['PUBLIC_URL', 'https://example.org/#top'],
    ['LOG_LEVEL', 'loud'],
    ['DISCORD_CHANNELS', 'general'],
    ['DISCORD_FORUMS', 'all'],
    ['DISCORD_MODERATOR_ROLE', '@mods'],
    ['QUESTION_LOG_DAYS', '0'],
    ['QUESTION_LOG_DAYS', 'week'],
    ['CHAT_MODEL', 'two words'],
    ['CHAT_TIMEOUT', '0'],
    ['CHAT_CONTEXT_TOKENS', '512'],
    ['CHAT_API_KEY', 'two words'],
    ['EMBEDDINGS', 'two words'],
    ['EMBEDDINGS_PRICE', '$2'],
    ['DISCORD_PUBLIC_KEY', 'abc'],
    ['DISCORD_GUILD_ID', 'my server'],
    ['REINDEX_MINUTES', '0'],
    ['API_KEYS', 'hunter2'],
    ['REQUIRE_API_KEY', 'true'],
    ['RATE_LIMIT', 'none'],
    ['RATE_LIMIT', '0'],
    ['TRUST_PROXY', 'yes'],
    ['QUESTIONS_AT_ONCE', '0'],
    ['CORS_ORIGINS', 'docs.example.org'],
    ['CORS_ORIGINS', 'https://docs.example.org/'],
    ['ALLOWED_HOSTS', 'https://ask.example.org'],
    ['ALLOWED_HOSTS', 'ask.example.org:8787'],
    ['REINDEX_MINUTES', '1.5'],
  ])('refuses %s=%s with what it must be and an example that works', (name, value) => {
    const message = faultsOf({ [name]: value })
    expect(message).toContain(`${name} must be `)
    const [, example = ''] = new RegExp(`e\\.g\\. ${name}=(\\S+)$`).exec(message) ?? []
    expect(readConfiguration({ ...SERVERS, [name]: example })).toHaveProperty([name])
  })

  it('reads which model is to embed, and where it is', () => {
    const environment = {
      EMBEDDINGS: '@cf/baai/bge-m3:latest',
      EMBEDDINGS_BASE_URL: 'https://example.org/v1/',
      EMBEDDINGS_API_KEY: 'sk-1',
      EMBEDDINGS_PRICE: '0.02',
    }
    expect(readConfiguration(environment)).toMatchObject({
      ...environment,
      EMBEDDINGS_BASE_URL: 'https://example.org/v1',
      EMBEDDINGS_PRICE: 0.02,
    })
  })

  it('asks where a model is, so that no text goes to a server that nobody named', () => {
    const message = faultsOf({ EMBEDDINGS: 'bulitin', PORT: 'x' })
    expect(message.split('\n')).toHaveLength(3)
    expect(message).toContain('EMBEDDINGS names a model, so that EMBEDDINGS_BASE_URL must')
    const [, example = ''] = /e\.g\. EMBEDDINGS_BASE_URL=(\S+)/.exec(message) ?? []
    expect(readConfiguration({ EMBEDDINGS: 'm', EMBEDDINGS_BASE_URL: example })).toHaveProperty('EMBEDDINGS')
  })

  it('takes the model that npm run enrich needs, and asks where it is', () => {
    const environment = { CHAT_MODEL: 'qwen3:8b', CHAT_BASE_URL: 'http://127.0.0.1:11434/v1' }
    expect(readConfiguration(environment)).toMatchObject(environment)
    expect(faultsOf({ CHAT_MODEL: 'qwen3:8b' })).toContain(
      'CHAT_MODEL names a model, so that CHAT_BASE_URL must',
    )
  })

  it('lists every fault at once', () => {
    const message = faultsOf({ PORT: 'x', PUBLIC_URL: 'y', LOG_LEVEL: 'z' })
    expect(message.split('\n')).toHaveLength(4)
    for (const name of ['PORT', 'PUBLIC_URL', 'LOG_LEVEL']) expect(message).toContain(`  ${name} must be `)
  })

  it('repeats no value: a secret may stand in the wrong variable', () => {
    const wrong = Object.fromEntries(
      Object.keys(variables.shape).map((name) => [name, 'https://me:hunter2@example.org/ä ?']),
    )
    const message = faultsOf(wrong)
    expect(message).not.toContain('hunter2')
    for (const name of ['ADMIN_TOKEN', 'EMBEDDINGS', 'EMBEDDINGS_API_KEY', 'DISCORD_APPLICATION_ID', 'PORT'])
      expect(message).toContain(`  ${name} must be `)
  })

  it('gives every variable a rule, and an example that is accepted', () => {
    for (const [name, schema] of Object.entries(variables.shape)) {
      const rule = rules.get(schema)
      expect(rule?.is, name).toBeDefined()
      if (rule?.example !== undefined)
        expect(readConfiguration({ ...SERVERS, [name]: rule.example })).toHaveProperty([name])
    }
    expect(new Set(Object.values(variables.shape)).size).toBe(Object.keys(variables.shape).length)
  })

  it('says how to make a token, in words that no .env file can misread', () => {
    const message = faultsOf({ ADMIN_TOKEN: '$(openssl rand -hex 32)' })
    expect(message).toMatch(/ADMIN_TOKEN must be at least 16 characters.*"openssl rand -hex 32" prints/)
    expect(message).not.toContain('ADMIN_TOKEN=')
  })
})

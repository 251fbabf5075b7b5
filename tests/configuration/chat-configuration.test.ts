import { describe, expect, it } from 'vitest'
import { chatConfiguration } from '../../src/configuration/chat-configuration.ts'
import { ConfigurationError } from '../../src/errors.ts'

const WORKING = { CHAT_MODEL: 'qwen3:8b', CHAT_BASE_URL: 'http://127.0.0.1:11434/v1' }

function faultsOf(environment: Record<string, string>): string {
  try {
    chatConfiguration(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return (error as Error).message
  }
  throw new Error('accepted')
}

describe('chatConfiguration', () => {
  it('reads a model, its server and a key, where there is one', () => {
    expect(
      chatConfiguration({ ...WORKING, CHAT_BASE_URL: 'https://example.org:443/v1/', CHAT_API_KEY: ' sk-1 ' }),
    ).toEqual({
      model: 'qwen3:8b',
      baseUrl: 'https://example.org:443/v1',
      apiKey: 'sk-1',
    })
    expect(chatConfiguration({ ...WORKING, CHAT_API_KEY: '' }).apiKey).toBeUndefined()
  })

  it('lists all that is missing, with an example that is accepted as it stands', () => {
    const message = faultsOf({})
    expect(message).toContain('CHAT_MODEL must be')
    expect(message).toContain('CHAT_BASE_URL must be')
    const [command = ''] = message.split('\n').slice(-1)
    const example = Object.fromEntries(
      [...command.matchAll(/(CHAT_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    )
    expect(chatConfiguration(example)).toMatchObject({ model: 'qwen3:8b' })
    expect(command).toMatch(/npm run enrich$/)
  })

  it.each([
    ['CHAT_MODEL', 'extractive'],
    ['CHAT_BASE_URL', '127.0.0.1:11434'],
    ['CHAT_BASE_URL', 'ftp://example.org/v1'],
    ['CHAT_BASE_URL', 'https://user:secret@example.org/v1'],
    ['CHAT_API_KEY', 'sk secret'],
    ['CHAT_API_KEY', 'sk-…secret'],
  ])('refuses %s=%s, and repeats no secret', (name, value) => {
    const message = faultsOf({ ...WORKING, [name]: value })
    expect(message).toContain(`${name} must be`)
    expect(message).not.toContain('secret')
    for (const other of ['CHAT_MODEL', 'CHAT_BASE_URL', 'CHAT_API_KEY'].filter((other) => other !== name))
      expect(message).not.toContain(`${other} must`)
  })
})

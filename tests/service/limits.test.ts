import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { configuredLimits } from '../../src/service/limits.ts'

const limitsOf = (environment: Record<string, string>) => configuredLimits(readConfiguration(environment))

describe('configuredLimits', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ HOST: 'localhost' }, undefined],
    [{ HOST: '0.0.0.0' }, 120],
    [{ TRUST_PROXY: '1' }, 120],
    [{ HOST: '0.0.0.0', RATE_LIMIT: 'off' }, undefined],
    [{ RATE_LIMIT: '10' }, 10],
  ])('limits the requests of a client where clients can be told apart: %j', (environment, limit) => {
    expect(limitsOf(environment).requestsPerMinute).toBe(limit)
  })

  it.each<[Record<string, string>, string | undefined, string]>([
    [{}, 'localhost', 'evil.example'],
    [{ PUBLIC_URL: 'https://ask.example.org/notes' }, 'ask.example.org', 'evil.example'],
    [{ HOST: '0.0.0.0', ALLOWED_HOSTS: 'a.example, b.example' }, 'b.example', 'evil.example'],
    [{ HOST: '127.0.0.2' }, '127.0.0.2', 'evil.example'],
  ])('knows the names of the service: %j', (environment, known = '', unknown) => {
    expect(limitsOf(environment).hosts).toContain(known)
    expect(limitsOf(environment).hosts).not.toContain(unknown)
  })

  it.each([
    { HOST: '0.0.0.0' },
    { TRUST_PROXY: '1' },
    { ALLOWED_HOSTS: '*' },
  ])('takes any name for its own: %j', (environment) => {
    expect(limitsOf(environment).hosts).toBeUndefined()
  })

  it('requires keys where there are any, unless it is told otherwise', () => {
    const keys = { API_KEYS: 'website:correct-horse-battery' }
    expect(limitsOf({}).requireApiKey).toBeUndefined()
    expect(limitsOf(keys)).toMatchObject({ requireApiKey: true, apiKeys: [{ name: 'website' }] })
    expect(limitsOf({ ...keys, REQUIRE_API_KEY: 'no' }).requireApiKey).toBe(false)
  })
})

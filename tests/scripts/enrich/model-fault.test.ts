import { describe, expect, it } from 'vitest'
import { describeModelFault } from '../../../scripts/enrich/model-fault.ts'

const CHAT = { model: 'm', baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'sk-secret' }

function describeStatus(status: number | undefined, message: string) {
  return describeModelFault(Object.assign(new Error(message), { status }), CHAT)
}

describe('describeModelFault', () => {
  it.each([
    [401, 'run', 'CHAT_API_KEY'],
    [403, 'run', 'CHAT_API_KEY'],
    [404, 'run', 'CHAT_MODEL'],
    [undefined, 'run', 'CHAT_BASE_URL'],
    [429, 'run', '429'],
    [503, 'run', '503'],
    [400, 'paragraph', '400'],
    [413, 'paragraph', '413'],
  ])('says of %s whom it concerns and what to do', (status, concerns, hint) => {
    expect(describeStatus(status, 'oh')).toEqual({ concerns, reason: expect.stringContaining(hint) })
  })

  it('never tells the key, though the server does', () => {
    for (const status of [400, 401, 404, 503, undefined])
      expect(describeStatus(status, 'Incorrect API key: sk-secret.').reason).not.toContain('secret')
    const cause = new Error('"Bearer sk-secret" is refused')
    expect(describeModelFault(new Error('fetch failed', { cause }), CHAT).reason).toContain('"Bearer [key]"')
  })

  it('is one line of bounded length', () => {
    const { reason } = describeStatus(500, `<html>\n${'x'.repeat(10_000)}`)
    expect(reason).not.toContain('\n')
    expect(reason.length).toBeLessThan(500)
  })
})

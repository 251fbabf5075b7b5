import { describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'

describe('/readyz', () => {
  it('names what the service leans on, and is ready without it', async () => {
    const app = createApp({
      current: () => fakeSnapshot(),
      dependencies: () => [
        { name: 'discord', state: 'disconnected', isUp: false },
        { name: 'embeddings', state: 'skipped', isUp: false },
      ],
    })
    const response = await app.request('/readyz')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      status: 'ready',
      dependencies: { discord: 'disconnected', embeddings: 'skipped' },
    })
  })

  it('leaves them out where there are none', async () => {
    const response = await createApp({ current: () => fakeSnapshot() }).request('/readyz')
    expect(await response.json()).not.toHaveProperty('dependencies')
  })
})

it('serves as ever where nothing measures requests', async () => {
  const app = createApp({ current: () => fakeSnapshot(), telemetry: { around: [], asked: () => {} } })
  expect((await app.request('/healthz')).status).toBe(200)
})

it('logs the trace that a request belongs to', async () => {
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const app = createApp({ current: () => fakeSnapshot(), log })
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  await app.request('/articles', { headers: { traceparent } })
  await app.request('/articles', { headers: { traceparent: 'nonsense' } })
  expect(log.info.mock.calls.map(([fields]) => fields.traceId)).toEqual([
    '4bf92f3577b34da6a3ce929d0e0e4736',
    undefined,
  ])
})

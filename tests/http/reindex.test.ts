import { describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type ReindexJob, ReindexJobs } from '../../src/http/reindex-jobs.ts'
import { reindexInterface } from '../../src/http/routes/reindex.ts'
import { silentLog } from '../../src/log.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'
import { problemOf } from '../support/problem-of.ts'
import { heldRebuild, REBUILT } from '../support/servers/held-rebuild.ts'

const TOKEN = 'correct-horse-battery-staple'

/** An app whose rebuilds end when they are told to. */
function appWith({ token = TOKEN, log = silentLog }: { token?: string; log?: typeof silentLog } = {}) {
  const { rebuild, ends } = heldRebuild()
  const reindex = reindexInterface({ token: token || undefined, jobs: new ReindexJobs(rebuild), log })
  const app = createApp({ current: () => fakeSnapshot(), log, interfaces: [reindex] })
  const request = async (method: string, path: string, authorization = `Bearer ${token}`) =>
    await app.request(path, { method, headers: authorization === '' ? {} : { Authorization: authorization } })
  return { request, rebuild, ends }
}

async function jobOf(response: Response): Promise<ReindexJob> {
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  return (await response.json()) as ReindexJob
}

describe('POST /admin/reindex', () => {
  it('starts a rebuild and says where to ask how it goes', async () => {
    const { request, rebuild } = appWith()
    const response = await request('POST', '/admin/reindex')
    expect(response.status).toBe(202)
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
    const job = await jobOf(response)
    expect(job).toEqual({ id: expect.any(String), state: 'running', startedAt: expect.any(String) })
    expect(new Date(job.startedAt).toISOString()).toBe(job.startedAt)
    expect(response.headers.get('Location')).toBe(`/admin/reindex/${job.id}`)
    expect(rebuild).toHaveBeenCalledOnce()
  })

  it('starts no second one while one runs, but names it', async () => {
    const { request, rebuild, ends } = appWith()
    const first = await request('POST', '/admin/reindex')
    const second = await request('POST', '/admin/reindex')
    expect(second.status).toBe(409)
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(Number(second.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await problemOf(second)).toMatchObject({
      type: 'urn:footnote:problem:reindex-running',
      job: await jobOf(first),
    })
    expect(rebuild).toHaveBeenCalledOnce()
    ends[0]?.done(REBUILT)
    await vi.waitFor(async () => expect((await request('POST', '/admin/reindex')).status).toBe(202))
  })

  it('logs who asked, and not the token', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const { request } = appWith({ log })
    const response = await request('POST', '/admin/reindex')
    const { id } = await jobOf(response)
    expect(log.info).toHaveBeenCalledWith(
      expect.objectContaining({ job: id, requestId: response.headers.get('X-Request-Id') }),
      expect.any(String),
    )
    expect(JSON.stringify(Object.values(log).map(({ mock }) => mock.calls))).not.toContain(TOKEN)
  })
})

describe('GET /admin/reindex/:id', () => {
  it('shows the job from its start to its end', async () => {
    const { request, ends } = appWith()
    const address = (await request('POST', '/admin/reindex')).headers.get('Location') ?? ''
    const running = await request('GET', address)
    expect(running.status).toBe(200)
    expect(running.headers.get('Retry-After')).not.toBeNull()
    expect(await jobOf(running)).toMatchObject({ state: 'running' })
    ends[0]?.done(REBUILT)
    await vi.waitFor(async () => {
      const done = await request('GET', address)
      expect(done.headers.get('Retry-After')).toBeNull()
      expect(await jobOf(done)).toMatchObject({
        state: 'done',
        finishedAt: expect.any(String),
        ...REBUILT,
      })
    })
  })

  it('says why a rebuild failed', async () => {
    const { request, ends } = appWith()
    const address = (await request('POST', '/admin/reindex')).headers.get('Location') ?? ''
    ends[0]?.fail(new Error('The disk is full.'))
    await vi.waitFor(async () =>
      expect(await jobOf(await request('GET', address))).toMatchObject({
        state: 'failed',
        error: 'The disk is full.',
      }),
    )
  })

  it('does not know a job that never was', async () => {
    const { request } = appWith()
    const response = await request('GET', '/admin/reindex/nothing')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:not-found')
  })

  it('is not for a browser to start', async () => {
    const { request, rebuild } = appWith()
    const response = await request('GET', '/admin/reindex')
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('POST, OPTIONS')
    expect(rebuild).not.toHaveBeenCalled()
  })
})

describe('DELETE /admin/reindex/:id', () => {
  it('ends the rebuild, so that another one can start', async () => {
    const { request, rebuild, ends } = appWith()
    const address = (await request('POST', '/admin/reindex')).headers.get('Location') ?? ''
    const cancelled = request('DELETE', address)
    await vi.waitFor(() => expect(rebuild.mock.calls[0]?.[0].aborted).toBe(true))
    ends[0]?.fail(new Error('stopped'))
    const response = await cancelled
    expect(response.status).toBe(200)
    expect(await jobOf(response)).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) })
    expect((await request('POST', '/admin/reindex')).status).toBe(202)
  })

  it('does not know a job that never was', async () => {
    const { request } = appWith()
    const response = await request('DELETE', '/admin/reindex/nothing')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:not-found')
  })
})

describe('whoever has not the token', () => {
  it.each([
    ['no header', '', 'Bearer realm="footnote"'],
    ['another scheme', `Basic ${btoa(`admin:${TOKEN}`)}`, 'Bearer realm="footnote"'],
    ['no token', 'Bearer', 'Bearer realm="footnote"'],
    [
      'another token',
      'Bearer correct-horse-battery-staplf',
      'Bearer realm="footnote", error="invalid_token"',
    ],
    ['a part of it', 'Bearer correct-horse', 'Bearer realm="footnote", error="invalid_token"'],
    ['more than it', `Bearer ${TOKEN}s`, 'Bearer realm="footnote", error="invalid_token"'],
  ])('is refused: %s', async (_name, authorization, challenge) => {
    const { request, rebuild } = appWith()
    for (const [method, path] of [
      ['POST', '/admin/reindex'],
      ['GET', '/admin/reindex'],
      ['GET', '/admin/reindex/nothing'],
      ['DELETE', '/admin/reindex/nothing'],
    ] as const) {
      const response = await request(method, path, authorization)
      expect(response.status).toBe(401)
      expect(response.headers.get('WWW-Authenticate')).toBe(challenge)
      const problem = await problemOf(response)
      expect(problem.type).toBe('urn:footnote:problem:unauthorized')
      expect(JSON.stringify(problem)).not.toContain(TOKEN)
    }
    expect(rebuild).not.toHaveBeenCalled()
  })
})

describe('without ADMIN_TOKEN', () => {
  it.each([
    ['POST', '/admin/reindex'],
    ['GET', '/admin/reindex'],
    ['GET', '/admin/reindex/nothing'],
  ])('%s %s is not there, and says how to switch it on', async (method, path) => {
    const { request, rebuild } = appWith({ token: '' })
    const response = await request(method, path, 'Bearer ')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).detail).toContain('ADMIN_TOKEN')
    expect(rebuild).not.toHaveBeenCalled()
  })
})

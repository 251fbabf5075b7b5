import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { interactionsPaths } from '../../../src/discord/webhook/interactions-paths.ts'
import { INTERACTIONS_PATH } from '../../../src/discord/webhook/interactions-route.ts'
import { createApp } from '../../../src/http/create-app.ts'
import { INTERFACE_VERSION } from '../../../src/http/openapi/document.ts'
import { ReindexJobs } from '../../../src/http/reindex-jobs.ts'
import type { RequestScope } from '../../../src/http/request-scope.ts'
import { reindexInterface } from '../../../src/http/routes/reindex.ts'
import { commonInterfaces } from '../../../src/interfaces.ts'
import { silentLog } from '../../../src/log.ts'
import { feedbackToLog } from '../../../src/question-log/feedback.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { DocumentedAnswers, type OpenApiDocument } from '../../support/openapi.ts'
import { heldRebuild, REBUILT } from '../../support/servers/held-rebuild.ts'

const TOKEN = 'correct-horse-battery-staple'
const rebuilds = heldRebuild()

/** All that an entry may serve. */
const app = createApp({
  current: () => fakeSnapshot(),
  interfaces: [
    ...commonInterfaces({ log: silentLog, feedback: feedbackToLog(silentLog) }),
    reindexInterface({ token: TOKEN, jobs: new ReindexJobs(rebuilds.rebuild), log: silentLog }),
    {
      routes: new Hono<RequestScope>().post(INTERACTIONS_PATH, (c) => c.json({ type: 1 })),
      paths: interactionsPaths,
    },
  ],
})

async function documentOf(one = app): Promise<OpenApiDocument> {
  return (await (await one.request('https://ask.example.org/openapi.json')).json()) as OpenApiDocument
}

describe('/openapi.json', () => {
  let document: OpenApiDocument
  let answers: DocumentedAnswers

  beforeAll(async () => {
    document = await documentOf()
    answers = new DocumentedAnswers(document)
  })

  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone(document))
    expect(result.errors ?? []).toEqual([])
    expect(document.openapi).toBe('3.1.1')
  })

  it('has every route of the app, and no other', () => {
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)(\{.*?\})?/g, '{$1}')}`)
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect([...described].sort()).toEqual([...new Set(served)].sort())
  })

  it('gives each operation a name of its own', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says where the service is, and which version it has', async () => {
    expect(document.servers).toEqual([{ url: 'https://ask.example.org' }])
    const behindProxy = createApp({ current: () => undefined, publicUrl: 'https://public.example.org/docs' })
    expect((await documentOf(behindProxy)).servers).toEqual([{ url: 'https://public.example.org/docs' }])
    const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))
    expect(manifest.version).toBe(INTERFACE_VERSION)
  })

  it('leaves out what is not served', async () => {
    const without = await documentOf(createApp({ current: () => fakeSnapshot() }))
    expect(Object.keys(without.paths)).not.toContain('/admin/reindex')
    expect(Object.keys(without.components.schemas)).not.toContain('ReindexJob')
  })

  const JSON_HEADERS = { 'Content-Type': 'application/json' }
  const asked = (body: string, headers: Record<string, string> = JSON_HEADERS): RequestInit => ({
    method: 'POST',
    headers,
    body,
  })
  const preferring = (type: string): RequestInit => ({ headers: { Accept: type } })

  it.each<[path: string, status: number, address: string, init: RequestInit]>([
    ['/ask', 200, '/ask', asked('{"question": "Lambda?"}')],
    ['/ask', 200, '/ask', asked('{"question": "Lambda?"}', { ...JSON_HEADERS, Accept: 'text/event-stream' })],
    ['/ask', 200, '/ask', asked('{"question": "天氣?"}')],
    ['/ask', 400, '/ask', asked('{"question": "", "history": [1]}')],
    ['/ask', 400, '/ask', asked('{')],
    ['/ask', 413, '/ask', asked(JSON.stringify({ question: 'a'.repeat(70_000) }))],
    ['/ask', 415, '/ask', asked('question', { 'Content-Type': 'text/plain' })],
    ['/ask', 200, '/ask?q=Lambda', {}],
    ['/ask', 400, '/ask', {}],
    ['/feedback', 204, '/feedback', asked('{"vote": "up"}')],
    ['/feedback', 400, '/feedback', asked('{}')],
    ['/search', 200, '/search?q=Docker', {}],
    ['/search', 400, '/search', {}],
    ['/articles', 200, '/articles', preferring('application/json')],
    ['/articles', 200, '/articles', preferring('text/html')],
    ['/articles/{id}', 200, '/articles/cloud', preferring('application/json')],
    ['/articles/{id}', 200, '/articles/cloud', preferring('text/html')],
    ['/articles/{id}', 404, '/articles/gone', {}],
    ['/paragraphs/{id}', 200, '/paragraphs/cloud%23cc33', {}],
    ['/paragraphs/{id}', 400, '/paragraphs/cloud%23cc33?neighbours=9', {}],
    ['/paragraphs/{id}', 404, '/paragraphs/gone', {}],
    ['/healthz', 200, '/healthz', {}],
    ['/readyz', 200, '/readyz', {}],
    ['/', 200, '/', {}],
    ['/docs', 200, '/docs', {}],
    ['/openapi.json', 200, '/openapi.json', {}],
    ['/admin/reindex', 401, '/admin/reindex', { method: 'POST' }],
  ])('describes what %s answers with %i', async (path, status, address, init) => {
    const response = await app.request(address, init)
    expect(response.status).toBe(status)
    await answers.expectDocumented(init.method ?? 'GET', path, response)
  })

  it('describes how a rebuild begins, goes and ends', async () => {
    const as = (method: string) => ({ method, headers: { Authorization: `Bearer ${TOKEN}` } })
    const started = await app.request('/admin/reindex', as('POST'))
    await answers.expectDocumented('POST', '/admin/reindex', started)
    const refused = await app.request('/admin/reindex', as('POST'))
    expect(refused.status).toBe(409)
    await answers.expectDocumented('POST', '/admin/reindex', refused)
    const { id } = (await started.json()) as { id: string }
    rebuilds.ends[0]?.done(REBUILT)
    for (const method of ['GET', 'DELETE']) {
      const response = await app.request(`/admin/reindex/${id}`, as(method))
      expect(response.status).toBe(200)
      await answers.expectDocumented(method, '/admin/reindex/{id}', response)
    }
  })

  it('describes what happens before an index is open', async () => {
    const opening = createApp({ current: () => undefined })
    for (const path of ['/readyz', '/search?q=a', '/articles']) {
      const response = await opening.request(path)
      expect(response.status).toBe(503)
      await answers.expectDocumented('GET', path.replace(/\?.*/, ''), response)
    }
  })
})

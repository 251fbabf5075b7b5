import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { IndexSnapshot } from '../../src/domain/index-snapshot.ts'
import { createApp } from '../../src/http/create-app.ts'
import { silentLog } from '../../src/log.ts'
import { openAiInterface } from '../../src/openai/openai-interface.ts'
import type { LogEntry } from '../../src/question-log/question-log.ts'
import { fakeAsk, fakeSnapshot } from '../support/fake-snapshot.ts'
import { DocumentedAnswers, type OpenApiDocument } from '../support/openapi.ts'

function appWith(snapshot: IndexSnapshot | undefined = fakeSnapshot(), log = silentLog) {
  const publicUrl = 'https://ask.example.org'
  return createApp({ current: () => snapshot, log, publicUrl, interfaces: [openAiInterface({ log })] })
}

function post(body: unknown, type = 'application/json'): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: 'POST', headers: { 'Content-Type': type }, body: text }
}

const QUESTION = { role: 'user', content: 'Lambda 什麼時候發布的?' }

describe('the OpenAI-compatible interface', () => {
  const app = appWith()
  let answers: DocumentedAnswers

  beforeAll(async () => {
    answers = new DocumentedAnswers((await (await app.request('/openapi.json')).json()) as OpenApiDocument)
  })

  it.each<[path: string, status: number, address: string, init: RequestInit]>([
    ['/v1/models', 200, '/v1/models', {}],
    ['/v1/models/{id}', 200, '/v1/models/footnote', {}],
    ['/v1/models/{id}', 404, '/v1/models/constructor', {}],
    ['/v1/chat/completions', 200, '', post({ model: 'footnote', messages: [QUESTION] })],
    ['/v1/chat/completions', 200, '', post({ model: 'footnote', messages: [QUESTION], stream: true })],
    ['/v1/chat/completions', 400, '', post({ model: 'footnote', messages: [{ role: 'user', content: 7 }] })],
    ['/v1/chat/completions', 400, '', post('{')],
    ['/v1/chat/completions', 404, '', post({ model: 'gpt-9', messages: [QUESTION] })],
    [
      '/v1/chat/completions',
      413,
      '',
      post({ model: 'footnote', messages: [{ role: 'user', content: 'a'.repeat(2 ** 20) }] }),
    ],
    ['/v1/chat/completions', 415, '', post({}, 'text/plain')],
    ['/v1/responses', 200, '', post({ model: 'footnote', input: 'Lambda?' })],
    ['/v1/responses', 200, '', post({ model: 'footnote', input: 'Lambda?', stream: true })],
    ['/v1/responses', 400, '', post({ model: 'footnote' })],
    ['/v1/responses', 400, '', post({ model: 'footnote', input: 'a', conversation: 'conv_1' })],
    ['/v1/responses', 404, '', post({ model: 'gpt-9', input: 'a' })],
  ])('%s answers with %i as described', async (path, status, address, init) => {
    const response = await app.request(address || path, init)
    expect(response.status).toBe(status)
    await answers.expectDocumented(init.method ?? 'GET', path, response)
  })

  it('words all errors below /v1/ as OpenAI does, whatever a client accepts', async () => {
    for (const [path, init] of [
      ['/v1/embeddings', post({})],
      ['/v1/chat/completions', {}],
      ['/v1/models/x', { headers: { Accept: 'text/html' } }],
    ] as const) {
      const response = await app.request(path, init)
      expect(response.headers.get('Content-Type')).toContain('application/json')
      expect(await response.json()).toMatchObject({
        error: { message: expect.any(String), type: 'invalid_request_error' },
      })
    }
    expect(await (await app.request('/v2')).json()).toMatchObject({ type: 'urn:footnote:problem:not-found' })
  })

  it('takes null for absent, and items of an input that are no messages', async () => {
    const absent = { stream: null, stream_options: null, response_format: null, temperature: null }
    const chat = post({ model: 'footnote', messages: [QUESTION], ...absent })
    expect((await app.request('/v1/chat/completions', chat)).status).toBe(200)
    const input = [
      QUESTION,
      { type: 'reasoning', id: 'rs_1', summary: [] },
      { type: 'function_call_output', call_id: 'c', output: '{}' },
      { ...QUESTION, type: 'message' },
    ]
    const response = await app.request('/v1/responses', post({ model: 'footnote', input, text: {} }))
    expect(response.status).toBe(200)
  })

  it('refuses to write JSON, but for a chore', async () => {
    const json = { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: {} } } }
    const refused = await app.request(
      '/v1/chat/completions',
      post({ model: 'footnote', messages: [QUESTION], ...json }),
    )
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ error: { param: 'response_format' } })
    const system = {
      role: 'system',
      content: 'You are a professional conversation summarizer. Generate a title.',
    }
    const messages = [system, { role: 'user', content: '<user>\nHello there\n</user>' }]
    const titled = await app.request('/v1/chat/completions', post({ model: 'footnote', messages, ...json }))
    expect(await titled.json()).toMatchObject({
      choices: [{ message: { content: '{"title":"Hello there"}' } }],
    })
  })

  it('does chores without asking', async () => {
    const ask = vi.fn(fakeAsk)
    const content = '### Task:\nGenerate 1-3 broad tags.\n{ "tags": ["tag1"] }'
    for (const stream of [false, true]) {
      const body = { model: 'footnote', messages: [{ role: 'user', content }], stream }
      const response = await appWith(fakeSnapshot({ ask })).request('/v1/chat/completions', post(body))
      expect(await response.text()).toContain('{\\"tags\\":[]}')
    }
    expect(ask).not.toHaveBeenCalled()
  })

  it('begins addresses with PUBLIC_URL', async () => {
    const response = await app.request('/v1/responses', post({ model: 'footnote', input: 'Lambda?' }))
    expect(await response.json()).toMatchObject({
      output: [
        { content: [{ annotations: [{ url: expect.stringMatching(/^https:\/\/ask\.example\.org\/a/) }] }] },
      ],
    })
  })

  it('lists what else can be asked behind a reply to a greeting', async () => {
    const greeting = async () => ({
      ...(await fakeAsk({ question: '' })),
      kind: 'conversation' as const,
      answer: 'Hello!',
      suggestions: ['What is Docker?', 'Who bought it?'],
    })
    const response = await appWith(fakeSnapshot({ ask: greeting })).request(
      '/v1/responses',
      post({ model: 'footnote', input: 'Hi' }),
    )
    expect(await response.json()).toMatchObject({
      output: [{ content: [{ text: 'Hello!\n\n- What is Docker?\n- Who bought it?' }] }],
    })
  })

  it('ends a stream that fails with an error, without its details', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const failing = appWith(fakeSnapshot({ ask: () => Promise.reject(new Error('secret')) }), log)
    const chat = await failing.request(
      '/v1/chat/completions',
      post({ model: 'footnote', messages: [QUESTION], stream: true }),
    )
    expect(await chat.text()).toMatch(/data: \{"error":\{.*"type":"server_error".*\}\}\n\n$/)
    const response = await failing.request(
      '/v1/responses',
      post({ model: 'footnote', input: 'a', stream: true }),
    )
    const events = await response.text()
    expect(events).toMatch(/event: response\.failed\n?.*"status":"failed"/s)
    expect(events).not.toContain('secret')
    expect(log.error).toHaveBeenCalledTimes(2)
  })

  it('says that it is not ready, in the words of its clients', async () => {
    const opening = createApp({ current: () => undefined, interfaces: [openAiInterface({ log: silentLog })] })
    const response = await opening.request('/v1/responses', post({ model: 'footnote', input: 'a' }))
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('5')
    await answers.expectDocumented('POST', '/v1/responses', response)
  })

  it('says in the question log through what was asked', async () => {
    const record = vi.fn(async (_entry: LogEntry) => true)
    const interfaces = [openAiInterface({ log: silentLog })]
    const logged = createApp({ current: () => fakeSnapshot(), interfaces, questionLog: { record } })
    await logged.request('/v1/responses', post({ model: 'footnote', input: 'Lambda?' }))
    await logged.request('/ask?q=Lambda')
    expect(record.mock.calls.map(([entry]) => entry)).toMatchObject([
      { question: 'Lambda?', through: 'openai' },
      { question: 'Lambda', through: 'http' },
    ])
  })

  it('logs nobody’s words above debug', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const logged = appWith(fakeSnapshot(), log)
    for (const stream of [false, true]) {
      const body = { model: 'footnote', messages: [QUESTION], stream }
      await (await logged.request('/v1/chat/completions', post(body))).text()
    }
    expect(JSON.stringify(log.debug.mock.calls)).toContain(QUESTION.content)
    const lines = log.info.mock.calls.map(([fields]) => fields)
    expect(lines.filter(({ answered }) => answered)).toHaveLength(2)
    expect(JSON.stringify(log.info.mock.calls)).not.toMatch(/什麼|2014/)
  })
})

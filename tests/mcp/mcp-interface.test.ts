import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { silentLog } from '../../src/log.ts'
import { mcpInterface } from '../../src/mcp/mcp-interface.ts'
import { servedAnswer } from '../../src/protocol/answer-schema.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'

interface TextResult {
  readonly isError?: boolean
  readonly content: readonly { readonly type: string; readonly text?: string }[]
  readonly structuredContent?: unknown
}

describe.each(['2025', '2026'] as const)('the official client, with the protocol of %s', (era) => {
  let server: RunningServer
  let client: Client

  beforeAll(async () => {
    const app = createApp({
      current: () => fakeSnapshot(),
      interfaces: [mcpInterface({ log: silentLog })],
    })
    server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
  })

  beforeEach(async () => {
    const versionNegotiation = { mode: era === '2025' ? ('legacy' as const) : { pin: '2026-07-28' } }
    client = new Client({ name: 'test', version: '1' }, { versionNegotiation })
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.origin}/mcp`)))
  })

  afterEach(async () => {
    await client.close()
  })

  afterAll(async () => {
    await server.close(1000)
  })

  async function call(name: string, args: Record<string, unknown>): Promise<TextResult> {
    return (await client.callTool({ name, arguments: args })) as TextResult
  }

  it('is told what answers come from', () => {
    expect(client.getInstructions()).toContain('“雲 <計算> & 容器”, “Ships”')
    expect(client.getServerVersion()).toMatchObject({ name: 'footnote' })
  })

  it('lists tools that only read, with schemas of what they take and return', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'search', 'fetch'])
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(inputSchema.type).toBe('object')
      expect(outputSchema?.type).toBe('object')
    }
    expect(tools[1]?.inputSchema.required).toEqual(['query'])
  })

  it('asks, and gets the answer as text with its sources and as data', async () => {
    const result = await call('ask', { question: QUESTION })
    expect(result.isError ?? false).toBe(false)
    const url = `${server.origin}/articles/cloud?mark=aa11.3-34#aa11`
    expect(result.content).toEqual([
      {
        type: 'text',
        text: `${LAMBDA_SENTENCE}[1]\n\n**來源**\n\n1. [雲 \\<計算\\> & 容器 · ¶ 1](${url}): “${LAMBDA_SENTENCE}”`,
      },
    ])
    const answer = servedAnswer.parse(result.structuredContent)
    expect(answer).toEqual(result.structuredContent)
    expect(answer).toMatchObject({
      answered: true,
      citations: [{ url, quote: LAMBDA_SENTENCE }],
      generation: 'generation-1',
    })
  })

  it('hears that the articles do not say', async () => {
    const result = await call('ask', { question: '天氣怎麼樣?', language: 'zh-Hant' })
    expect(result.content).toMatchObject([{ text: '文章沒有提到。' }])
    expect(result.structuredContent).toMatchObject({ answered: false, citations: [] })
  })

  it('searches and fetches as ChatGPT does', async () => {
    const { content, structuredContent } = await call('search', { query: 'Docker' })
    expect(content).toHaveLength(1)
    expect(JSON.parse(content[0]?.text ?? '')).toEqual(structuredContent)
    expect(structuredContent).toEqual({
      results: [
        {
          id: 'cloud#bb22',
          title: '雲 <計算> & 容器 · ¶ 2',
          url: `${server.origin}/articles/cloud?mark=bb22.12-18#bb22`,
        },
        expect.objectContaining({ id: 'cloud#cc33' }),
      ],
    })
    const fetched = await call('fetch', { id: 'cloud#bb22' })
    expect(fetched.content).toHaveLength(1)
    expect(JSON.parse(fetched.content[0]?.text ?? '')).toEqual(fetched.structuredContent)
    expect(fetched.structuredContent).toEqual({
      id: 'cloud#bb22',
      title: '雲 <計算> & 容器 · ¶ 2',
      text: '第一項 <b>\n第二項 Docker\n第三項',
      url: `${server.origin}/articles/cloud#bb22`,
      metadata: {
        article: 'cloud',
        author: 'gitmilk',
        date: '2016-03-01',
        language: 'zh-Hant',
        originalUrl: 'https://example.org/cloud?a=1&b=2',
        section: '1、開始',
        paragraph: '2',
      },
    })
  })

  it('fetches a whole article', async () => {
    const { structuredContent } = await call('fetch', { id: 'notes/ships' })
    expect(structuredContent).toMatchObject({
      id: 'notes/ships',
      text: '# Ships\n\nA container ship carries containers.\n',
      url: `${server.origin}/articles/notes/ships`,
    })
  })

  it('reads the articles as resources', async () => {
    const { resources } = await client.listResources()
    expect(resources.map(({ uri, title }) => [uri, title])).toEqual([
      ['article:///cloud', '雲 <計算> & 容器'],
      ['article:///notes/ships', 'Ships'],
    ])
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri })
      expect(contents).toMatchObject([{ uri, mimeType: 'text/markdown', text: expect.stringMatching(/^# /) }])
    }
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['article:///{+id}'])
    await expect(client.readResource({ uri: 'article:///gone' })).rejects.toThrow()
    await expect(client.readResource({ uri: 'article:///%ff' })).rejects.toThrow()
  })

  it.each([
    ['ask', { question: '' }, 'ask something'],
    ['ask', { question: 'a'.repeat(1001) }, '1001 characters'],
    ['ask', {}, 'question'],
    ['search', { query: 'a', limit: 99 }, 'from 1 to 16'],
    ['fetch', { id: 'gone' }, 'No paragraph or article has the id "gone"'],
  ])('is told what was wrong with %s %j', async (name, args, words) => {
    const result = await call(name, args)
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toContain(words)
  })
})

describe('POST /mcp', () => {
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  }

  function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
    return {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: JSON.stringify(body),
    }
  }

  function appWith(options: Partial<Parameters<typeof createApp>[0]> = {}, log = silentLog) {
    return createApp({
      current: () => fakeSnapshot(),
      interfaces: [mcpInterface({ log })],
      ...options,
    })
  }

  it('answers under no name but the service’s own', async () => {
    const limits = { remoteAddress: () => undefined, hosts: ['localhost'] }
    for (const [host, status] of [
      ['localhost:8787', 200],
      ['rebound.example.com', 421],
    ] as const) {
      const response = await appWith({ limits }).request(`http://${host}/mcp`, post(initialize))
      expect(response.status).toBe(status)
    }
  })

  it('has no streams and no sessions to open or to end', async () => {
    for (const method of ['GET', 'DELETE']) {
      const response = await appWith().request('http://localhost/mcp', { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('Allow')).toContain('POST')
    }
    const response = await appWith().request('http://localhost/mcp', post(initialize))
    expect(response.headers.get('Mcp-Session-Id')).toBeNull()
  })

  it('refuses a body that is larger than any call', async () => {
    const body = { ...initialize, padding: 'a'.repeat(300_000) }
    expect((await appWith().request('http://localhost/mcp', post(body))).status).toBe(413)
  })

  it('refuses what is no message', async () => {
    const response = await appWith().request('http://localhost/mcp', { ...post({}), body: '{' })
    expect(response.status).toBe(400)
  })

  it('says that it is not ready', async () => {
    const response = await appWith({ current: () => undefined }).request(
      'http://localhost/mcp',
      post(initialize),
    )
    expect(response.status).toBe(503)
  })

  it('tells nobody but the log what went wrong in a tool', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const failing = fakeSnapshot({ ask: () => Promise.reject(new Error('secret')) })
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'ask', arguments: { question: QUESTION } },
    }
    const app = appWith({ current: () => failing }, log)
    const text = await (await app.request('http://localhost/mcp', post(call))).text()
    expect(text).toContain('could not be answered')
    expect(text).not.toContain('secret')
    expect(log.error.mock.calls[0]?.[0]).toMatchObject({ tool: 'ask', err: expect.any(Error) })
  })

  it('answers one call from one snapshot', async () => {
    const current = vi.fn(() => fakeSnapshot({ ask: fakeAsk }))
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'ask', arguments: { question: QUESTION } },
    }
    await (await appWith({ current }).request('http://localhost/mcp', post(call))).text()
    expect(current).toHaveBeenCalledOnce()
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { RemoteEmbeddings, type RemoteOptions, remoteFingerprint } from '../../src/embeddings/remote.ts'
import { EmbeddingsError } from '../../src/errors.ts'
import { describeEmbeddings } from '../contracts/embeddings.ts'
import {
  type FakeEmbeddingsOptions,
  type FakeEmbeddingsServer,
  startFakeEmbeddingsServer,
} from '../support/servers/fake-embeddings-server.ts'

const KEY = 'sk-do-not-tell'
/** What OpenAI's client would take from the environment. */
const THEIRS = ['OPENAI_API_KEY', 'OPENAI_ADMIN_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID']

describe('against a server of its own', () => {
  let server: FakeEmbeddingsServer

  beforeAll(async () => {
    server = await startFakeEmbeddingsServer()
  })
  afterAll(() => server.close())

  describeEmbeddings(
    'RemoteEmbeddings',
    () => new RemoteEmbeddings({ model: 'bge-m3', baseUrl: server.baseUrl, apiKey: undefined }),
  )
})

describe('RemoteEmbeddings', () => {
  const servers: FakeEmbeddingsServer[] = []
  afterEach(async () => {
    vi.unstubAllEnvs()
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })

  /** With attempts that follow each other at once; how long they would have waited is written down. */
  async function open(behaviour: FakeEmbeddingsOptions = {}, options: RemoteOptions = {}) {
    const server = await startFakeEmbeddingsServer(behaviour)
    servers.push(server)
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    const configuration = { model: 'bge-m3', baseUrl: server.baseUrl, apiKey: KEY }
    return { server, waits, embeddings: new RemoteEmbeddings(configuration, { wait, ...options }) }
  }

  async function errorOf(promise: Promise<unknown>): Promise<EmbeddingsError> {
    const error = await promise.then(
      () => undefined,
      (reason) => reason,
    )
    expect(error).toBeInstanceOf(EmbeddingsError)
    return error
  }

  it('asks the server that was named for the model that was named, as plainly as can be', async () => {
    const { server, embeddings } = await open()
    await embeddings.embedDocuments(['one\ntwo'])
    expect(server.requests).toMatchObject([
      { path: 'POST /v1/embeddings', model: 'bge-m3', input: ['one\ntwo'], encoding_format: 'float' },
    ])
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(embeddings.fingerprint).toBe(remoteFingerprint('bge-m3'))
    expect(embeddings.fingerprint).not.toBe(remoteFingerprint('bge-large'))
  })

  it("sends nobody else's key where none is configured", async () => {
    const { server } = await open()
    for (const name of THEIRS) vi.stubEnv(name, 'sk-for-another-server')
    await new RemoteEmbeddings({ model: 'm', baseUrl: server.baseUrl, apiKey: undefined }).embedQuery('a')
    expect(JSON.stringify(server.requests[0]?.headers)).not.toContain('another')
  })

  it('tries again after a while, which grows, where the server is overwhelmed', async () => {
    const { server, waits, embeddings } = await open({
      reply: (_, number) => (number <= 4 ? { status: 503, message: 'overloaded' } : undefined),
    })
    expect(await embeddings.embedDocuments(['a'])).toHaveLength(1)
    expect(server.requests).toHaveLength(5)
    for (const [i, most] of [500, 1000, 2000, 4000].entries()) {
      expect(waits[i]).toBeGreaterThanOrEqual(most / 2)
      expect(waits[i]).toBeLessThanOrEqual(most)
    }
  })

  it.each([429, 503])('waits as long as Retry-After asks for: %i', async (status) => {
    const { waits, embeddings } = await open({
      reply: (_, number) =>
        number === 1 ? { status, message: 'slow down', headers: { 'retry-after': '7' } } : undefined,
    })
    await embeddings.embedDocuments(['a'])
    expect(waits).toEqual([7000])
  })

  it('tries again after a 429 that does not say when', async () => {
    const { waits, embeddings } = await open({
      reply: (_, number) => (number === 1 ? { status: 429, message: 'slow down' } : undefined),
    })
    await embeddings.embedDocuments(['a'])
    expect(waits).toHaveLength(1)
  })

  it('does not wait for hours', async () => {
    const { server, embeddings } = await open({
      reply: () => ({ status: 429, message: 'come back', headers: { 'retry-after': '7200' } }),
    })
    expect((await errorOf(embeddings.embedDocuments(['a']))).message).toContain('429: 429 come back')
    expect(server.requests).toHaveLength(1)
  })

  it('gives up in the end', async () => {
    const { server, embeddings } = await open({ reply: () => ({ status: 500, message: 'broken' }) })
    expect(await errorOf(embeddings.embedDocuments(['a']))).toMatchObject({ fault: 'busy' })
    expect(server.requests).toHaveLength(6)
  })

  it.each([
    [401, 'key', 'EMBEDDINGS_API_KEY'],
    [403, 'key', 'EMBEDDINGS_API_KEY'],
    [404, 'address', 'EMBEDDINGS_BASE_URL and EMBEDDINGS'],
    [402, 'quota', 'quota'],
  ])('takes a %i for an answer, and says what to do', async (status, fault, advice) => {
    const { server, embeddings } = await open({
      reply: ({ headers }) => ({ status, message: `no: ${headers.authorization}` }),
    })
    const error = await errorOf(embeddings.embedDocuments(['a']))
    expect(error.fault).toBe(fault)
    expect(error.message).toContain(advice)
    expect(error.message).toContain(server.baseUrl)
    expect(server.requests).toHaveLength(1)
  })

  it('does not wait for an account that is empty', async () => {
    const { server, embeddings } = await open({
      reply: () => ({ status: 429, message: 'You exceeded your current quota', code: 'insufficient_quota' }),
    })
    expect(await errorOf(embeddings.embedDocuments(['a']))).toMatchObject({ fault: 'quota' })
    expect(server.requests).toHaveLength(1)
  })

  it.each([400, 401, 429, 500])('tells nobody the key that a server repeats: %i', async (status) => {
    const { embeddings } = await open({
      reply: ({ headers }) => ({ status, message: `bad ${headers.authorization}` }),
    })
    const error = await errorOf(embeddings.embedDocuments(['a']))
    const told = [error.message, JSON.stringify(error.fields), String((error.cause as Error).stack)]
    expect(told.join()).not.toContain(KEY)
  })

  it('says at once that nobody listens at an address', async () => {
    const { server, waits, embeddings } = await open()
    await server.close()
    const error = await errorOf(embeddings.embedDocuments(['a']))
    expect(error).toMatchObject({ fault: 'unreachable' })
    expect(error.message).toContain(server.baseUrl)
    expect(error.message).toContain('ECONNREFUSED')
    expect(waits).toEqual([])
  })

  it('waits for a server that has gone away', async () => {
    const { server, waits, embeddings } = await open()
    await embeddings.embedDocuments(['a'])
    await server.close()
    expect(await errorOf(embeddings.embedDocuments(['a']))).toMatchObject({ fault: 'unreachable' })
    expect(waits).toHaveLength(5)
  })

  it.each([
    ['a page', '<!doctype html>', 'unusable'],
    ['something else', '{"models":[]}', 'unusable'],
    ['too few vectors', '{"data":[{"embedding":[1,2]}]}', 'unusable'],
    ['vectors that are none', '{"data":[{"embedding":"AAAA"},{"embedding":null}]}', 'unusable'],
  ])('does not take %s for vectors', async (_, body, fault) => {
    const { server, embeddings } = await open({ reply: () => ({ body }) })
    const error = await errorOf(embeddings.embedDocuments(['a', 'b']))
    expect(error.fault).toBe(fault)
    expect(error.message).toContain('/v1')
    expect(server.requests).toHaveLength(1)
  })

  it('halves what is too much for a server, and remembers how much it takes', async () => {
    const { server, embeddings } = await open({
      reply: ({ input }) => (input.length > 10 ? { status: 400, message: 'at most 10' } : undefined),
    })
    const texts = Array.from({ length: 64 }, (_, number) => `text ${number}`)
    const vectors = await embeddings.embedDocuments(texts)
    expect(server.texts).toEqual(texts)
    const [expected] = await embeddings.embedDocuments(['text 63'])
    expect(vectors[63]).toEqual(expected)
    const refused = server.requests.filter(({ input }) => input.length > 10)
    expect(refused.map(({ input }) => input.length)).toEqual([32, 16])
  })

  it('embeds the beginning of a text that is too long for the model, and the others whole', async () => {
    const { server, embeddings } = await open({
      reply: ({ input }) =>
        input.some((text) => text.length > 512) ? { status: 413, message: 'too long' } : undefined,
    })
    await embeddings.embedDocuments(['one', 'x'.repeat(1500), 'three'])
    expect(server.texts).toEqual(['one', 'x'.repeat(375), 'three'])
  })

  it('tells what the server says where it refuses even a short text', async () => {
    const { embeddings } = await open({ reply: () => ({ status: 422, message: 'not an embedding model' }) })
    const error = await errorOf(embeddings.embedDocuments(['a', 'b']))
    expect(error).toMatchObject({ fault: 'refused' })
    expect(error.message).toContain('not an embedding model')
  })

  it('tries a question once, and tells nobody what was asked', async () => {
    const { server, waits, embeddings } = await open({
      reply: ({ input }) => ({ status: 500, message: `cannot embed ${input}` }),
    })
    const error = await errorOf(embeddings.embedQuery('who is ill?'))
    expect(error.message).not.toContain('ill')
    expect(server.requests).toHaveLength(1)
    expect(waits).toEqual([])
  })

  it('does not wait long for the vector of a question', async () => {
    const { embeddings } = await open({ reply: () => new Promise(() => {}) }, { questionMilliseconds: 20 })
    const error = await errorOf(embeddings.embedQuery('a'))
    expect(error).toMatchObject({ fault: 'busy' })
    expect(error.message).toContain('has not answered in time')
  })

  it('does not let one question wait for another', async () => {
    let asked = 0
    let letGo: () => void = () => {}
    const all = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const { server, embeddings } = await open({
      reply: async () => {
        if (++asked === 12) letGo()
        await all
        return undefined
      },
    })
    await Promise.all(Array.from({ length: 12 }, (_, number) => embeddings.embedQuery(`question ${number}`)))
    expect(server.mostAtOnce).toBe(12)
  })

  it('ends at once what is under way when it is told to', async () => {
    const controller = new AbortController()
    const { server, embeddings } = await open(
      {
        reply: async () => {
          controller.abort(new Error('enough'))
          return new Promise<never>(() => {})
        },
      },
      { signal: controller.signal },
    )
    await expect(embeddings.embedDocuments(['a'])).rejects.toThrow('enough')
    expect(server.requests).toHaveLength(1)
  })

  it('ends at once a wait for the next attempt', async () => {
    const controller = new AbortController()
    const { server, embeddings } = await open(
      {
        reply: () => {
          setImmediate(() => controller.abort(new Error('enough')))
          return { status: 503, message: 'later', headers: { 'retry-after': '250' } }
        },
      },
      { signal: controller.signal, wait: undefined },
    )
    await expect(embeddings.embedDocuments(['a'])).rejects.toThrow('enough')
    expect(server.requests).toHaveLength(1)
  })
})

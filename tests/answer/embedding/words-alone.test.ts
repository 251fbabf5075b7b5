import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { orWordsAlone } from '../../../src/answer/embedding/words-alone.ts'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import { RemoteEmbeddings } from '../../../src/embeddings/remote.ts'
import { EmbeddingsError, IndexError } from '../../../src/errors.ts'
import { buildIndex } from '../../../src/index/build/build.ts'
import { toPassages } from '../../../src/index/build/passages.ts'
import { encodeContainer } from '../../../src/index/format/container.ts'
import { buildLexicalIndex } from '../../../src/index/lexical/build-lexical-index.ts'
import { encodeLexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { type OpenIndex, openIndex, toSections } from '../../../src/index/open.ts'
import { RANKING_WEIGHTS } from '../../../src/retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever } from '../../../src/retrieval/retriever.ts'
import { ANY_CLAIM } from '../../support/chat/any-claim.ts'
import { CountingEmbeddings } from '../../support/corpora/index-recipe.ts'
import { smallCorpus, smallDictionary } from '../../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'
import {
  type FakeEmbeddingsServer,
  startFakeEmbeddingsServer,
} from '../../support/servers/fake-embeddings-server.ts'

const QUESTION = 'Twinings 被誰收購了?'

/** What a log is told in warnings. */
function watchfulLog() {
  const warnings: [Readonly<Record<string, unknown>>, string][] = []
  return {
    warnings,
    warn: (fields: Readonly<Record<string, unknown>>, message: string) =>
      void warnings.push([fields, message]),
  }
}

describe('a snapshot whose questions are embedded by a server', () => {
  const servers: FakeEmbeddingsServer[] = []
  let index: OpenIndex

  async function serve(dimensions?: number) {
    const server = await startFakeEmbeddingsServer(dimensions === undefined ? {} : { dimensions })
    servers.push(server)
    const { baseUrl } = server
    return { server, embeddings: new RemoteEmbeddings({ model: 'm', baseUrl, apiKey: undefined }) }
  }

  beforeAll(async () => {
    const { embeddings } = await serve()
    const { parts } = await buildIndex(smallCorpus(), {
      embedder: embeddings.fingerprint,
      analysis: 'test',
      prepare: async () => ({
        embeddings,
        claims: ANY_CLAIM,
        toPassages,
        toLexicalIndex: (passages, corpus) =>
          encodeLexicalIndex(buildLexicalIndex(passages, corpus, smallDictionary())),
      }),
    })
    index = openIndex(encodeContainer(toSections(parts)))
  })
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

  it('asks the server for the vector of each question', async () => {
    const { server, embeddings } = await serve()
    const log = watchfulLog()
    const answer = await openSnapshot(index, { embeddings, log }).ask({ question: QUESTION })
    expect(answer.citations[0]?.quote).toContain('Associated British Foods')
    expect(server.texts).toEqual([QUESTION])
    expect(log.warnings).toEqual([])
  })

  it('answers from words alone where the server is gone, and says so in the log', async () => {
    const { server, embeddings } = await serve()
    await server.close()
    const log = watchfulLog()
    const answer = await openSnapshot(index, { embeddings, log }).ask({ question: QUESTION })
    expect(answer.answered).toBe(true)
    expect(answer.citations[0]?.quote).toContain('Associated British Foods')
    expect(log.warnings).toEqual([
      [{ err: expect.any(EmbeddingsError) }, expect.stringContaining('words alone')],
    ])
    expect(JSON.stringify(log.warnings)).not.toContain('Twinings')
  })

  it('does so too where the vectors have become others', async () => {
    const { embeddings } = await serve(24)
    const log = watchfulLog()
    const answer = await openSnapshot(index, { embeddings, log }).ask({ question: QUESTION })
    expect(answer.answered).toBe(true)
    expect(String(log.warnings[0]?.[0].err)).toContain('24 numbers')
  })

  it('lets nobody wait who has given up', async () => {
    const controller = new AbortController()
    const server = await startFakeEmbeddingsServer({
      reply: () => {
        controller.abort(new Error('gone'))
        return new Promise<never>(() => {})
      },
    })
    servers.push(server)
    const embeddings = new RemoteEmbeddings({ model: 'm', baseUrl: server.baseUrl, apiKey: undefined })
    const log = watchfulLog()
    const answer = openSnapshot(index, { embeddings, log }).ask(
      { question: QUESTION },
      { signal: controller.signal },
    )
    await expect(answer).rejects.toThrow('gone')
    // Had it waited for the server, that would be a warning.
    expect(log.warnings).toEqual([])
  })

  it('is not searched with the vectors of others', async () => {
    expect(() => openSnapshot(index)).toThrow(IndexError)
    const embeddings = new CountingEmbeddings('another')
    expect(() => openSnapshot(index, { embeddings })).toThrow('"remote/1 m"')
  })
})

describe('orWordsAlone', () => {
  const FAULT = new EmbeddingsError('busy', 'the server has not answered in time')
  const ZEROS = Array(8).fill(0)

  /** Embeddings that fail as long as there is a fault, and count the attempts. */
  function failing(fault: Error = FAULT) {
    const embeddings = new CountingEmbeddings()
    const embed = embeddings.embedQuery.bind(embeddings)
    const state = { fault: fault as Error | undefined, attempts: 0, embeddings }
    embeddings.embedQuery = (text) => {
      state.attempts++
      return state.fault ? Promise.reject(state.fault) : embed(text)
    }
    return state
  }

  function withClock(embeddings: CountingEmbeddings) {
    const clock = { milliseconds: 0 }
    const log = watchfulLog()
    const { embedQuery } = orWordsAlone(embeddings, { dimensions: 8, log, now: () => clock.milliseconds })
    return { clock, log, embedQuery }
  }

  async function ask(embedQuery: (text: string) => Promise<number[]>, times: number) {
    for (let time = 0; time < times; time++) expect(await embedQuery('a')).toEqual(ZEROS)
  }

  it('finds nothing by vectors where there are none', async () => {
    const { index } = await openSmallIndex()
    const { embeddings } = failing()
    const { dimensions } = index.search
    const wordsAlone = orWordsAlone(embeddings, { dimensions, log: watchfulLog() })
    const { ranked } = await new ParagraphRetriever(index, wordsAlone, RANKING_WEIGHTS).retrieve(QUESTION)
    expect(ranked.length).toBeGreaterThan(0)
    for (const { features } of ranked) expect([features.cosine, features.cosineToBest]).toEqual([0, 0])
  })

  it('gives embeddings that fail three times in a row a break, and says so once', async () => {
    const state = failing()
    const { clock, log, embedQuery } = withClock(state.embeddings)
    await ask(embedQuery, 10)
    clock.milliseconds = 29_999
    await ask(embedQuery, 10)
    expect(state.attempts).toBe(3)
    const messages = log.warnings.map(([, message]) => message)
    expect(messages).toEqual([...Array(3).fill(expect.stringContaining('could not')), expect.any(String)])
    expect(messages[3]).toContain('for a while')
  })

  it('tries one question after each break, until one is embedded', async () => {
    const state = failing()
    const { clock, log, embedQuery } = withClock(state.embeddings)
    await ask(embedQuery, 3)
    clock.milliseconds = 30_000
    await Promise.all([ask(embedQuery, 2), ask(embedQuery, 2)])
    expect(state.attempts).toBe(4)
    clock.milliseconds = 59_999
    await ask(embedQuery, 1)
    expect(state.attempts).toBe(4)

    state.fault = undefined
    clock.milliseconds = 60_000
    expect(await embedQuery('a')).not.toEqual(ZEROS)
    expect(await embedQuery('a')).not.toEqual(ZEROS)
    expect(log.warnings.at(-1)).toEqual([{}, 'The embeddings answer again'])

    state.fault = FAULT
    await ask(embedQuery, 5)
    expect(state.attempts).toBe(9)
  })

  it('takes no break from failures with successes between them', async () => {
    const state = failing()
    const { log, embedQuery } = withClock(state.embeddings)
    for (let round = 0; round < 3; round++) {
      state.fault = FAULT
      await ask(embedQuery, 2)
      state.fault = undefined
      await embedQuery('a')
    }
    expect(state.attempts).toBe(9)
    expect(log.warnings).toHaveLength(6)
  })

  it('takes no break from a server that refuses some texts', async () => {
    const state = failing(new EmbeddingsError('refused', 'the text is too long'))
    const { embedQuery } = withClock(state.embeddings)
    await ask(embedQuery, 5)
    expect(state.attempts).toBe(5)
  })
})

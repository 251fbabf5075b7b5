import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openGeneration } from '../../src/answer/open-generation.ts'
import { orWordsAlone } from '../../src/answer/words-alone.ts'
import { RemoteEmbeddings } from '../../src/embeddings/remote.ts'
import { EmbeddingsError, IndexError } from '../../src/errors.ts'
import { buildIndex } from '../../src/index/build.ts'
import { buildLexicon } from '../../src/index/build-lexicon.ts'
import { encodeContainer } from '../../src/index/container.ts'
import { encodeLexicon } from '../../src/index/lexicon.ts'
import { type OpenIndex, openIndex, toSections } from '../../src/index/open.ts'
import { toPassages } from '../../src/index/passages.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking-weights.ts'
import { ParagraphRetriever } from '../../src/retrieval/retriever.ts'
import { type FakeEmbeddingsServer, startFakeEmbeddingsServer } from '../support/fake-embeddings-server.ts'
import { CountingEmbeddings } from '../support/index-recipe.ts'
import { smallCorpus, smallDictionary } from '../support/small-corpus.ts'
import { openSmallIndex } from '../support/small-corpus-index.ts'

const QUESTION = 'Twinings 被誰收購了?'

describe('a generation whose questions are embedded by a server', () => {
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
        toPassages,
        toLexicon: (passages, corpus) => encodeLexicon(buildLexicon(passages, corpus, smallDictionary())),
      }),
    })
    index = openIndex(encodeContainer(toSections(parts)))
  })
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

  /** What a log is told in warnings. */
  function watchfulLog() {
    const warnings: [Readonly<Record<string, unknown>>, string][] = []
    return {
      warnings,
      warn: (fields: Readonly<Record<string, unknown>>, message: string) =>
        void warnings.push([fields, message]),
    }
  }

  it('asks the server for the vector of each question', async () => {
    const { server, embeddings } = await serve()
    const log = watchfulLog()
    const answer = await openGeneration(index, { embeddings, log }).ask({ question: QUESTION })
    expect(answer.citations[0]?.quote).toContain('Associated British Foods')
    expect(server.texts).toEqual([QUESTION])
    expect(log.warnings).toEqual([])
  })

  it('answers from words alone where the server is gone, and says so in the log', async () => {
    const { server, embeddings } = await serve()
    await server.close()
    const log = watchfulLog()
    const answer = await openGeneration(index, { embeddings, log }).ask({ question: QUESTION })
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
    const answer = await openGeneration(index, { embeddings, log }).ask({ question: QUESTION })
    expect(answer.answered).toBe(true)
    expect(String(log.warnings[0]?.[0].err)).toContain('24 numbers')
  })

  it('is not searched with the vectors of others', async () => {
    expect(() => openGeneration(index)).toThrow(IndexError)
    const embeddings = new CountingEmbeddings('another')
    expect(() => openGeneration(index, { embeddings })).toThrow('"remote/1 m"')
  })
})

describe('orWordsAlone', () => {
  it('finds nothing by vectors where there are none', async () => {
    const { index } = await openSmallIndex()
    const broken = new CountingEmbeddings()
    broken.embedQuery = () => Promise.reject(new Error('no'))
    const embeddings = orWordsAlone(broken, index.search.dimensions, { warn: () => {} })
    const { ranked } = await new ParagraphRetriever(index, embeddings, RANKING_WEIGHTS).retrieve(QUESTION)
    expect(ranked.length).toBeGreaterThan(0)
    for (const { features } of ranked) expect([features.vector, features.vectorToBest]).toEqual([0, 0])
  })
})

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RemoteEmbeddings } from '../../src/embeddings/remote.ts'
import type { EmbeddingEstimate } from '../../src/index/build/embedding-estimate.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import type { RebuildOptions } from '../../src/indexing/rebuild-options.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { readCurrentGeneration } from '../../src/storage/index/read-generation.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { recipeWith } from '../support/corpora/index-recipe.ts'
import {
  type FakeEmbeddingsOptions,
  type FakeEmbeddingsServer,
  startFakeEmbeddingsServer,
} from '../support/servers/fake-embeddings-server.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const PARAGRAPHS = Array.from({ length: 200 }, (_, number) => `第${number}段講的是 Docker。`)

describe('rebuildIndex with a server that embeds', () => {
  const temporaryDirectory = useTemporaryDirectories()
  const servers: FakeEmbeddingsServer[] = []
  let fixture: IndexFixture

  beforeEach(async () => {
    fixture = new IndexFixture(await temporaryDirectory())
    await fixture.write('cloud.md', ...PARAGRAPHS)
  })
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

  async function serve(behaviour: FakeEmbeddingsOptions = {}): Promise<FakeEmbeddingsServer> {
    const server = await startFakeEmbeddingsServer(behaviour)
    servers.push(server)
    return server
  }

  function optionsFor({ baseUrl }: FakeEmbeddingsServer, model = 'bge-m3'): RebuildOptions {
    const wait = async () => {}
    return fixture.options(recipeWith(new RemoteEmbeddings({ model, baseUrl, apiKey: undefined }, { wait })))
  }

  /** Fails for good from this request on. */
  const failingFrom = (first: number): FakeEmbeddingsOptions => ({
    reply: (_, number) => (number >= first ? { status: 401, message: 'no' } : undefined),
  })

  const journalSize = () =>
    stat(new IndexFolder(fixture.indexDirectory).journalPath).then(
      ({ size }) => size,
      () => 0,
    )

  it('asks in batches, a few at a time, for each text once', async () => {
    const server = await serve()
    const estimates: EmbeddingEstimate[] = []
    const onEstimate = (estimate: EmbeddingEstimate) => {
      expect(server.requests).toHaveLength(0)
      estimates.push(estimate)
    }
    const report = await rebuildIndex({ ...optionsFor(server), onEstimate })
    expect(report).toMatchObject({ outcome: 'built', embedded: 200 })
    expect(new Set(server.texts).size).toBe(200)
    expect(server.texts).toHaveLength(200)
    expect(estimates).toMatchObject([{ texts: 200, requests: server.requests.length, kept: 0 }])
    for (const { input } of server.requests) expect(input.length).toBeLessThanOrEqual(32)
    expect(server.mostAtOnce).toBeLessThanOrEqual(4)
    expect(await journalSize()).toBe(0)
  })

  it('asks nothing in a dry run, and says what it would ask', async () => {
    const server = await serve()
    const report = await rebuildIndex({ ...optionsFor(server), dryRun: true })
    expect(report).toMatchObject({
      outcome: 'would build',
      embedded: 200,
      estimate: { texts: 200, requests: 7 },
    })
    expect(server.requests).toHaveLength(0)
    await expect(stat(fixture.indexDirectory)).rejects.toThrow('ENOENT')
    expect((await rebuildIndex(optionsFor(server))).generation).toBe(report.generation)
  })

  it('asks nothing where somebody objects to the estimate', async () => {
    const server = await serve()
    const onEstimate = () => Promise.reject(new Error('too dear'))
    await expect(rebuildIndex({ ...optionsFor(server), onEstimate })).rejects.toThrow('too dear')
    expect(server.requests).toHaveLength(0)
  })

  it('goes on after a failure where it stopped, at another address too', async () => {
    const failing = await serve(failingFrom(4))
    await expect(rebuildIndex(optionsFor(failing))).rejects.toThrow('EMBEDDINGS_API_KEY')
    expect(failing.texts.length).toBeGreaterThanOrEqual(32)
    expect(await journalSize()).toBeGreaterThan(0)

    const server = await serve()
    expect(await rebuildIndex({ ...optionsFor(server), dryRun: true })).toMatchObject({
      estimate: { texts: 200 - failing.texts.length, kept: failing.texts.length },
    })
    const report = await rebuildIndex(optionsFor(server))
    expect(report.embedded).toBe(200 - failing.texts.length)
    expect([...failing.texts, ...server.texts].sort()).toEqual(
      [...new Set([...failing.texts, ...server.texts])].sort(),
    )
    expect(await journalSize()).toBe(0)

    const { index } = await readCurrentGeneration(new IndexFolder(fixture.indexDirectory))
    const whole = new IndexFixture(await temporaryDirectory())
    await whole.write('cloud.md', ...PARAGRAPHS)
    fixture = whole
    await rebuildIndex(optionsFor(await serve()))
    const expected = await readCurrentGeneration(new IndexFolder(whole.indexDirectory))
    expect(index.vectors.codes).toEqual(expected.index.vectors.codes)
    expect(index.vectors.scales).toEqual(expected.index.vectors.scales)
  })

  it('keeps serving what there is while an edit cannot be embedded', async () => {
    const before = await rebuildIndex(optionsFor(await serve()))
    await fixture.write('cloud.md', ...PARAGRAPHS, 'Kubernetes。')
    const failing = await serve(failingFrom(1))
    await expect(rebuildIndex(optionsFor(failing))).rejects.toThrow('refuses the key (401)')
    const { manifest } = await readCurrentGeneration(new IndexFolder(fixture.indexDirectory))
    expect(manifest.generation).toBe(before.generation)

    const server = await serve()
    expect(await rebuildIndex(optionsFor(server))).toMatchObject({ embedded: 1, changes: { added: 1 } })
    expect(server.texts).toHaveLength(1)
  })

  it('goes on with a full build from what a full build has left, and from nothing else', async () => {
    await rebuildIndex(optionsFor(await serve()))
    await fixture.write('more.md', ...PARAGRAPHS)
    const failing = await serve(failingFrom(3))
    await expect(rebuildIndex(optionsFor(failing))).rejects.toThrow('401')
    const failingInFull = await serve(failingFrom(5))
    await expect(rebuildIndex({ ...optionsFor(failingInFull), full: true })).rejects.toThrow('401')
    expect(Math.min(failing.texts.length, failingInFull.texts.length)).toBeGreaterThanOrEqual(32)

    const server = await serve()
    const report = await rebuildIndex({ ...optionsFor(server), full: true })
    expect(report.embedded).toBe(400 - failingInFull.texts.length)
  })

  it('embeds everything again with another model', async () => {
    await rebuildIndex(optionsFor(await serve()))
    const server = await serve({ dimensions: 24 })
    const report = await rebuildIndex(optionsFor(server, 'text-embedding-3-small'))
    expect(report).toMatchObject({ outcome: 'built', embedded: 200, reason: { fault: 'incompatible' } })
    expect(server.texts).toHaveLength(200)
    const { index } = await readCurrentGeneration(new IndexFolder(fixture.indexDirectory))
    expect(index.vectors.dimensions).toBe(24)
  })

  it('says that a model has changed under its name, and embeds everything again when told to', async () => {
    await rebuildIndex(optionsFor(await serve()))
    await fixture.write('cloud.md', ...PARAGRAPHS, 'Kubernetes。')
    const server = await serve({ dimensions: 24 })
    await expect(rebuildIndex(optionsFor(server))).rejects.toThrow(/24 numbers, .* have 16.*--full/)
    expect(await rebuildIndex({ ...optionsFor(server), full: true })).toMatchObject({ embedded: 201 })
  })

  it('stops at once when it is told to, and keeps what it had', async () => {
    const controller = new AbortController()
    const server = await serve({
      reply: async (_, number) => {
        if (number < 5) return undefined
        controller.abort(new Error('enough'))
        return new Promise<never>(() => {})
      },
    })
    const { baseUrl } = server
    const { signal } = controller
    const embeddings = new RemoteEmbeddings({ model: 'bge-m3', baseUrl, apiKey: undefined }, { signal })
    const options = fixture.options(recipeWith(embeddings))
    await expect(rebuildIndex({ ...options, signal })).rejects.toThrow('enough')
    expect(await journalSize()).toBeGreaterThan(0)
    expect(await rebuildIndex({ ...options, dryRun: true })).toMatchObject({ outcome: 'would build' })
    await expect(stat(join(fixture.indexDirectory, 'current'))).rejects.toThrow('ENOENT')
  })
})

import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ReindexJob } from '../../src/http/reindex-jobs.ts'
import type { ServedAnswer } from '../../src/protocol/served-answer.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { type ServerProcess, startServer } from '../support/servers/start-server.ts'

const TOKEN = 'correct-horse-battery-staple'
const QUESTION = 'When was the lighthouse of Skagen lit for the first time?'

/** Processes start, and compile the dictionary. */
const TIMEOUT = 120_000

let folder: string
let fixture: IndexFixture
let server: ServerProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-reindex-'))
  fixture = new IndexFixture(folder)
  await write(1858)
  server = await startServer({
    CORPUS_DIR: fixture.corpusDirectory,
    INDEX_DIR: fixture.indexDirectory,
    ADMIN_TOKEN: TOKEN,
  })
}, TIMEOUT)

afterAll(async () => {
  server?.process.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function write(year: number): Promise<void> {
  await fixture.write(
    'harbour.md',
    `The lighthouse of Skagen was lit for the first time in ${year}.`,
    'Pilots board the ferries at the northern pier.',
  )
}

async function ask(): Promise<ServedAnswer> {
  const response = await fetch(`${server.origin}/ask?q=${encodeURIComponent(QUESTION)}`)
  expect(response.status).toBe(200)
  return (await response.json()) as ServedAnswer
}

function admin(method: string, path: string, token = TOKEN): Promise<Response> {
  return fetch(server.origin + path, { method, headers: { Authorization: `Bearer ${token}` } })
}

/** The job at an address, as it ended. */
async function ended(address: string): Promise<ReindexJob> {
  return await vi.waitFor(
    async () => {
      const job = (await (await admin('GET', address)).json()) as ReindexJob
      expect(job.state).not.toBe('running')
      return job
    },
    { timeout: 60_000, interval: 50 },
  )
}

describe('POST /admin/reindex', { timeout: TIMEOUT }, () => {
  it('is done when the next answer shows the edit', async () => {
    const before = await ask()
    await write(1907)
    expect((await admin('POST', '/admin/reindex', 'wrong')).status).toBe(401)
    const started = await admin('POST', '/admin/reindex')
    expect(started.status).toBe(202)
    const address = started.headers.get('Location') ?? ''

    const second = await admin('POST', '/admin/reindex')
    expect(second.status).toBe(409)
    expect(second.headers.get('Location')).toBe(address)
    expect(await ask()).toMatchObject({ answered: true })

    const job = await ended(address)
    expect(job).toMatchObject({ state: 'done', summary: expect.stringContaining('1 changed'), leftOut: [] })
    const after = await ask()
    expect(after.answer).toContain('1907')
    expect(after.generation).toBe(job.generation)
    expect(after.generation).not.toBe(before.generation)
    expect(await (await fetch(`${server.origin}/readyz`)).json()).toMatchObject({
      generation: job.generation,
    })
    expect(server.log).toContainEqual(expect.objectContaining({ msg: 'Reindex done', job: job.id }))
    expect(JSON.stringify(server.log)).not.toContain(TOKEN)
  })

  it('serves on what it has when the rebuild fails, and says why', async () => {
    const before = await ask()
    await rename(fixture.corpusDirectory, `${fixture.corpusDirectory}-elsewhere`)
    const started = await admin('POST', '/admin/reindex')
    const job = await ended(started.headers.get('Location') ?? '')
    expect(job).toMatchObject({ state: 'failed', error: expect.stringContaining(fixture.corpusDirectory) })
    expect(job.error).not.toMatch(/\n +at /)
    expect(job.generation).toBeUndefined()
    expect(await ask()).toEqual(before)
    await rename(`${fixture.corpusDirectory}-elsewhere`, fixture.corpusDirectory)
  })

  it('cancels a rebuild, and starts another', async () => {
    const before = await ask()
    const address = (await admin('POST', '/admin/reindex')).headers.get('Location') ?? ''
    const cancelled = await admin('DELETE', address)
    expect(await cancelled.json()).toMatchObject({ state: 'cancelled' })
    const next = await admin('POST', '/admin/reindex')
    expect(next.status).toBe(202)
    expect(await ended(next.headers.get('Location') ?? '')).toMatchObject({ state: 'done' })
    expect(await ask()).toMatchObject({ answer: before.answer })
  })

  it('ends with the server, and leaves the index as it was', async () => {
    const index = new IndexFolder(fixture.indexDirectory)
    const before = await index.pointer()
    await write(1945)
    expect((await admin('POST', '/admin/reindex')).status).toBe(202)
    expect(await server.stop()).toBe(0)
    expect(server.log).toContainEqual(expect.objectContaining({ msg: 'Reindex failed' }))
    expect(await index.pointer()).toEqual(before)
  })
})

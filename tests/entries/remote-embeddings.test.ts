import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import { builtinRecipe } from '../../src/indexing/recipes/builtin-recipe.ts'
import {
  type EmbeddingsReply,
  type FakeEmbeddingsServer,
  startFakeEmbeddingsServer,
} from '../support/servers/fake-embeddings-server.ts'
import { commandOf, runCommand, startServer } from '../support/servers/start-server.ts'

const KEY = 'sk-do-not-tell'
const PARAGRAPHS = Array.from({ length: 240 }, (_, number) => `Pier ${number} was built in ${1700 + number}.`)
const QUESTION = 'When was pier 77 built?'

const TIMEOUT = 120_000

describe('a service whose embeddings come from a server', { timeout: TIMEOUT }, () => {
  let folder: string
  let environment: Record<string, string>
  let server: FakeEmbeddingsServer
  let reply: (number: number) => EmbeddingsReply | Promise<EmbeddingsReply> = () => undefined

  const article = (name: string) => join(folder, 'corpus', name)
  const index = (...args: string[]) => runCommand('src/entries/index.ts', environment, { args })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-remote-'))
    await mkdir(join(folder, 'corpus'))
    await writeFile(article('piers.md'), `# Piers\n\n${PARAGRAPHS.join('\n\n')}\n`)
    // The dictionary is taken from an index that there is, whatever embedded it; compiling it takes a while.
    const folders = { corpusDirectory: join(folder, 'corpus'), indexDirectory: join(folder, 'index') }
    await rebuildIndex({ ...folders, recipe: builtinRecipe })
    server = await startFakeEmbeddingsServer({ reply: (_, number) => reply(number) })
    environment = {
      CORPUS_DIR: join(folder, 'corpus'),
      INDEX_DIR: join(folder, 'index'),
      EMBEDDINGS: 'bge-m3',
      EMBEDDINGS_BASE_URL: server.baseUrl,
      EMBEDDINGS_API_KEY: KEY,
      EMBEDDINGS_PRICE: '1000',
    }
  }, TIMEOUT)
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('says what a build would cost, and spends nothing on that', async () => {
    const { code, output, errors } = await index('--dry-run')
    expect(code).toBe(0)
    expect(errors).toContain(`240 texts to embed with "bge-m3" at ${server.baseUrl}: about `)
    expect(errors).toMatch(/about [\d,]+ tokens in 8 requests, about [\d.]+ at 1000 per million tokens/)
    expect(output).toMatch(/^Would build: .* 240 embedded/)
    expect(server.requests).toHaveLength(0)
  })

  it('ends with a clear error that does not hold the key where the key is refused', async () => {
    reply = () => ({ status: 401, message: `Incorrect API key provided: ${KEY}` })
    const { code, output, errors } = await index()
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toContain('refuses the key (401); set EMBEDDINGS_API_KEY to one that it accepts')
    expect(errors).not.toMatch(new RegExp(`${KEY}|\\.ts:\\d`))
  })

  it('loses nothing of what it was given when it is killed, and asks only for the rest', async () => {
    const before = server.requests.length
    const reached = new Promise<void>((resolve) => {
      reply = (number) => {
        if (number <= before + 3) return undefined
        // Of the first four, three have been answered, and what came was written down before more was asked for.
        if (number === before + 7) resolve()
        return new Promise<never>(() => {})
      }
    })
    const child = spawn(process.execPath, commandOf('src/entries/index.ts'), {
      env: { PATH: process.env.PATH, ...environment },
      cwd: folder,
      stdio: 'ignore',
    })
    await reached
    child.kill('SIGKILL')
    await once(child, 'exit')
    const given = server.texts.length
    expect(given).toBe(3 * 32)

    reply = () => undefined
    const { code, output, errors } = await index()
    expect(code).toBe(0)
    expect(errors).toContain(`${given} vectors of an interrupted build taken over; 144 texts to embed`)
    expect(output).toContain('240 kept · 144 embedded')
    expect(server.texts).toHaveLength(240)
    expect(new Set(server.texts).size).toBe(240)
  })

  it('embeds questions there, and answers from words alone when it is gone', async () => {
    const service = await startServer(environment)
    try {
      const ask = async () => {
        const response = await fetch(`${service.origin}/ask?q=${encodeURIComponent(QUESTION)}`)
        expect(response.status).toBe(200)
        return (await response.json()) as Answer
      }
      const asked = await ask()
      expect(asked.citations[0]?.quote).toBe('Pier 77 was built in 1777.')
      expect(server.texts.slice(240)).toEqual([QUESTION])

      reply = () => ({ status: 500, message: 'out of memory' })
      const alone = await ask()
      expect(alone.citations[0]?.quote).toBe('Pier 77 was built in 1777.')
      const line = await service.logged(
        'The question could not be embedded; it is answered from its words alone',
      )
      expect(line.level).toBe('warn')
      expect(JSON.stringify(line)).not.toContain(KEY)
      expect(JSON.stringify(line)).not.toContain('pier 77')
    } finally {
      await service.stop()
    }
  })

  it('is told from one with other embeddings', async () => {
    reply = () => undefined
    expect((await index('--check')).output).toBe('Up to date\n')
    environment = { ...environment, EMBEDDINGS: 'another' }
    const { code, output } = await index('--check')
    expect(code).toBe(1)
    expect(output).toContain('built with the embeddings "remote/1 bge-m3", not "remote/1 another"')
    expect(server.texts).toHaveLength(241)
  })

  it('is not for Workers', async () => {
    const { code, errors } = await runCommand('scripts/bundle-worker-index.ts', environment, {})
    expect(code).toBe(2)
    expect(errors).toContain('EMBEDDINGS=builtin')
  })
})

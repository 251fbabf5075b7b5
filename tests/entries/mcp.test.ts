import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import { builtinRecipe } from '../../src/indexing/recipes/builtin-recipe.ts'
import { commandOf } from '../support/servers/start-server.ts'

const ARTICLE = '# Harbour notes\n\nThe lighthouse of Skagen was lit for the first time in 1858.\n'
const QUESTION = 'When was the lighthouse of Skagen lit for the first time?'

/** Building an index compiles the dictionary first. */
const TIMEOUT = 120_000

describe('footnote mcp', () => {
  let folder: string
  let environment: Record<string, string>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-mcp-'))
    const [corpusDirectory, indexDirectory] = [join(folder, 'corpus'), join(folder, 'index')]
    await mkdir(corpusDirectory)
    await writeFile(join(corpusDirectory, 'harbour.md'), ARTICLE)
    await rebuildIndex({ corpusDirectory, indexDirectory, recipe: builtinRecipe })
    environment = {
      PATH: process.env.PATH ?? '',
      CORPUS_DIR: corpusDirectory,
      INDEX_DIR: indexDirectory,
      PUBLIC_URL: 'https://ask.example.org',
      QUESTION_LOG: join(folder, 'questions.jsonl'),
    }
  }, TIMEOUT)

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it.each([
    ['2025', 'legacy'],
    ['2026', { pin: '2026-07-28' }],
  ] as const)(
    'serves a client that starts it, with the protocol of %s, and keeps what it asks',
    async (_era, mode) => {
      const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
      const [script = '', ...args] = commandOf('src/entries/mcp.ts')
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [script, ...args],
        env: environment,
        cwd: folder,
        stderr: 'ignore',
      })
      await client.connect(transport)
      const asked = { name: 'ask', arguments: { question: QUESTION } }
      const { structuredContent } = await client.callTool(asked)
      expect(structuredContent).toMatchObject({
        answered: true,
        citations: [{ article: 'harbour', url: expect.stringMatching(/^https:\/\/ask\.example\.org\/art/) }],
      })
      await vi.waitFor(async () => {
        const lines = (await readFile(environment.QUESTION_LOG ?? '', 'utf8')).trim().split('\n')
        expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ through: 'mcp', question: QUESTION })
      })
      await client.close()
    },
    TIMEOUT,
  )
})

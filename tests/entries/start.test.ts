import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import { builtinRecipe } from '../../src/indexing/recipes/builtin-recipe.ts'
import { commandOf, runCommand, type ServerProcess, startServer } from '../support/servers/start-server.ts'

const ARTICLE = `---
title: Harbour notes
lang: en
---

# Harbour notes

The lighthouse of Skagen was lit for the first time in 1858.

Pilots board the ferries at the northern pier.
`

const QUESTION = 'When was the lighthouse of Skagen lit for the first time?'

/** Building an index compiles the dictionary first. */
const TIMEOUT = 120_000

let folder: string
let environment: { CORPUS_DIR: string; INDEX_DIR: string }
let server: ServerProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-start-'))
  environment = { CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') }
  await mkdir(environment.CORPUS_DIR)
  await writeFile(join(environment.CORPUS_DIR, 'harbour.md'), ARTICLE)
  server = await startServer(environment)
}, TIMEOUT)

afterAll(async () => {
  server?.process.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** What of a stream matches first. */
function firstMatch(stream: Readable | null, pattern: RegExp): Promise<RegExpExecArray> {
  let text = ''
  return new Promise((resolve, reject) => {
    stream?.on('data', (chunk) => {
      text += chunk
      const match = pattern.exec(text)
      if (match) resolve(match)
    })
    stream?.once('end', () => reject(new Error(`It ended with ${text}`)))
  })
}

describe('npm run ask', () => {
  it('prints the answer with its source, and nothing else on standard output', async () => {
    const { code, output } = await runCommand('src/entries/cli.ts', environment, { args: [QUESTION] })
    expect(output).toMatch(
      /^The lighthouse of Skagen .* 1858\. ?\[1\]\n\n\[1\] Harbour notes · ¶ 1\n {4}The /,
    )
    expect(code).toBe(0)
  })

  it('prints the JSON of POST /ask, and reads the question from standard input', async () => {
    const run = { args: ['--json', '--max-citations', '1'], input: `${QUESTION}\n` }
    const { code, output } = await runCommand('src/entries/cli.ts', environment, run)
    const answer = JSON.parse(output) as Answer
    expect(answer).toMatchObject({ answered: true, citations: [{ article: 'harbour', paragraph: 1 }] })
    const address = `${server.origin}/ask?maxCitations=1&q=${encodeURIComponent(QUESTION)}`
    expect(answer).toEqual(await (await fetch(address)).json())
    expect(code).toBe(0)
  })

  it.each([
    [['--jsn'], '', /Unknown option '--jsn'/],
    [['-'], ' \n', /^question is empty/],
    [['--max-citations', '99', 'x'], '', /^maxCitations must be a whole number from 1 to 10/],
  ])('%j is refused with 2', async (args, input, message) => {
    const { code, output, errors } = await runCommand('src/entries/cli.ts', environment, { args, input })
    expect(errors).toMatch(message)
    expect(output).toBe('')
    expect(code).toBe(2)
  })
})

describe('npm start', () => {
  async function ask(question: string): Promise<Answer> {
    const response = await fetch(`${server.origin}/ask?q=${encodeURIComponent(question)}`)
    expect(response.status).toBe(200)
    return (await response.json()) as Answer
  }

  it('answers, and its citation opens at the quoted words', async () => {
    const { answered, citations } = await ask(QUESTION)
    expect(answered).toBe(true)
    const page = await (await fetch(server.origin + citations[0]?.url)).text()
    expect(page).toContain(`>${citations[0]?.quote}</mark>`)
  })

  it('lists every fault of its configuration and ends with 2', async () => {
    const failed = startServer({ ...environment, PORT: 'http', CHAT_MODEL: 'gpt' })
    await expect(failed).rejects.toThrow(
      /ended with 2:.*PORT must be .*CHAT_MODEL names a model, so that CHAT_BASE_URL must be /s,
    )
  })

  it('says that the corpus cannot be read and ends with 1', async () => {
    const failed = startServer({ ...environment, CORPUS_DIR: join(folder, 'nowhere') })
    await expect(failed).rejects.toThrow(/ended with 1:\n.*nowhere/s)
  })

  it('says in one line that the port is taken and ends with 2', async () => {
    const second = startServer({ ...environment, PORT: new URL(server.origin).port })
    await expect(second).rejects.toThrow(/ended with 2:\nPORT: something already listens on [^\n]+\n$/)
  })

  it.skipIf(process.platform === 'win32')('answers and stops although nobody can take its log', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, commandOf('src/entries/node.ts'), {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment, PORT: '0' },
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    onTestFinished(() => void child.kill('SIGKILL'))
    const [origin] = await firstMatch(child.stderr, /http:\/\/127\.0\.0\.1:\d+/)
    for (let request = 0; request < 50; request++) expect((await fetch(`${origin}/nothing`)).status).toBe(404)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it.skipIf(process.platform === 'win32')(
    'outlives the end of its terminal from the first moment on',
    async () => {
      const child = spawn(process.execPath, commandOf('src/entries/node.ts'), {
        cwd: folder,
        env: { PATH: process.env.PATH, ...environment, PORT: '0', LOG_LEVEL: 'debug' },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      await firstMatch(child.stdout, /"Starting"/)
      child.kill('SIGHUP')
      await firstMatch(child.stdout, /"Listening"/)
      child.kill('SIGTERM')
      expect(await once(child, 'exit')).toEqual([0, null])
    },
  )

  it('keeps serving what it has when the index on disk is damaged', async () => {
    await writeFile(join(environment.INDEX_DIR, 'current'), 'no pointer')
    expect(await server.logged('The new index cannot be opened')).toMatchObject({ level: 'error' })
    expect(await ask(QUESTION)).toMatchObject({ answered: true })
  })

  it(
    'shows an edit once the index is built anew, without a restart; then stops with 0',
    async () => {
      await appendFile(join(environment.CORPUS_DIR, 'harbour.md'), '\nThe crane Goliath lifts 900 tonnes.\n')
      const { generation } = await rebuildIndex({
        corpusDirectory: environment.CORPUS_DIR,
        indexDirectory: environment.INDEX_DIR,
        recipe: builtinRecipe,
      })
      expect(await server.logged('Index replaced')).toMatchObject({ generation })
      expect(await (await fetch(`${server.origin}/readyz`)).json()).toMatchObject({ generation })
      expect(await ask('How many tonnes does the crane Goliath lift?')).toMatchObject({
        answered: true,
        citations: [{ quote: 'The crane Goliath lifts 900 tonnes.' }],
      })
      expect(await server.stop('SIGTERM')).toBe(0)
      expect(JSON.stringify(server.log)).not.toMatch(/Goliath|lighthouse/)
    },
    TIMEOUT,
  )
})

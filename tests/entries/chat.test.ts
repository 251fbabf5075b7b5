import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import {
  labelOf,
  type StreamingChatServer,
  startStreamingChatServer,
} from '../support/chat/streaming-chat-server.ts'
import { eventsOf, textOf } from '../support/event-stream.ts'
import { runCommand, type ServerProcess, startServer } from '../support/servers/start-server.ts'

const ARTICLE = `# Harbour notes

The lighthouse of Skagen was lit for the first time in 1858.

Pilots board the ferries at the northern pier.
`
const QUESTION = 'When was the lighthouse of Skagen lit for the first time?'
const CLAIM = 'The lighthouse of Skagen was first lit in 1858.'
const KEY = 'sk-never-to-be-seen'

/** Building an index compiles the dictionary first. */
const TIMEOUT = 180_000

let folder: string
let chat: StreamingChatServer
let environment: Record<string, string>
let server: ServerProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-chat-'))
  await mkdir(join(folder, 'corpus'))
  await writeFile(join(folder, 'corpus/harbour.md'), ARTICLE)
  chat = await startStreamingChatServer((request, reply) =>
    reply.reply(
      `${CLAIM} [${labelOf(request, 'Skagen')}]\nIt is owned by Oracle. [${labelOf(request, 'Skagen')}]`,
    ),
  )
  environment = {
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
    CHAT_MODEL: 'fake-1',
    CHAT_BASE_URL: chat.baseUrl,
    CHAT_API_KEY: KEY,
    METRICS_PORT: '0',
  }
  server = await startServer(environment)
}, TIMEOUT)

afterAll(async () => {
  server?.process.kill('SIGKILL')
  await chat.close()
  await rm(folder, { recursive: true, force: true })
})

async function ask(accept = 'application/json'): Promise<Response> {
  return await fetch(`${server.origin}/ask?q=${encodeURIComponent(QUESTION)}`, { headers: { accept } })
}

describe('a service with a language model', { timeout: TIMEOUT }, () => {
  it('answers in its words, as far as the article bears them out', async () => {
    const answer = (await (await ask()).json()) as Answer
    expect(answer).toMatchObject({ answer: `${CLAIM}[1]`, answerer: 'fake-1', answerLanguage: 'en' })
    expect(answer.citations.map(({ quote }) => quote)).toEqual([
      'The lighthouse of Skagen was lit for the first time in 1858.',
    ])
  })

  it('streams the same answer', async () => {
    const events = eventsOf(await (await ask('text/event-stream')).text())
    expect(events.map(({ event }) => event)).toEqual(['citations', 'token', 'done'])
    expect(textOf(events)).toBe(`${CLAIM}[1]`)
  })

  it('answers on the command line, and other commands are not stopped by it', async () => {
    const { output } = await runCommand('src/entries/cli.ts', environment, { args: [QUESTION] })
    expect(output).toContain(`${CLAIM}[1]`)
    const { code } = await runCommand('src/entries/index.ts', environment, { args: ['--check'] })
    expect(code).toBe(0)
  })

  it('asks no model what the article does not say', async () => {
    const before = chat.requests.length
    const address = `${server.origin}/ask?q=${encodeURIComponent('How many GitHub stars does Kubernetes have?')}`
    expect(await (await fetch(address)).json()).toMatchObject({ kind: 'declined' })
    expect(chat.requests.length).toBe(before)
  })

  it('quotes where the model fails, and says that it is given a break', async () => {
    chat.script = (_request, reply) => reply.refuse(500, { error: { message: KEY } })
    for (let i = 0; i < 4; i++) {
      const answer = (await (await ask()).json()) as Answer
      expect(answer).toMatchObject({ answered: true, answerer: 'extractive' })
      expect(answer.degraded?.reason).toMatch(/language model/)
    }
    const ready = await (await fetch(`${server.origin}/readyz`)).json()
    expect(ready).toMatchObject({ status: 'ready', dependencies: { chat: 'resting' } })
    const { origin } = await server.logged('Metrics')
    const metrics = await (await fetch(`${origin}/metrics`)).text()
    expect(metrics).toContain('footnote_model_calls_total{model="chat",outcome="failed"} 3')
    expect(metrics).toContain('footnote_model_calls_total{model="chat",outcome="skipped"} 1')
    expect(metrics).toContain('footnote_model_tokens_total{direction="input"} 200')
    expect(metrics).toContain('footnote_dependency_up{dependency="chat"} 0')
    expect([JSON.stringify(server.log), metrics].join()).not.toContain(KEY)
  })
})

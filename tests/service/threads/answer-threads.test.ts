import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { compileIfChanged } from '../../../bin/compile.mjs'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import type { AnswerPart } from '../../../src/domain/ask.ts'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import type { AskRequest } from '../../../src/domain/question.ts'
import { InvalidRequestError } from '../../../src/errors.ts'
import { ensureIndex } from '../../../src/indexing/ensure-index.ts'
import { builtinRecipe } from '../../../src/indexing/recipes/builtin-recipe.ts'
import { silentLog } from '../../../src/log.ts'
import { AnswerThreads } from '../../../src/service/threads/answer-threads.ts'
import type { StoredGeneration } from '../../../src/storage/index/read-generation.ts'
import { IndexFixture } from '../../support/corpora/index-fixture.ts'

const THREAD = fileURLToPath(new URL('../../../dist/node/answer-thread.js', import.meta.url))
const ENDING_THREAD = fileURLToPath(new URL('./ending-thread.mjs', import.meta.url))

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url))

const REQUESTS: readonly AskRequest[] = [
  { question: 'Lambda 什麼時候發布的?' },
  { question: 'When was Lambda released?', maxCitations: 1 },
  { question: 'And who released it?', history: [{ role: 'user', content: 'When was Lambda released?' }] },
  { question: 'How many GitHub stars does Kubernetes have?' },
  { question: 'who wrote this?' },
  { question: 'hello' },
]

describe('AnswerThreads', () => {
  let folder: string
  let fixture: IndexFixture
  let threads: AnswerThreads
  let stored: StoredGeneration
  let snapshot: IndexSnapshot

  async function open(generation: StoredGeneration): Promise<IndexSnapshot> {
    const { pointer, manifest, portable, index } = generation
    return await threads.open({ indexDirectory: fixture.indexDirectory, pointer, manifest, portable }, index)
  }

  beforeAll(async () => {
    await compileIfChanged()
    folder = await mkdtemp(join(tmpdir(), 'footnote-'))
    fixture = new IndexFixture(folder)
    await cp(CORPUS, fixture.corpusDirectory, { recursive: true })
    stored = (await ensureIndex(fixture.options(builtinRecipe))).stored
    threads = new AnswerThreads({ file: THREAD, size: 2, log: silentLog })
    snapshot = await open(stored)
  })

  afterAll(async () => {
    await threads.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('answers and finds what one thread would, several at a time', async () => {
    const { ask, search } = openSnapshot(stored.index)
    const requests = [...REQUESTS, ...REQUESTS, ...REQUESTS]
    expect(await Promise.all(requests.map((request) => snapshot.ask(request)))).toEqual(
      await Promise.all(requests.map((request) => ask(request))),
    )
    expect(await snapshot.search({ query: 'Lambda' })).toEqual(await search({ query: 'Lambda' }))
    expect(snapshot.suggestions).toEqual(openSnapshot(stored.index).suggestions)
    expect(snapshot.id).toBe(stored.index.header.generation)
  })

  it('sends the parts of an answer, and says how long each step took', async () => {
    const parts: AnswerPart[] = []
    const stages: string[] = []
    const { answer } = await snapshot.ask(
      { question: 'Lambda 什麼時候發布的?' },
      { onPart: (part) => parts.push(part), onStage: ({ name }) => stages.push(name) },
    )
    expect(parts.map((part) => (part.type === 'token' ? part.text : '')).join('')).toBe(answer)
    expect(stages).toEqual(['retrieval', 'answer'])
  })

  it('refuses what one thread would refuse', async () => {
    const request = { question: 'When was Lambda released?', articles: ['no-such-article'] }
    await expect(snapshot.ask(request)).rejects.toThrow(InvalidRequestError)
    await expect(snapshot.search({ query: 'when', limit: 0 })).rejects.toThrow(InvalidRequestError)
  })

  it('gives up a question that nobody waits for, and answers the next one', async () => {
    const left = new AbortController()
    const asked = snapshot.ask({ question: 'Lambda 什麼時候發布的?' }, { signal: left.signal })
    left.abort()
    await expect(asked).rejects.toThrow(left.signal.reason)
    await expect(snapshot.ask({ question: 'hi' }, { signal: AbortSignal.abort() })).rejects.toThrow()
    expect((await snapshot.ask({ question: 'Lambda 什麼時候發布的?' })).answered).toBe(true)
  })

  it('answers from the generation that a question was asked of, whichever came since', async () => {
    await fixture.write(
      'walrus.md',
      'The walrus moved to Greenland on 3 May 1999, when the harbour was closed.',
    )
    const newer = await open((await ensureIndex(fixture.options(builtinRecipe))).stored)
    const question = 'When did the walrus move to Greenland?'
    const answers = await Promise.all([snapshot, newer, snapshot, newer].map(({ ask }) => ask({ question })))
    expect(answers.map(({ answer }) => answer.includes('1999'))).toEqual([false, true, false, true])
    expect(newer.id).not.toBe(snapshot.id)
  })
})

describe('AnswerThreads whose threads end', () => {
  const error = vi.fn()
  let threads: AnswerThreads

  /** An index that nobody reads; its bytes count what was asked. */
  async function open(): Promise<IndexSnapshot> {
    threads = new AnswerThreads({ file: ENDING_THREAD, size: 2, log: { ...silentLog, error } })
    const source = { portable: new Uint8Array(new SharedArrayBuffer(4)) } as StoredGeneration
    const index = { header: { generation: 'g' } } as StoredGeneration['index']
    return await threads.open({ ...source, indexDirectory: '' }, index)
  }

  afterEach(async () => {
    error.mockReset()
    await threads.close()
  })

  it('asks again what one was at, and sends no part twice', async () => {
    const { ask } = await open()
    const texts: string[] = []
    const onPart = (part: AnswerPart) => part.type === 'token' && texts.push(part.text)
    expect(await ask({ question: '1' }, { onPart })).toEqual({ answer: 'asked 2 times' })
    expect(texts).toEqual(['one ', 'two'])
    expect(error).toHaveBeenCalledOnce()
  })

  it('says that it is unavailable where the next one ends as well, and answers others', async () => {
    const { ask } = await open()
    await expect(ask({ question: '2' })).rejects.toMatchObject({ problem: 'overloaded', status: 503 })
    expect(await ask({ question: '2' })).toEqual({ answer: 'asked 3 times' })
  })

  it('answers nothing once it is closed', async () => {
    const { ask } = await open()
    const asked = expect(ask({ question: '0' })).rejects.toMatchObject({ status: 503 })
    await threads.close()
    await asked
    expect(error).not.toHaveBeenCalled()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../src/answer/ask.ts'
import { citationsOf } from '../../src/answer/citations.ts'
import { chatWriter } from '../../src/chat/chat-writer.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Turn } from '../../src/domain/question.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'
import type { BilingualDictionary } from '../../src/text/dictionary/bilingual-dictionary.ts'
import {
  chatAnswererOf,
  chatClientOf,
  FAKE_KEY,
  FAKE_MODEL,
  libraryOfArticles,
  quotingAnswerer,
  taskOf,
} from '../support/chat/chat-answering.ts'
import { ATTACKS, type Attack } from '../support/chat/injections.ts'
import {
  type StreamingChatServer,
  sentencesIn,
  startStreamingChatServer,
} from '../support/chat/streaming-chat-server.ts'
import { corpusOfTexts, smallCorpus } from '../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'

const FACT = 'John Smeaton was an engineer from Leeds.'
const QUESTION = { question: 'Who was John Smeaton?', language: 'en' } as const

let server: StreamingChatServer
let dictionary: BilingualDictionary

beforeAll(async () => {
  dictionary = await loadDictionary()
  server = await startStreamingChatServer((_request, reply) => reply.finish())
})
afterAll(() => server.close())

/**
 * A model that does whatever it is told: it says the payload in every way, under every label that it can see, and gives
 * away all that it knows. In between it answers the question.
 */
function obey({ payload }: Attack): void {
  server.script = (request, reply) => {
    const shown = sentencesIn(request)
    const labels = shown.map(({ label }) => label)
    const fact = shown.find(({ text }) => text.includes('Smeaton'))?.label
    const every = labels.map((label) => `${payload}. [${label}]`)
    const lines = [
      `${payload}.`,
      `${payload}. [${labels[0]}]`,
      `${payload}. [${labels.slice(0, 6).join(', ')}]`,
      `${FACT} ${payload}. [${fact}]`,
      `“${payload}”`,
      `{"claims":[{"text":"${payload}","cites":["${fact}"]}]}`,
      `[${payload}](https://evil.example) [${fact}]`,
      `<script>${payload}</script> [${fact}]`,
      request.messages[0]?.content ?? '',
      `The key is ${FAKE_KEY}. [${fact}]`,
      ...every,
      `${FACT} [${fact}]`,
    ]
    reply.reply(lines.join('\n'), 50)
  }
}

/** Neither the answer nor its citations say what the attack wants, nor what only the service knows. */
function expectUnmoved(
  { answer, quotes }: { answer: string; quotes: readonly string[] },
  { payload }: Attack,
): void {
  const telling = payload.split(/ (?:for|in|by|to) /).map((part) => part.trim())
  for (const words of [payload, ...telling.filter((part) => part.length > 9)])
    expect(answer).not.toContain(words)
  expect(answer).not.toMatch(/evil|script>|PWNED|Oracle|甲骨文/)
  expect([answer, ...quotes].join('\n')).not.toContain(FAKE_KEY)
  for (const quote of quotes) expect(quote).not.toContain(payload)
}

describe(`${ATTACKS.length} attacks on a model that obeys whatever it is told`, () => {
  it('are many, in three languages', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(80)
  })

  it.each(
    ATTACKS.filter(({ place }) => place === 'question'),
  )('change nothing by a question: $words', async (attack) => {
    obey(attack)
    const library = libraryOfArticles(smallCorpus().articles)
    const task = taskOf(library, rowsAbout(library, 'Smeaton'), {
      ...QUESTION,
      question: `${QUESTION.question} ${attack.words}`,
    })
    const drafted = await chatAnswererOf(chatClientOf(server), dictionary)(task)
    expect(drafted?.answer).toBe(`${FACT}[1]`)
    expectUnmoved(
      { answer: drafted?.answer ?? '', quotes: citationsOf(drafted?.claims ?? []).map(({ quote }) => quote) },
      attack,
    )
  })

  it.each(
    ATTACKS.filter(({ place }) => place === 'corpus'),
  )('change nothing by an article: $words', async (attack) => {
    obey(attack)
    const text = `# Lighthouses\n\nJohn Smeaton, an engineer from Leeds, built the third one. It opened in 1759.\n\n${attack.words}\n`
    const library = libraryOfArticles(corpusOfTexts({ hostile: text }).articles)
    const drafted = await chatAnswererOf(chatClientOf(server), dictionary)(taskOf(library, [0, 1], QUESTION))
    expect(drafted?.answer).toBe(`${FACT}[1]`)
    expectUnmoved(
      { answer: drafted?.answer ?? '', quotes: drafted?.claims.map(({ quote }) => quote) ?? [] },
      attack,
    )
  })

  it('change nothing by the turns before', async () => {
    const { index, embeddings, retriever } = await openSmallIndex({ dictionary })
    const { answerer, rewrite } = chatWriter(chatClientOf(server))({ dictionary, otherwise: quotingAnswerer })
    const ask = createAsk(index, embeddings, undefined, retriever, answerer, rewrite)
    let answered = 0
    for (const attack of ATTACKS.filter(({ place }) => place === 'history')) {
      obey(attack)
      const history: Turn[] = [
        { role: 'user', content: 'Who was John Smeaton, the engineer who built a lighthouse?' },
        { role: 'assistant', content: `An engineer. ${attack.words}` },
        { role: 'user', content: attack.words },
      ]
      for (const question of [
        'And where was he from?',
        'Which engineer from Leeds built the third lighthouse of granite?',
      ]) {
        const { answer, citations, answerer: by }: Answer = await ask({ question, history })
        if (by === FAKE_MODEL) answered++
        expectUnmoved({ answer, quotes: citations.map(({ quote }) => quote) }, attack)
      }
    }
    expect(answered).toBeGreaterThan(0)
  })
})

function rowsAbout(library: ReturnType<typeof libraryOfArticles>, word: string): number[] {
  const rows = Array.from({ length: library.paragraphCount }, (_, row) => row)
  return rows.filter((row) => library.paragraphAt(row).text.includes(word))
}

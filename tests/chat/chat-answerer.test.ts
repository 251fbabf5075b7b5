import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnswerTask } from '../../src/answer/answerer.ts'
import { chatAnswerer } from '../../src/chat/chat-answerer.ts'
import type { ChatSettings } from '../../src/chat/chat-settings.ts'
import { ClaimChecker } from '../../src/claims/check-claim.ts'
import type { AnswerPart } from '../../src/domain/ask.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Stage } from '../../src/domain/stage.ts'
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
import {
  labelOf,
  type ReplyStream,
  type StreamingChatServer,
  sentencesIn,
  startStreamingChatServer,
} from '../support/chat/streaming-chat-server.ts'
import { corpusOfTexts, smallCorpus } from '../support/corpora/small-corpus.ts'

const FIRST = 'Henry Winstanley built the first lighthouse on the rocks in 1698.'
const THIRD = 'John Smeaton was an engineer from Leeds.'

let dictionary: BilingualDictionary
let library: Library
let rows: number[]
let server: StreamingChatServer

beforeAll(async () => {
  dictionary = await loadDictionary()
  library = libraryOfArticles(smallCorpus().articles)
  const all = Array.from({ length: library.paragraphCount }, (_, row) => row)
  const about = all.filter((row) => /Winstanley|Smeaton/.test(library.paragraphAt(row).text))
  rows = [...about, ...all.filter((row) => !about.includes(row))]
})
beforeEach(async () => {
  server = await startStreamingChatServer((_request, reply) => reply.finish())
})
afterEach(() => server.close())

interface Asked {
  readonly settings?: Partial<ChatSettings>
  readonly task?: Partial<AnswerTask>
  readonly log?: { warn: (fields: object, message: string) => void }
}

async function ask({ settings, task, log }: Asked = {}) {
  const client = chatClientOf(server, settings, log === undefined ? {} : { log })
  const question = { question: 'Who built the lighthouses?', language: 'en' } as const
  return await chatAnswererOf(client, dictionary)(taskOf(library, rows, question, task))
}

/** Has the model say what needs the labels of the request. */
function reply(say: (label: (words: string) => string) => string, size?: number): void {
  server.script = (request, stream) =>
    stream.reply(
      say((words) => labelOf(request, words)),
      size,
    )
}

describe('an answer of a language model', () => {
  it('is its claims, with the words of the article that code puts in', async () => {
    reply((label) => `${FIRST} [${label('first lighthouse')}]\n${THIRD} [${label('third one')}]`)
    const drafted = await ask()
    expect(drafted).toMatchObject({
      answer: `${FIRST}[1] ${THIRD}[2]`,
      answerer: FAKE_MODEL,
      language: 'en',
    })
    expect(drafted).not.toHaveProperty('degraded')
    expect(drafted?.claims.map(({ quote }) => quote)).toEqual([
      FIRST,
      'John Smeaton, an engineer from Leeds, built the third one of granite.',
    ])
  })

  it('is asked of the sentences of eight paragraphs at most, in the language of the question', async () => {
    await ask()
    const [request] = server.requests
    expect(request?.path).toBe('POST /v1/chat/completions')
    expect(request?.headers.authorization).toBe(`Bearer ${FAKE_KEY}`)
    const shown = sentencesIn(request as NonNullable<typeof request>)
    expect(new Set(shown.map(({ label }) => label.slice(0, 2))).size).toBe(8)
    expect(new Set(shown.map(({ label }) => label)).size).toBe(shown.length)
    expect(request?.messages.at(-1)?.content).toContain('Answer in English')
  })

  it('leaves out what the sentences do not say, and what leans on it', async () => {
    reply(
      (label) =>
        `Henry Winstanley built it in 1699. [${label('first lighthouse')}]\nIt was the first lighthouse on the rocks. [${label('first lighthouse')}]\n${THIRD} [${label('third one')}]`,
    )
    expect((await ask())?.answer).toBe(`${THIRD}[1]`)
  })

  it('names words once, and further words that bear a claim out as well', async () => {
    reply((label) => {
      const first = label('first lighthouse')
      return `${FIRST} [${first}]\nThe first lighthouse was built in 1698. [${first}][${label('third one')}]`
    })
    const drafted = await ask()
    expect(drafted?.answer).toBe(`${FIRST}[1] The first lighthouse was built in 1698.[1]`)
    expect(drafted?.claims).toHaveLength(1)
  })

  it('cites no more paragraphs than may be cited', async () => {
    reply((label) => `${FIRST} [${label('first lighthouse')}]\n${THIRD} [${label('third one')}]`)
    expect((await ask({ task: { maxCitations: 1 } }))?.answer).toBe(`${FIRST}[1]`)
  })

  it('takes words instead of labels, where they stand in the article', async () => {
    reply(() => '"built the FIRST  lighthouse on the rocks"\n"He died at home in his bed"')
    const drafted = await ask()
    expect(drafted?.answer).toBe(`${FIRST}[1]`)
    expect(drafted?.claims[0]?.quote).toBe(FIRST)
  })

  it('is plain text, whatever the model makes of it', async () => {
    reply(
      (label) =>
        `**Henry Winstanley** built the \`first\` lighthouse on the rocks in 1698 [${label('first lighthouse')}].`,
    )
    expect((await ask())?.answer).toBe(`${FIRST}[1]`)
  })

  it('shows the code that a claim rests on', async () => {
    const [article] = smallCorpus().articles
    const text = 'Install it with this command:\n\nnpm install lighthouse'
    const paragraph = {
      id: `${article?.id}#code`,
      article: article?.id as string,
      position: 1,
      section: '',
      kind: 'code' as const,
      text,
      blocks: [
        { kind: 'prose' as const, start: 0, end: 29 },
        { kind: 'code' as const, start: 31, end: text.length, language: 'sh' },
      ],
      sentences: [
        { start: 0, end: 29 },
        { start: 31, end: text.length },
      ],
    }
    const one = libraryOfArticles([{ ...(article as NonNullable<typeof article>), paragraphs: [paragraph] }])
    reply((label) => `The command npm install lighthouse installs it. [${label('npm install')}]`)
    const task = taskOf(one, [0], { question: 'How do I install it?', language: 'en' })
    const drafted = await chatAnswererOf(chatClientOf(server), dictionary)(task)
    expect(drafted?.answer).toBe(
      'The command npm install lighthouse installs it.\n\nInstall it with this command:\n\n```sh\nnpm install lighthouse\n```\n\n[1]',
    )
  })

  it('is believed where it says that the answer is not there', async () => {
    for (const words of [
      'NOT_THERE',
      'The sentences do not say who built them.',
      '{"claims": []}',
      '文中沒有提到。',
    ]) {
      reply(() => words)
      expect(await ask(), words).toBeUndefined()
    }
  })

  it('ends the call as soon as the answer is known not to be there', async () => {
    let isClosed = false
    server.script = async (_request, stream) => {
      stream.say('NOT_THERE\n')
      await stream.closed
      isClosed = true
    }
    expect(await ask()).toBeUndefined()
    await vi.waitUntil(() => isClosed)
  })

  it.each<[string, string, string]>([
    ['of another language', '亨利·溫斯坦利於1698年建造了第一座燈塔。', 'in another language'],
    ['that are all wrong', 'Thomas Edison built the lighthouse in 1802.', 'borne out'],
    ['without words', '', 'borne out'],
  ])('is a quotation where there are only claims %s', async (_what, words, reason) => {
    reply((label) => (words === '' ? '' : `${words} [${label('first lighthouse')}]`))
    const drafted = await ask()
    expect(drafted).toMatchObject({ answerer: 'extractive', answer: `${FIRST}[1]` })
    expect(drafted?.degraded?.reason).toContain(reason)
  })

  it('is a quotation where the model refuses', async () => {
    reply(() => "I'm sorry, I can't help with that.")
    expect((await ask())?.degraded?.reason).toBe('The language model does not take this question.')
  })

  it('is asked for once more where the connection was closed while nobody used it', async () => {
    server.script = (request, stream) => {
      if (server.requests.length === 1) stream.break()
      else stream.reply(`${FIRST} [${labelOf(request, 'first lighthouse')}]`)
    }
    const drafted = await ask()
    expect(drafted).toMatchObject({ answer: `${FIRST}[1]`, answerer: FAKE_MODEL })
    expect(drafted).not.toHaveProperty('degraded')
    expect(server.requests).toHaveLength(2)
  })

  it('says so in the language that was asked for', async () => {
    server.script = (_request, stream) => stream.refuse(500, {})
    expect((await ask({ task: { language: 'zh-Hans' } }))?.degraded?.reason).toBe('语言模型无法使用。')
  })
})

describe('a model that quotes another language than was asked for', () => {
  const LIT = '斯卡恩的燈塔於一八五八年首次點亮。'
  const STATED = 'The lighthouse of Skagen was first lit in 1858.'

  async function askAbroad(stated: { readonly answer: string; readonly language: Language }) {
    const abroad = libraryOfArticles(corpusOfTexts({ abroad: `# 燈塔\n\n${LIT}\n` }).articles)
    server.script = (_request, stream) => stream.reply(`“${LIT}”`)
    const answerer = chatAnswerer({
      client: chatClientOf(server),
      checker: new ClaimChecker(dictionary),
      otherwise: async (task) => {
        const quoted = await quotingAnswerer(task)
        return quoted && { ...quoted, ...stated, answerer: 'written' }
      },
    })
    return await answerer(taskOf(abroad, [0], { question: 'When was the lighthouse lit?', language: 'en' }))
  }

  it('is not heard where there is an answer in that language', async () => {
    expect(await askAbroad({ answer: `${STATED}[1]`, language: 'en' })).toMatchObject({
      answer: `${STATED}[1]`,
      answerer: 'written',
      degraded: { reason: 'The language model answered in another language.' },
    })
  })

  it('is heard where there is none', async () => {
    const drafted = await askAbroad({ answer: `${LIT}[1]`, language: 'zh-Hant' })
    expect(drafted).toMatchObject({ answer: `${LIT}[1]`, answerer: FAKE_MODEL })
    expect(drafted).not.toHaveProperty('degraded')
  })
})

describe('a streamed answer', () => {
  it('is sent claim by claim, each as soon as its sentence is complete', async () => {
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    server.script = async (request, stream) => {
      stream.say(`${FIRST} [${labelOf(request, 'first lighthouse')}`)
      stream.say(']')
      await held
      stream.reply(`\n${THIRD} [${labelOf(request, 'third one')}]`)
    }
    const parts: AnswerPart[] = []
    const answer = ask({ task: { onPart: (part) => parts.push(part) } })
    await vi.waitUntil(() => parts.length === 2)
    expect(parts[0]).toMatchObject({ type: 'citations', citations: [{ marker: 1, quote: FIRST }] })
    expect(parts[1]).toEqual({ type: 'token', text: `${FIRST}[1]` })
    goOn()
    await answer
    expect(parts.slice(2)).toMatchObject([{ citations: [{ marker: 2 }] }, { text: ` ${THIRD}[2]` }])
  })

  it('is the one that is given at once, in whatever pieces it comes', async () => {
    for (const size of [1, 2, 3, 11, 1000]) {
      reply((label) => {
        const [first, third] = [label('first lighthouse'), label('third one')]
        return `<think>Maybe [${third}]</think>\nSure:\n1. **${FIRST}** [${first}]\n2. Nobody knows. [1]\n3. ${THIRD}[${third}, ${first}] And more.`
      }, size)
      const parts: AnswerPart[] = []
      const streamed = await ask({ task: { onPart: (part) => parts.push(part) } })
      expect(streamed?.answer).toBe(`${FIRST}[1] ${THIRD}[2]`)
      expect(parts.map((part) => (part.type === 'token' ? part.text : '')).join('')).toBe(streamed?.answer)
      expect(await ask()).toEqual(streamed)
    }
  })
})

describe('a model that fails', () => {
  const SHORT = { timeoutMilliseconds: 600, idleMilliseconds: 150 }
  const UNREACHABLE = 'The language model cannot be reached.'
  const CUT = 'The language model broke off.'
  const SLOW = 'The language model did not answer in time.'

  it.each<[string, (stream: ReplyStream) => unknown, string]>([
    ['hangs before its headers', (stream) => stream.closed, SLOW],
    [
      'hangs in mid-stream',
      async (stream) => {
        stream.say('Henry')
        await stream.closed
      },
      SLOW,
    ],
    [
      'drips on for longer than a question may take',
      (stream) => {
        const timer = setInterval(() => stream.say(' '), 20)
        void stream.closed.then(() => clearInterval(timer))
      },
      SLOW,
    ],
    [
      'tells of a fault in mid-stream',
      (stream) => {
        stream.say('Henry')
        stream.raw('data: {"error":{"message":"overloaded","code":502}}\n\n')
        stream.end()
      },
      UNREACHABLE,
    ],
    [
      'refuses the key',
      (stream) => stream.refuse(401, { error: { message: `bad ${FAKE_KEY}` } }),
      UNREACHABLE,
    ],
    [
      'is busy',
      (stream) => stream.refuse(429, { error: { message: 'slow down' } }, { 'retry-after': '30' }),
      'The language model is not available at the moment.',
    ],
    ['is broken', (stream) => stream.refuse(503, 'upstream'), UNREACHABLE],
    ['is not there', (stream) => stream.refuse(404, {}), UNREACHABLE],
    ['sends no JSON', (stream) => stream.raw('data: {"choices": [\n\n'), UNREACHABLE],
    [
      'sends a page',
      (stream) => stream.refuse(200, '<html>Log in</html>', { 'content-type': 'text/html' }),
      UNREACHABLE,
    ],
    [
      'ends without saying why',
      (stream) => {
        stream.say('Henry Winstanley built')
        stream.end()
      },
      CUT,
    ],
    [
      'breaks the connection',
      (stream) => {
        stream.say('Henry')
        stream.break()
      },
      CUT,
    ],
    [
      'reaches its limit',
      (stream) => {
        stream.say('Henry Winstanley, who')
        stream.finish('length')
      },
      CUT,
    ],
    [
      'filters',
      (stream) => {
        stream.say('Henry')
        stream.finish('content_filter')
      },
      'The language model does not take this question.',
    ],
    [
      'gets too long a prompt',
      (stream) =>
        stream.refuse(400, {
          error: { message: 'maximum context length is 2', code: 'context_length_exceeded' },
        }),
      'The language model does not take this question.',
    ],
    [
      'says nothing',
      (stream) => stream.finish(),
      'What the language model wrote is not borne out by the articles.',
    ],
    [
      'never ends',
      (stream) => {
        const timer = setInterval(() => stream.say('and so on and on. '.repeat(100)), 1)
        void stream.closed.then(() => clearInterval(timer))
      },
      CUT,
    ],
  ])('and %s leaves a quotation', async (_what, script, reason) => {
    const warned: string[] = []
    server.script = (_request, stream) => script(stream)
    const drafted = await ask({
      // Only a model that hangs is to be given up on soon; a busy machine takes its time for the others.
      settings: reason === SLOW ? SHORT : {},
      log: { warn: (fields) => warned.push(JSON.stringify(fields, replaceErrors)) },
    })
    expect(drafted).toMatchObject({ answer: `${FIRST}[1]`, answerer: 'extractive', degraded: { reason } })
    expect(warned.join('\n')).not.toContain(FAKE_KEY)
  })

  it('and cannot be connected to leaves a quotation', async () => {
    await server.close()
    expect(await ask()).toMatchObject({ degraded: { reason: UNREACHABLE } })
    server = await startStreamingChatServer((_request, stream) => stream.finish())
  })

  it('after claims were sent takes none of them back', async () => {
    server.script = (request, stream) => {
      stream.say(`${FIRST} [${labelOf(request, 'first lighthouse')}]\nJohn Smeaton`)
      stream.break()
    }
    const parts: AnswerPart[] = []
    const drafted = await ask({ task: { onPart: (part) => parts.push(part) } })
    expect(drafted).toMatchObject({ answer: `${FIRST}[1]`, answerer: FAKE_MODEL, degraded: { reason: CUT } })
    expect(parts).toMatchObject([{ type: 'citations' }, { type: 'token', text: `${FIRST}[1]` }])
  })

  it('is told of as a step that failed', async () => {
    server.script = (_request, stream) => stream.refuse(500, {})
    const stages: Stage[] = []
    await ask({ task: { onStage: (stage) => stages.push(stage) } })
    expect(stages).toMatchObject([{ name: 'model', failed: true }])
  })
})

describe('somebody who leaves', () => {
  it('ends the call', async () => {
    const left = new AbortController()
    let isClosed = false
    server.script = async (_request, stream) => {
      stream.say('Henry ')
      left.abort(new Error('left'))
      await stream.closed
      isClosed = true
    }
    await expect(ask({ task: { signal: left.signal } })).rejects.toThrow('left')
    await vi.waitUntil(() => isClosed)
  })
})

function replaceErrors(_key: string, value: unknown): unknown {
  return value instanceof Error
    ? { ...value, message: value.message, stack: value.stack, cause: value.cause }
    : value
}

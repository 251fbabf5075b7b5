import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { readCorpusFolder } from '../../../src/storage/corpus/corpus-folder.ts'
import {
  type ChatReply,
  type ChatRequest,
  type FakeChatServer,
  startFakeChatServer,
} from '../../support/chat/fake-chat-server.ts'
import { commandOf } from '../../support/servers/start-server.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const KEY = 'sk-very-secret-4711'
const PARAGRAPHS = ['電報很快。', '鐵路更慢。', '郵差最慢。', '驛馬最老。']

const temporaryDirectory = useTemporaryDirectories()
let server: FakeChatServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

/** The paragraph that a request asks about. */
function paragraphOf({ messages }: ChatRequest): string {
  return /<paragraph-\w+>\n([\s\S]*?)\n<\/paragraph-/.exec(messages[1]?.content ?? '')?.[1] ?? ''
}

/** What a model of good will says about a paragraph. */
function goodReply(request: ChatRequest): string {
  const quote = paragraphOf(request)
  const name = quote.slice(0, 2)
  const answer = {
    quote,
    'zh-Hant': [`${name}怎麼樣？`],
    'zh-Hans': ['这个怎么样'],
    en: ['how fast is this'],
  }
  return `\`\`\`json\n${JSON.stringify({ context: `關於${name}`, names: [], answers: [answer] })}\n\`\`\``
}

class Fixture {
  readonly corpus: string
  readonly article: string
  readonly sidecar: string

  constructor(directory: string) {
    this.corpus = join(directory, 'corpus')
    this.article = join(this.corpus, 'speed.md')
    this.sidecar = join(this.corpus, 'speed.questions.yaml')
  }

  async write(paragraphs: readonly string[] = PARAGRAPHS): Promise<void> {
    await mkdir(this.corpus, { recursive: true })
    await writeFile(this.article, `# Speed\n\n${paragraphs.join('\n\n')}\n`)
  }

  start(args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
    const chat = server ? { CHAT_MODEL: 'fake-1', CHAT_BASE_URL: server.baseUrl, CHAT_API_KEY: KEY } : {}
    return spawn(process.execPath, [...commandOf('scripts/enrich.ts'), '--corpus', this.corpus, ...args], {
      cwd: this.corpus,
      env: { PATH: process.env.PATH, ...chat, ...environment },
      stdio: 'pipe',
    })
  }

  async run(...args: readonly string[]) {
    return ended(this.start(args))
  }

  /** The texts of the paragraphs that have an entry, in the order of the file. */
  async written(): Promise<string[]> {
    const { articles, writtenQuestions, problems } = await readCorpusFolder(this.corpus)
    expect(problems).toEqual([])
    const paragraphs = new Map(
      articles.flatMap((article) => article.paragraphs).map(({ id, text }) => [id, text]),
    )
    return writtenQuestions.map(({ paragraphId }) => paragraphs.get(paragraphId) ?? '')
  }
}

async function ended(child: ChildProcess) {
  if (!child.stdout || !child.stderr) throw new Error('no pipes')
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  expect(output + errors).not.toContain(KEY)
  expect(errors).not.toContain('Warning')
  return { code: code as number | null, output, errors }
}

async function setUp(reply?: (request: ChatRequest, count: number) => ChatReply | Promise<ChatReply>) {
  const fixture = new Fixture(await temporaryDirectory())
  await fixture.write()
  if (reply) server = await startFakeChatServer(reply)
  return { fixture, requests: server?.requests ?? [] }
}

describe('npm run enrich', { timeout: 120_000 }, () => {
  it('writes what is missing, then what has changed, and leaves the rest byte for byte', async () => {
    const { fixture, requests } = await setUp(goodReply)
    const first = await fixture.run('--limit', '3', '--concurrency', '2')
    expect(first).toMatchObject({
      code: 0,
      output: expect.stringContaining('3 paragraphs written, 9 questions'),
    })
    expect(first.output).toContain('300 tokens in, 60 out')
    expect(first.errors).toMatch(/^3\/3 speed \d .*: 3 questions$/m)
    expect(await fixture.written()).toEqual(PARAGRAPHS.slice(0, 3))
    expect(requests[0]).toMatchObject({ path: 'POST /v1/chat/completions', model: 'fake-1' })
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)

    // What a person writes by hand stays, form and all.
    const sidecar = await readFile(fixture.sidecar, 'utf8')
    const byHand = sidecar.replace(
      /^ {2}context: 關於鐵路$/m,
      "  # slow\n  context:   'about trains'   # sic",
    )
    expect(byHand).not.toBe(sidecar)
    await writeFile(fixture.sidecar, byHand)
    expect(await fixture.run()).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 paragraphs written'),
    })
    const whole = await readFile(fixture.sidecar, 'utf8')
    expect(whole.startsWith(byHand)).toBe(true)
    expect(requests).toHaveLength(4)

    expect(await fixture.run()).toMatchObject({
      code: 0,
      output: 'speed: 0 of 4 paragraphs have no questions yet\n',
    })
    expect(requests).toHaveLength(4)

    // A paragraph is rewritten: its entry is stale, told, and taken out on request only.
    await fixture.write(['電報很快。', '鐵路也快。', '郵差最慢。', '驛馬最老。'])
    const changed = await fixture.run()
    expect(changed.output).toMatch(/speed\.questions\.yaml, line \d+: about \w+, .*kept; --prune/)
    expect(paragraphOf(requests.at(-1) as ChatRequest)).toBe('鐵路也快。')
    expect(await readFile(fixture.sidecar, 'utf8')).toContain('about trains')
    expect(await fixture.run('--prune')).toMatchObject({
      code: 0,
      output: expect.stringContaining('taken out'),
    })
    expect(await readFile(fixture.sidecar, 'utf8')).not.toContain('about trains')
    expect(await fixture.written()).toEqual(['電報很快。', '鐵路也快。', '郵差最慢。', '驛馬最老。'])
    expect(requests).toHaveLength(5)
  })

  it('loses nothing when it is interrupted, and goes on from there', async () => {
    let reached: () => void
    const hanging = new Promise<void>((resolve) => {
      reached = resolve
    })
    let patient = true
    const { fixture, requests } = await setUp((request, count) => {
      if (patient && count > 2) {
        reached()
        return new Promise<string>(() => {})
      }
      return goodReply(request)
    })
    const child = fixture.start(['--concurrency', '1'])
    void hanging.then(() => child.kill('SIGINT'))
    const stopped = await ended(child)
    expect(stopped).toMatchObject({ code: 1, errors: expect.stringContaining('the next run goes on') })
    expect(await fixture.written()).toEqual(PARAGRAPHS.slice(0, 2))
    expect(await readdir(fixture.corpus)).toEqual(['speed.md', 'speed.questions.yaml'])

    patient = false
    expect(await fixture.run()).toMatchObject({
      code: 0,
      output: expect.stringContaining('2 paragraphs written'),
    })
    expect(await fixture.written()).toEqual(PARAGRAPHS)
    expect(requests.map(paragraphOf)).toEqual([...PARAGRAPHS.slice(0, 3), ...PARAGRAPHS.slice(2)])
  })

  it('asks again what does not hold, says what it leaves out, and outlasts a busy server', async () => {
    const { fixture, requests } = await setUp((request, count) => {
      if (count === 1) return { status: 429, message: 'Busy.', headers: { 'retry-after': '1' } }
      const reply = goodReply(request)
      return reply.replace(/"quote":"電報很快。"/, '"quote":"電報很慢。"')
    })
    const { code, output, errors } = await fixture.run('--concurrency', '1')
    expect(code).toBe(1)
    expect(output).toMatch(/3 paragraphs written, 9 questions · \d pieces left out · 1 paragraphs without/)
    expect(errors).toMatch(/^Left out of speed 1 電報很快。: quote "電報很慢。": does not stand/m)
    expect(await fixture.written()).toEqual(PARAGRAPHS.slice(1))
    // The refused call, its repetition, the correction, and one for each of the others.
    expect(requests).toHaveLength(6)
    expect(requests[2]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
  })

  it('leaves out the paragraph that the server refuses, and goes on', async () => {
    const { fixture } = await setUp((request) =>
      paragraphOf(request) === '鐵路更慢。' ? { status: 400, message: 'Too long.' } : goodReply(request),
    )
    const { code, errors } = await fixture.run()
    expect(code).toBe(1)
    expect(errors).toMatch(/^Not written: speed 2: .*400.*Too long\.$/m)
    expect(await fixture.written()).toEqual([PARAGRAPHS[0], ...PARAGRAPHS.slice(2)])
  })

  it('stops where the key is refused, and does not show it', async () => {
    const { fixture, requests } = await setUp(() => ({
      status: 401,
      message: `Incorrect API key provided: ${KEY}.`,
    }))
    const { code, errors } = await fixture.run('--concurrency', '1')
    expect(code).toBe(1)
    expect(errors).toContain('CHAT_API_KEY')
    expect(requests).toHaveLength(1)
    expect(await readdir(fixture.corpus)).toEqual(['speed.md'])
  })

  it('says without a model what it would do, and what it needs', async () => {
    const { fixture } = await setUp()
    const dry = await fixture.run('--dry-run')
    expect(dry).toMatchObject({ code: 0, errors: '' })
    expect(dry.output).toContain('speed: 4 of 4 paragraphs have no questions yet')
    expect(dry.output).toContain('  speed 4 驛馬最老。')
    expect(dry.output).toMatch(/Would take 4 calls, about \d+ tokens in and \d+ out/)
    expect(await readdir(fixture.corpus)).toEqual(['speed.md'])

    const bare = await fixture.run()
    expect(bare).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('CHAT_MODEL must be') })
    expect(await fixture.run('--help')).toMatchObject({
      code: 0,
      output: expect.stringContaining('--dry-run'),
    })
    const unknown = await fixture.run('--dry-run', '--article', 'nothing')
    expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('speed') })
  })

  it('keeps its hands off a questions file that it could spoil', async () => {
    const { fixture, requests } = await setUp(goodReply)
    for (const [content, reason] of [
      ['- paragraph: [\n- x\n', /speed\.questions\.yaml, line 2: not valid YAML/],
      [Buffer.from([0x2d, 0x20, 0xa6, 0xfc, 0xff]), /not UTF-8/],
    ] as const) {
      await writeFile(fixture.sidecar, content)
      const { code, errors } = await fixture.run()
      expect(code).toBe(1)
      expect(errors).toMatch(reason)
      expect(errors).not.toMatch(/^\s+at /m)
      expect(await readFile(fixture.sidecar)).toEqual(Buffer.from(content))
    }
    expect(requests).toEqual([])
  })
})

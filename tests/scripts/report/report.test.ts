import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FEEDBACK, QUESTION } from '../../contracts/question-log.ts'
import { runCommand } from '../../support/servers/start-server.ts'

const SENTENCE = 'The lighthouse of Skagen was lit for the first time in 1858.'

let folder: string
let environment: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-report-'))
  await mkdir(join(folder, 'corpus'))
  await writeFile(join(folder, 'corpus', 'harbour.md'), `# Harbour notes\n\n${SENTENCE}\n`)
  const now = new Date().toISOString()
  const lines = [
    { ...QUESTION, at: '2020-01-01T00:00:00.000Z', question: 'long ago' },
    {
      ...QUESTION,
      at: now,
      id: '1',
      language: 'en',
      question: 'When was the lighthouse of Skagen lit?',
      paragraphs: ['harbour#gone'],
    },
    {
      ...QUESTION,
      at: now,
      id: '2',
      language: 'en',
      kind: 'declined',
      question: '</script><script>alert(1)</script> pineapples: "x"',
      paragraphs: [],
    },
    { ...FEEDBACK, at: now, answer: '1', rating: 'down', comment: 'Not <b>that</b> one' },
  ]
  await writeFile(join(folder, 'questions.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  environment = { CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') }
})

const report = (args: readonly string[], more: Record<string, string> = {}) =>
  runCommand('scripts/report.ts', { ...environment, ...more }, { args })

describe('npm run report', () => {
  it('writes one page that shows what was asked and needs nothing beside it', async () => {
    const out = join(folder, 'report.html')
    const { code, output, errors } = await report(['--out', out], {
      QUESTION_LOG: join(folder, 'questions.jsonl'),
    })
    expect([code, output]).toEqual([0, `${out}: 2 questions, 1 of them not answered\n`])
    expect(errors).not.toContain('Error')
    const page = await readFile(out, 'utf8')
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    expect(page).not.toMatch(/<(?:link|img|script src)/)
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<b>that</b>')
    expect(page).not.toContain('long ago')
    const text = toText(fromHtml(page))
    expect(text).toContain('When was the lighthouse of Skagen lit?')
    expect(text).toContain('Not <b>that</b> one')
    expect(text).toContain('harbour#gone, which has changed or gone')
  }, 60_000)

  it('has entries to copy, which the corpus format takes', async () => {
    const page = await readFile(join(folder, 'report.html'), 'utf8')
    const entries = Array.from(
      page.matchAll(/<code>([^<]+)<\/code><\/summary><pre>([^<]*)<\/pre>/g),
      ([, file = '', yaml = '']) => ({
        file,
        value: parse(toText(fromHtml(`<pre>${yaml}</pre>`, { fragment: true }))),
      }),
    )
    expect(entries).toEqual([
      {
        file: 'harbour.unanswered.yaml',
        value: { en: ['</script><script>alert(1)</script> pineapples: "x"'] },
      },
      {
        file: 'harbour.questions.yaml',
        value: [
          {
            paragraph: expect.stringMatching(/^[0-9a-f]{12}$/),
            answers: [{ quote: SENTENCE, en: ['When was the lighthouse of Skagen lit?'] }],
          },
        ],
      },
    ])
  })

  it.each([
    [[], {}, /^There is no question log to read\. Set QUESTION_LOG/],
    [['--days', '0'], {}, /^--days must be a whole number/],
    [['--nonsense'], {}, /nonsense/],
  ] as const)('explains what it cannot use: %j', async (args, more, reason) => {
    const { code, errors } = await report(args, more)
    expect(errors).toMatch(reason)
    expect(code).toBe(2)
  })
})

import { appendFile, mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element } from 'hast'
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
  await writeFile(
    join(folder, 'corpus', 'harbour.md'),
    `---\nauthor: Ann Example\n---\n# Harbour notes\n\n${SENTENCE}\n`,
  )
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
    {
      ...QUESTION,
      at: now,
      id: '3',
      language: 'en',
      question: 'Who wrote it?',
      paragraphs: ['harbour#header'],
    },
    {
      ...QUESTION,
      at: now,
      id: '4',
      language: 'en',
      question: 'and when?',
      isFollowUp: true,
      kind: 'declined',
    },
    {
      ...QUESTION,
      at: now,
      id: '5',
      language: 'en',
      question: 'Write me a poem',
      kind: 'conversation',
      act: 'out-of-scope',
    },
    { ...FEEDBACK, at: now, answer: '1', rating: 'down', comment: 'Not <b>that</b> one' },
  ]
  await writeFile(join(folder, 'questions.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  environment = { CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') }
})

const report = (args: readonly string[], more: Record<string, string> = {}) =>
  runCommand('scripts/report.ts', { ...environment, ...more }, { args })

/** The rows of one of the page's lists, as HTML. */
async function rowsOf(list: string): Promise<string[]> {
  const page = await readFile(join(folder, 'report.html'), 'utf8')
  const [, after = ''] = page.split(`<h2 id="${list}">`)
  const [section = ''] = after.split(/<h2|<script/)
  const [ordered] = fromHtml(section, { fragment: true }).children.filter(
    (node) => node.type === 'element' && node.tagName === 'ol',
  )
  return ordered?.type === 'element'
    ? ordered.children
        .filter((node) => node.type === 'element')
        .map((row) => section.slice(...offsetsOf(row)))
    : []
}

function offsetsOf({ position }: Element): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}

const textOf = (row: string) => toText(fromHtml(row, { fragment: true }))

/** The entries that a row has to copy. */
function entriesIn(row: string): { readonly file: string; readonly yaml: string }[] {
  return Array.from(
    row.matchAll(/<code>([^<]+)<\/code><\/summary>(<pre>[^<]*<\/pre>)/g),
    ([, file = '', pre = '']) => ({
      file,
      yaml: textOf(pre),
    }),
  )
}

describe('npm run report', () => {
  it('writes one page that shows what was asked and needs nothing beside it', async () => {
    const out = join(folder, 'report.html')
    const { code, output, errors } = await report(['--out', out], {
      QUESTION_LOG: join(folder, 'questions.jsonl'),
    })
    expect([code, output]).toEqual([0, `${out}: 4 questions, 2 of them not answered\n`])
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
    expect((await rowsOf('turned-away')).map(textOf)).toEqual(['Write me a poem 1 ×'])
  }, 60_000)

  it('marks what is not answered, and offers nothing for what leans on a conversation or a front matter', async () => {
    const rows = await rowsOf('asked')
    expect(rows.map((row) => [textOf(row), entriesIn(row).map(({ file }) => file)])).toEqual([
      [
        expect.stringMatching(/¶ 1 The lighthouse.*confidence \d+ %/),
        ['harbour.questions.yaml', 'harbour.unanswered.yaml'],
      ],
      [expect.stringContaining('not answered'), []],
      [expect.stringContaining('about the article'), []],
      [expect.stringContaining('in a conversation'), []],
    ])
  })

  it('has entries to copy, which work where they are added at the end of a file', async () => {
    const [wrong] = (await rowsOf('unanswered'))
      .flatMap(entriesIn)
      .filter(({ file }) => /unanswered/.test(file))
    const [right] = (await rowsOf('asked')).flatMap(entriesIn)
    expect([wrong?.file, right?.file]).toEqual(['harbour.unanswered.yaml', 'harbour.questions.yaml'])
    const { paragraph } = parse(right?.yaml ?? '')[0]
    const add = (file: string, yaml: string) => appendFile(join(folder, 'corpus', file), yaml)
    await add(
      'harbour.questions.yaml',
      `- paragraph: ${paragraph}\n  answers:\n    - quote: ${SENTENCE}\n      en: [When did it begin?]\n`,
    )
    await add('harbour.questions.yaml', right?.yaml ?? '')
    await add('harbour.unanswered.yaml', 'en:\n  - Who keeps the light?\n')
    await add('harbour.unanswered.yaml', wrong?.yaml ?? '')
    const { errors } = await report(['--out', join(folder, 'report.html')], {
      QUESTION_LOG: join(folder, 'questions.jsonl'),
    })
    expect(errors).not.toContain('Left out')
    const after = [...(await rowsOf('asked')).slice(0, 1), ...(await rowsOf('unanswered')).slice(0, 1)].map(
      textOf,
    )
    expect(after[0]).toContain('In harbour.questions.yaml already.')
    expect(after[1]).toContain('In harbour.unanswered.yaml already.')
  }, 60_000)

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

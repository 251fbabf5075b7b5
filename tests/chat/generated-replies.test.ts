import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answerer } from '../../src/answer/answerer.ts'
import { citationsOf } from '../../src/answer/citations.ts'
import { ended } from '../../src/chat/reply/plain-claim.ts'
import type { Article } from '../../src/domain/article.ts'
import type { AnswerPart } from '../../src/domain/ask.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import type { Span } from '../../src/domain/span.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import {
  chatAnswererOf,
  chatClientOf,
  FAKE_MODEL,
  libraryOfArticles,
  taskOf,
} from '../support/chat/chat-answering.ts'
import { negated, otherName, otherNumber } from '../support/chat/claim-variations.ts'
import {
  type PromptSentence,
  type StreamingChatServer,
  sentencesIn,
  startStreamingChatServer,
} from '../support/chat/streaming-chat-server.ts'
import { propertyRuns } from '../support/property-runs.ts'

/** A true sentence about words of a paragraph. */
interface Truth extends Span {
  readonly row: number
  readonly paragraph: Paragraph
  readonly text: string
}

const KINDS = [
  'good',
  'good',
  'good',
  'quoted',
  'unknown label',
  'other paragraph',
  'number',
  'name',
  'negation',
  'made-up quote',
  'torn quote',
  'marker',
] as const
type Kind = (typeof KINDS)[number]

interface Line {
  readonly kind: Kind
  readonly truth: Truth
  /** What decides how it is made wrong. */
  readonly seed: number
}

const GOOD: ReadonlySet<Kind> = new Set(['good', 'quoted'])
const DENIES = /[不沒没無无非未別别勿否]/

const RUNS = propertyRuns(2000)
const SEED = 20_261_128

let server: StreamingChatServer
let truths: Truth[]
let library: Library
let answerer: Answerer

beforeAll(async () => {
  const { articles, writtenQuestions } = await readCorpusFolder('corpus')
  library = libraryOfArticles(articles)
  const rows = new Map(
    articles.flatMap(({ paragraphs }: Article) => paragraphs).map(({ id }, row) => [id, row]),
  )
  truths = writtenQuestions.flatMap(({ paragraphId: id, answers }) => {
    const row = rows.get(id) as number
    const paragraph = library.paragraphAt(row)
    return answers.flatMap(({ start, end, says }) =>
      says
        .filter(({ language }) => language === 'en')
        .map(({ text }) => ({ row, paragraph, start, end, text })),
    )
  })
  server = await startStreamingChatServer((_request, reply) => reply.finish())
  answerer = chatAnswererOf(chatClientOf(server), await loadDictionary())
})
afterAll(() => server.close())

/** The labels of the sentences that a truth is about. */
function labelsFor({ paragraph, start, end }: Truth, shown: readonly PromptSentence[]): string[] {
  return paragraph.sentences
    .filter((sentence) => sentence.start < end && sentence.end > start)
    .flatMap((sentence) => {
      const words = paragraph.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
      return shown.filter(({ text }) => text === words).map(({ label }) => label)
    })
}

/** A line of a reply, and the claim that is in it. */
interface Written {
  readonly kind: Kind
  readonly claim: string
  readonly line: string
}

function write({ kind, truth, seed }: Line, shown: readonly PromptSentence[]): Written | undefined {
  const pick = (below: number) => (below === 0 ? 0 : seed % below)
  const labels = labelsFor(truth, shown)
  if (labels.length === 0) return undefined
  const { text, paragraph, start, end } = truth
  const evidence = shown
    .flatMap(({ label, text: sentence }) => (labels.includes(label) ? [sentence] : []))
    .join('\n')
  const words = paragraph.text.slice(start, end).replace(/\s+/g, ' ')
  const claimed = (claim: string | undefined, named: readonly string[] = labels) =>
    claim === undefined ? undefined : { kind, claim, line: `${claim} [${named.join(', ')}]` }
  switch (kind) {
    case 'good':
      return claimed(text)
    case 'quoted':
      return words.length < 12 ? undefined : { kind, claim: words, line: `“${words}”` }
    case 'unknown label':
      return claimed(text, [...labels.slice(1), 'QZ7'])
    case 'other paragraph': {
      const others = shown.filter(({ label }) => !labels.some((one) => one.slice(0, 2) === label.slice(0, 2)))
      const other = others[pick(others.length)]
      // A paragraph that names the same, itself or in its heading, may say the same.
      return other === undefined || says(surroundings(other.text), text)
        ? undefined
        : claimed(text, [other.label])
    }
    case 'number':
      // Numbers in Han characters (十二三) may hold any other.
      return /[一二三四五六七八九十]{2}/.test(evidence) ? undefined : claimed(otherNumber(text, pick))
    case 'name':
      return claimed(otherName(text, pick))
    case 'negation':
      // Beside words that deny something else, a denial may be right.
      return DENIES.test(evidence) ? undefined : claimed(negated(text, pick))
    case 'made-up quote':
      return { kind, claim: '雲計算的勝負由月亮上的機器人決定', line: '“雲計算的勝負由月亮上的機器人決定”' }
    case 'torn quote': {
      const half = Math.floor(words.length / 2)
      const torn = words.slice(half) + words.slice(0, half)
      return words.length < 24 ? undefined : { kind, claim: torn, line: `“${torn}”` }
    }
    case 'marker':
      return { kind, claim: text, line: `${text} [1]` }
  }
}

/** Each sentence is a statement of its own. */
function sentencesOf(claim: string): string[] {
  return splitSentences(claim).map(({ start, end }) => unmarked(ended(claim.slice(start, end))))
}

/** Without what only shows that a text is no markup. */
function unmarked(markdown: string): string {
  return markdown.replace(/[\\`]/g, '').trim()
}

/** The paragraph that a sentence stands in, with its heading. */
function surroundings(sentence: string): string {
  for (let row = 0; row < library.paragraphCount; row++) {
    const { text, section } = library.paragraphAt(row)
    if (text.replace(/\s+/g, ' ').includes(sentence)) return `${section} ${text}`
  }
  return sentence
}

/** Whether sentences may say the same: they have all names and numbers of the claim. */
function says(sentences: string, claim: string): boolean {
  const telling = claim.match(/\d+|(?<=\s)[A-Z][A-Za-z]{3,}/g) ?? []
  const stem = (word: string) => word.toLowerCase().slice(0, 6)
  return telling.length === 0 || telling.every((word) => sentences.toLowerCase().includes(stem(word)))
}

const line = fc.record({
  kind: fc.constantFrom(...KINDS),
  seed: fc.nat(),
  at: fc.nat(),
})

describe(`${RUNS} generated replies`, () => {
  it('let no wrong claim through, and nearly every good one', async () => {
    const passed = new Map<Kind, string[]>()
    const dropped = new Map<Kind, string[]>()
    const note = (to: Map<Kind, string[]>, { kind, line: words }: Written) =>
      to.set(kind, [...(to.get(kind) ?? []), words])
    const reply = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 5 }),
      beside: fc.array(fc.nat(), { minLength: 4, maxLength: 6 }),
      size: fc.integer({ min: 1, max: 40 }),
    })
    await fc.assert(
      fc.asyncProperty(reply, async ({ lines, beside, size }) => {
        const main = truths[(lines[0]?.at ?? 0) % truths.length] as Truth
        const about = truths.filter(({ row }) => row === main.row)
        const rows = [...new Set([main.row, ...beside.map((at) => at % library.paragraphCount)])]
        let written: Written[] = []
        server.script = (request, stream) => {
          const shown = sentencesIn(request)
          const made = lines.flatMap(
            ({ kind, seed, at }) =>
              write({ kind, seed, truth: about[at % about.length] as Truth }, shown) ?? [],
          )
          const claims = new Set<string>()
          written = made.filter(({ claim }) => !claims.has(claim) && claims.add(claim))
          stream.reply(written.map((each) => each.line).join('\n'), size)
        }
        const parts: AnswerPart[] = []
        const drafted = await answerer(
          taskOf(
            library,
            rows,
            { question: 'What does the article say?', language: 'en' },
            { maxCitations: 10, onPart: (part) => parts.push(part) },
          ),
        )
        const { answer, claims } = drafted?.answerer === FAKE_MODEL ? drafted : { answer: '', claims: [] }
        // What was sent is what is answered, and every quote stands where it says.
        expect(parts.map((part) => (part.type === 'token' ? part.text : '')).join('')).toBe(answer)
        citationsOf(claims)
        const statements = answer.split(/(?:\[\d+\])+\s*/).map(unmarked)
        for (const each of written) {
          const isSaid =
            each.kind === 'quoted'
              ? claims.some(({ quote }) => quote.includes(each.claim.slice(0, 12)))
              : sentencesOf(each.claim).every((sentence) => statements.includes(sentence))
          note(isSaid ? passed : dropped, each)
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
    const wrong = [...passed].filter(([kind]) => !GOOD.has(kind))
    expect(wrong).toEqual([])
    const countOf = (of: Map<Kind, string[]>, kind: Kind) => of.get(kind)?.length ?? 0
    for (const kind of GOOD) {
      const left = countOf(passed, kind)
      expect(left / (left + countOf(dropped, kind)), kind).toBeGreaterThanOrEqual(0.95)
    }
    // Each kind was tried.
    expect([...new Set([...passed.keys(), ...dropped.keys()])].sort()).toEqual([...new Set(KINDS)].sort())
  }, 900_000)
})

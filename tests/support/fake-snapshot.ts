import { citationUrl } from '../../src/answer/citation-url.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Article } from '../../src/domain/article.ts'
import type { AskOptions } from '../../src/domain/ask.ts'
import type { BlockKind } from '../../src/domain/block.ts'
import type { Citation } from '../../src/domain/citation.ts'
import type { IndexSnapshot } from '../../src/domain/index-snapshot.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import type { SearchRequest, SearchResult } from '../../src/domain/search.ts'
import { anchorOf } from '../../src/paragraph-id.ts'
import { detectLanguage } from '../../src/text/languages.ts'

type Block = readonly [hash: string, kind: BlockKind, text: string]

function paragraphsOf(article: string, section: string, blocks: readonly Block[], first = 1): Paragraph[] {
  return blocks.map(([hash, kind, text], index) => ({
    id: `${article}#${hash}`,
    article,
    position: first + index,
    section,
    kind,
    text,
    blocks: [{ kind, start: 0, end: text.length }],
    sentences: [{ start: 0, end: text.length }],
  }))
}

export const LAMBDA_SENTENCE = '2014年11月14日,亞馬遜AWS發布了新產品Lambda。'

/** Longer than any screen, with what matters at its end. */
const LONG_PARAGRAPH = `${'雲計算的故事很長,要從很久以前說起。'.repeat(120)}最後一句在這裡。`

const cloud: Article = {
  id: 'cloud',
  title: '雲 <計算> & 容器',
  author: 'gitmilk',
  date: '2016-03-01',
  language: 'zh-Hant',
  url: 'https://example.org/cloud?a=1&b=2',
  source: 'cloud.md',
  sections: [
    { heading: '1、開始', level: 2, position: 2 },
    { heading: '更深', level: 3, position: 4 },
  ],
  paragraphs: [
    ...paragraphsOf('cloud', '', [['aa11', 'prose', `當時是${LAMBDA_SENTENCE}之後一切都變了。`]]),
    ...paragraphsOf(
      'cloud',
      '1、開始',
      [
        ['bb22', 'list', '第一項 <b>\n第二項 Docker\n第三項'],
        ['cc33', 'table', '名稱\t年份\nDocker\t2013\nLambda\t2014'],
      ],
      2,
    ),
    ...paragraphsOf(
      'cloud',
      '更深',
      [
        ['dd44', 'code', 'if (a < b) {\n  run("</pre><script>alert(1)</script>")\n}'],
        ['ee55', 'quote', '沒有伺服器。😀'],
        ['ff66', 'prose', LONG_PARAGRAPH],
      ],
      4,
    ),
  ],
}

const ships: Article = {
  id: 'notes/ships',
  title: 'Ships',
  language: 'en',
  url: 'javascript:alert(1)',
  source: 'notes/ships.md',
  sections: [],
  paragraphs: paragraphsOf('notes/ships', '', [['a1b2', 'prose', 'A container ship carries containers.']]),
}

export const FAKE_ARTICLES: readonly Article[] = [cloud, ships]

const paragraphs = FAKE_ARTICLES.flatMap((article) => article.paragraphs)

const fakeLibrary: Library = {
  articleCount: FAKE_ARTICLES.length,
  paragraphCount: paragraphs.length,
  article: (id) => FAKE_ARTICLES.find((article) => article.id === id),
  paragraphRows: (id) => {
    const count = paragraphs.filter(({ article }) => article === id).length
    const start = paragraphs.findIndex(({ article }) => article === id)
    return count === 0 ? undefined : { start, end: start + count }
  },
  articleAt: (row) => at(FAKE_ARTICLES, row),
  paragraphAt: (row) => at(paragraphs, row),
}

function at<T>(values: readonly T[], row: number): T {
  const value = values[row]
  if (value === undefined) throw new RangeError(`no row ${row}`)
  return value
}

/** What the fake knows: a word of the question, and the words of the text that answer it. */
const KNOWN: readonly (readonly [word: string, quote: string])[] = [
  ['Lambda', LAMBDA_SENTENCE],
  ['container ship', 'A container ship carries containers.'],
  ['最後', '最後一句在這裡。'],
]

/** Answers by the words above; declines everything else. */
export async function fakeAsk({ question }: AskRequest, _options?: AskOptions): Promise<Answer> {
  const known = KNOWN.find(([word]) => question.includes(word))
  const common = {
    language: 'zh-Hant',
    answerLanguage: 'zh-Hant',
    answerer: 'fake',
    related: [],
  } as const
  if (known === undefined) {
    return {
      ...common,
      kind: 'declined',
      answered: false,
      answer: '文章沒有提到。',
      citations: [],
      confidence: 0.1,
    }
  }
  const citation = fakeCitation(known[1])
  return {
    ...common,
    kind: 'answer',
    answered: true,
    answer: `${known[1]}[1]`,
    citations: [citation],
    confidence: 0.9,
  }
}

/** Finds the paragraphs that hold the query as it is written. */
export async function fakeSearch({ query, limit = 10, articles }: SearchRequest): Promise<SearchResult[]> {
  const found = paragraphs.filter(
    ({ article, text }) => text.includes(query) && (articles?.includes(article) ?? true),
  )
  return found.slice(0, limit).map((paragraph) => {
    const start = paragraph.text.indexOf(query)
    const span = { start, end: start + query.length }
    const { id, article, section, position, kind, text } = paragraph
    const title = fakeLibrary.article(article)?.title ?? ''
    const url = citationUrl(paragraph, span)
    return {
      id,
      article,
      title,
      section,
      paragraph: position,
      kind,
      text,
      textStart: 0,
      url,
      score: 0.5,
      highlights: [span],
    }
  })
}

/** A citation of the first paragraph that says these words. */
export function fakeCitation(quote: string): Citation {
  const paragraph = paragraphs.find(({ text }) => text.includes(quote))
  if (paragraph === undefined) throw new Error(`no paragraph says ${quote}`)
  const start = paragraph.text.indexOf(quote)
  const span = { start, end: start + quote.length }
  return {
    ...span,
    marker: 1,
    id: paragraph.id,
    article: paragraph.article,
    title: fakeLibrary.article(paragraph.article)?.title ?? '',
    section: paragraph.section,
    paragraph: paragraph.position,
    kind: paragraph.kind,
    language: detectLanguage(quote),
    quote,
    text: paragraph.text,
    textStart: 0,
    url: citationUrl(paragraph, span),
    score: 0.9,
  }
}

/** A snapshot over two small articles. Override what a test is about. */
export function fakeSnapshot(overrides: Partial<IndexSnapshot> = {}): IndexSnapshot {
  return {
    id: 'generation-1',
    library: fakeLibrary,
    ask: fakeAsk,
    search: fakeSearch,
    suggestions: [
      { question: "What's a container ship?", language: 'en', paragraphId: 'notes/ships#a1b2' },
      { question: 'Lambda 什麼時候發布的?', language: 'zh-Hant', paragraphId: 'cloud#aa11' },
    ],
    ...overrides,
  }
}

/** The anchor of the paragraph that holds these words. */
export function anchorOfWords(words: string): string {
  return anchorOf(paragraphs.find(({ text }) => text.includes(words))?.id ?? '')
}

import { beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../../src/answer/ask.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Ask } from '../../../src/domain/ask.ts'
import type { Turn } from '../../../src/domain/question.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

const TEA = parseArticle({
  path: 'tea.md',
  text: `---
title: The history of tea
author: Jane Doe
date: 2016-03-01
url: https://example.org/tea
lang: en
---

Tea came to Britain in the seventeenth century. Merchants sold it in coffee houses.

## Twinings

Thomas Twining opened a tea house in London in 1706. The company was bought in 1964.

## Lighthouse tea

Keepers of a lighthouse drank tea to stay awake. The tea was strong and cheap.

## Railways

Railways carried tea to every town. The price of tea fell when the railways opened.
`,
})
const CUPS = parseArticle({
  path: 'cups.md',
  text: '# Porcelain cups\n\nPorcelain cups came from China with the tea trade.\n',
})

async function asking(...articles: Article[]): Promise<Ask> {
  const corpus = { articles, writtenQuestions: [], unanswered: [], problems: [], hash: 'x' }
  const { index, embeddings } = await openSmallIndex({ corpus })
  return createAsk(index, embeddings)
}

describe('asking about an article itself', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = await asking(TEA)
  })

  it.each([
    ['who wrote this?', 'Jane Doe'],
    ['who is Jane Doe', 'Jane Doe'],
    ['when was this published?', '2016-03-01'],
    ['where was it published', 'https://example.org/tea'],
    ['作者是誰', 'Jane Doe'],
    ['what is the title', 'The history of tea'],
    ['how many sections does it have', '3 sections, 4 paragraphs'],
    ['hey, list the sections please', 'Twinings\nLighthouse tea\nRailways'],
  ])('%s quotes the header', async (question, words) => {
    const answer = await ask({ question })
    expect(answer).toMatchObject({ kind: 'answer', confidence: 1 })
    expect(answer.citations).toMatchObject([{ id: 'tea#header', paragraph: 0 }])
    const [citation] = answer.citations
    expect(citation?.quote).toContain(words)
    expect(citation?.text.slice(citation.start, citation.end)).toBe(citation?.quote)
    expect(citation?.url).toMatch(/^\/articles\/tea\?mark=header\.\d+-\d+#header$/)
  })

  it('says in the language of the question what it was asked', async () => {
    expect((await ask({ question: '這篇什麼時候發表的' })).answer).toBe('日期是 2016-03-01。[1]')
    expect((await ask({ question: '这篇谁写的', language: 'en' })).answer).toBe('The author is Jane Doe.[1]')
  })

  it.each([
    ['what is part 2 about', 'Lighthouse tea'],
    ['第二部分講了什麼', 'Lighthouse tea'],
    ['last section?', 'Railways'],
    ['what does the section “Railways” say?', 'Railways'],
  ])('%s quotes that section', async (question, section) => {
    const answer = await ask({ question })
    expect(answer.kind).toBe('answer')
    expect(new Set(answer.citations.map((citation) => citation.section))).toEqual(new Set([section]))
  })

  it.each([
    'tl;dr',
    'summarize the article',
    '總結重點',
    'what is this about?',
  ])('%s quotes sentences of at least three sections, in reading order', async (question) => {
    const { citations, answer } = await ask({ question })
    expect(new Set(citations.map(({ section }) => section)).size).toBeGreaterThanOrEqual(3)
    expect(citations.map(({ paragraph }) => paragraph)).toEqual(
      citations.map(({ paragraph }) => paragraph).sort((a, b) => a - b),
    )
    expect(answer.length).toBeLessThanOrEqual(900)
  })

  it('cites no more than it may', async () => {
    expect((await ask({ question: 'tl;dr', maxCitations: 2 })).citations).toHaveLength(2)
  })

  it.each([
    ['what is part 9 about', 'it has 3'],
    ['what is paragraph 9 about', 'it has 4'],
  ])('%s is declined with what there is', async (question, words) => {
    expect(await ask({ question })).toMatchObject({ kind: 'declined', answered: false, citations: [] })
    expect((await ask({ question })).answer).toContain(words)
  })

  it.each([
    'who bought Twinings?',
    'summary of what the railways did to the price',
    'what did keepers write about',
  ])('%s asks of what it says', async (question) => {
    const { citations } = await ask({ question })
    expect(citations.every(({ paragraph }) => paragraph > 0)).toBe(true)
  })

  it('declines what front matter leaves unsaid', async () => {
    const bare = await asking(CUPS)
    expect(await bare({ question: 'who wrote this?' })).toMatchObject({
      kind: 'declined',
      answer: 'The article does not say who wrote it.',
    })
    expect((await bare({ question: 'list the sections' })).answer).toBe('The article has no sections.')
  })
})

describe('asking about one of several articles', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = await asking(CUPS, TEA)
  })

  it('asks which one is meant', async () => {
    expect(await ask({ question: 'tl;dr' })).toMatchObject({
      kind: 'conversation',
      act: 'which-article',
      answer: 'Which article do you mean?\n\n- “Porcelain cups”\n- “The history of tea”',
    })
  })

  it.each([
    'who wrote the article on the history of tea?',
    'who wrote “The history of tea”?',
  ])('takes the one that is named: %s', async (question) => {
    expect((await ask({ question })).citations).toMatchObject([{ article: 'tea', quote: 'Jane Doe' }])
  })

  it('takes the one that is chosen when it has asked', async () => {
    const history: Turn[] = [
      { role: 'user', content: 'who wrote this?' },
      { role: 'assistant', content: (await ask({ question: 'who wrote this?' })).answer },
    ]
    expect((await ask({ question: 'the history of tea', history })).citations[0]?.quote).toBe('Jane Doe')
  })

  it('takes the one that the conversation was about', async () => {
    const history: Turn[] = [{ role: 'user', content: 'Who opened a tea house in London?' }]
    expect((await ask({ question: 'who wrote this article?', history })).citations[0]?.quote).toBe('Jane Doe')
  })

  it('takes the only one that may be asked', async () => {
    const { citations } = await ask({ question: 'who wrote this?', articles: ['tea'] })
    expect(citations).toMatchObject([{ article: 'tea' }])
  })

  it('lists the articles', async () => {
    expect(await ask({ question: 'which articles do you have?' })).toMatchObject({
      act: 'articles',
      answer: 'I know 2 articles:\n\n- “Porcelain cups”\n- “The history of tea”',
    })
  })

  it('quotes the words that were chosen for its summary', async () => {
    const overview = [{ position: 2, start: 0, end: 51 }]
    const { kind, citations } = await (await asking({ ...TEA, overview }))({ question: 'tl;dr' })
    expect(kind).toBe('answer')
    expect(citations.map(({ quote }) => quote)).toEqual([
      'Thomas Twining opened a tea house in London in 1706',
    ])
  })
})

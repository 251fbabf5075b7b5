import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { FakeEmbeddings } from '@langchain/core/utils/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../src/answer/ask.ts'
import { DECLINED } from '../../src/answer/declined.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Ask } from '../../src/domain/ask.ts'
import type { Language } from '../../src/domain/language.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import type { FingerprintedEmbeddings } from '../../src/embeddings/fingerprinted-embeddings.ts'
import { InvalidRequestError } from '../../src/errors.ts'
import { CountingEmbeddings } from '../support/corpora/index-recipe.ts'
import { corpusOfTexts } from '../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'
import { markersOf, readMarkdown, renderedText } from '../support/read-markdown.ts'

const LONGEST_ANSWER = 280

/** What must hold of every answer, whatever was asked of whatever. */
function checkAnswer(answer: Answer, maxCitations = 3): void {
  expect(answer.confidence).toBeGreaterThanOrEqual(0)
  expect(answer.confidence).toBeLessThanOrEqual(1)
  expect(answer.answered).toBe(answer.kind === 'answer')
  if (answer.kind === 'conversation') {
    expect(answer).toMatchObject({ citations: [], related: [], confidence: 0, answerer: 'conversation' })
    expect(answer.act).toBeDefined()
    expect(markersOf(answer.answer)).toEqual([])
    return
  }
  if (!answer.answered) {
    expect(answer.citations).toEqual([])
    expect(answer.answer).toBe(DECLINED[answer.language])
    expect(answer.related.length).toBeLessThanOrEqual(2)
    return
  }
  expect(answer.related).toEqual([])
  expect(answer.citations.length).toBeGreaterThan(0)
  expect(answer.citations.length).toBeLessThanOrEqual(maxCitations)
  expect(answer.answer.length).toBeLessThanOrEqual(LONGEST_ANSWER)
  expect(answer.citations.map(({ marker }) => marker)).toEqual(answer.citations.map((_, at) => at + 1))
  expect(new Set(answer.citations.map(({ id }) => id)).size).toBe(answer.citations.length)
  expect(markersOf(answer.answer)).toEqual(answer.citations.map(({ marker }) => marker))
  const shown = withoutSpace(renderedText(readMarkdown(answer.answer)))
  // What looks like a marker in a quote stands in full-width brackets in the answer.
  for (const { quote } of answer.citations)
    expect(shown).toContain(withoutSpace(quote.replace(/\[(\d+)\]/g, '［$1］')))
  for (const { text, quote, start, end, score } of answer.citations) {
    expect(text.slice(start, end)).toBe(quote)
    expect(quote.trim()).not.toBe('')
    expect(quote).not.toMatch(/\p{Surrogate}/u)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  }
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}

async function asker(texts: Readonly<Record<string, string>>): Promise<Ask> {
  const { index, embeddings } = await openSmallIndex({ corpus: corpusOfTexts(texts) })
  return createAsk(index, embeddings)
}

describe('asking the small corpus', () => {
  let ask: Ask

  beforeAll(async () => {
    const { index, embeddings } = await openSmallIndex()
    ask = createAsk(index, embeddings)
  })

  it.each([
    ['zh-Hant', 'Twinings 被誰收購了?', 'Associated British Foods'],
    ['zh-Hans', 'Twinings 被谁收购了?', 'Associated British Foods'],
    ['en', 'Who bought Twinings?', 'Associated British Foods'],
    ['en', 'Who built the first lighthouse on the rocks?', 'Henry Winstanley'],
    ['zh-Hant', '達靈頓鐵路的工程師是誰?', 'Stephenson'],
    ['zh-Hans', '西门子在哪里展出了电力火车?', '柏林'],
    ['zh-Hant', '西門子在哪裡展出了電力火車?', '柏林'],
  ])('answers in %s: %s', async (language, question, words) => {
    const answer = await ask({ question })
    checkAnswer(answer)
    expect(answer.answered).toBe(true)
    expect(answer.language).toBe(language)
    expect(answer.answerer).toBe('extractive')
    expect(answer.citations[0]?.quote).toContain(words)
  })

  it.each<[Language, string]>([
    ['zh-Hant', '鯨魚一天吃多少東西?'],
    ['zh-Hans', '哪座桥最长?'],
    ['en', 'How do I cook spaghetti?'],
  ])('declines in %s: %s', async (language, question) => {
    const answer = await ask({ question })
    checkAnswer(answer)
    expect(answer).toMatchObject({ answered: false, language, answer: DECLINED[language] })
  })

  it('says all of a citation', async () => {
    const { citations } = await ask({ question: 'Who bought Twinings?' })
    expect(citations[0]).toMatchObject({
      marker: 1,
      article: 'tea',
      title: '茶的故事',
      section: '收購',
      paragraph: 3,
    })
    expect(citations[0]?.url).toMatch(/^\/articles\/tea\?mark=[\da-f]{12}\.\d+-\d+#[\da-f]{12}$/)
  })

  it.each([
    ['Who bought Twinings?', 'When?', '1964年'],
    ['茶館是什麼時候開的?', '那鐵路呢?', '1825年'],
    ['茶馆是什么时候开的?', '铁路呢?', '1825年'],
  ])('follows a conversation: %s → %s', async (content, question, words) => {
    const answer = await ask({ question, history: [{ role: 'user', content }] })
    checkAnswer(answer)
    expect(answer.citations[0]?.quote).toContain(words)
  })

  it('does not answer half a question without a conversation', async () => {
    expect((await ask({ question: 'When?' })).answered).toBe(false)
  })

  it.each([1, 2, 5])('cites at most what is asked for: %i', async (maxCitations) => {
    for (const question of ['Twinings', '茶館', 'lighthouse', '鐵路'])
      checkAnswer(await ask({ question, maxCitations }), maxCitations)
  })

  it('declines in the language that is asked for', async () => {
    const answer = await ask({ question: 'How do I cook spaghetti?', language: 'zh-Hans' })
    expect(answer).toMatchObject({
      language: 'en',
      answerLanguage: 'zh-Hans',
      answer: DECLINED['zh-Hans'],
    })
  })

  it('answers from the articles that are named, and from no other', async () => {
    const question = 'Who bought Twinings?'
    const { citations } = await ask({ question, articles: ['railways', 'tea'] })
    expect(citations[0]).toMatchObject({ article: 'tea' })
    const elsewhere = await ask({ question, articles: ['railways', 'lighthouses'] })
    expect(elsewhere.answered).toBe(false)
    expect(elsewhere.related.map(({ article }) => article)).not.toContain('tea')
  })

  it.each([
    [['tea', 'coffee'], 'There is no article "coffee". The articles are "lighthouses", "railways", "tea".'],
    [[], '"articles" is empty'],
  ])('refuses articles %j', async (articles, message) => {
    await expect(ask({ question: 'Twinings', articles })).rejects.toThrow(InvalidRequestError)
    await expect(ask({ question: 'Twinings', articles })).rejects.toThrow(message)
  })

  it('says the same each time', async () => {
    const request: AskRequest = { question: 'Who built the first lighthouse?' }
    expect(await ask(request)).toEqual(await ask(request))
  })

  it.each([
    ['', 'ask something'],
    [' \n\t\u3000', 'ask something'],
    ['長'.repeat(1001), 'at most 1000'],
    ['🚀'.repeat(1001), '1001 characters'],
  ])('refuses an unusable question', async (question, message) => {
    await expect(ask({ question })).rejects.toThrow(InvalidRequestError)
    await expect(ask({ question })).rejects.toThrow(message)
  })

  it('counts characters, not code units', async () => {
    checkAnswer(await ask({ question: '🚀'.repeat(1000) }))
    checkAnswer(await ask({ question: '長'.repeat(1000) }))
  })

  it.each([
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('refuses maxCitations %d', async (maxCitations) => {
    await expect(ask({ question: 'Twinings', maxCitations })).rejects.toThrow(InvalidRequestError)
  })

  it('ends with the reason of the signal', async () => {
    const signal = AbortSignal.abort(new Error('gone'))
    await expect(ask({ question: 'Twinings' }, { signal })).rejects.toThrow('gone')
  })

  it('checks the request before the signal', async () => {
    const signal = AbortSignal.abort(new Error('gone'))
    await expect(ask({ question: '' }, { signal })).rejects.toThrow(InvalidRequestError)
  })

  it('ends while the embeddings are made', async () => {
    const controller = new AbortController()
    const { index, embeddings } = await openSmallIndex()
    const slow: FingerprintedEmbeddings = Object.assign(Object.create(embeddings), {
      embedQuery: async (text: string) => {
        controller.abort(new Error('gone meanwhile'))
        return embeddings.embedQuery(text)
      },
    })
    const asking = createAsk(index, slow)({ question: 'Twinings' }, { signal: controller.signal })
    await expect(asking).rejects.toThrow('gone meanwhile')
  })

  it('holds its promises whatever is asked', async () => {
    const words = fc.constantFrom(
      ...'茶 茶館 收購 Twinings Lighthouse 誰 什麼時候 who when? 鐵路 [1] [2] 1717 ？ 呢 它 what about 🚀 \ud842 %00 <b>'.split(
        ' ',
      ),
    )
    const question = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '))
    const turn = fc.record({
      role: fc.constantFrom('user' as const, 'assistant' as const),
      content: question,
    })
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.array(turn, { maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        async (asked, history, maxCitations) => {
          checkAnswer(await ask({ question: asked, history, maxCitations }), maxCitations)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('asking any corpus', () => {
  const clause = fc.constantFrom(
    '茶館開了',
    'Twinings 收購公司',
    '1717年',
    'a lighthouse',
    'the engineer built it',
    '鐵路😀開通',
    '𠮷野家',
    '[1]',
    '公司',
    'x'.repeat(90),
    '茶'.repeat(120),
    '😀'.repeat(160),
  )
  const mark = fc.constantFrom(',', '。', '. ', '、', '! ', '', ' ', '？')
  const paragraph = fc
    .array(fc.tuple(clause, mark), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.map((part) => part.join('')).join(''))
  const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('\n\n'))
  const question = fc.constantFrom(
    '茶館',
    '誰收購了公司?',
    'Who built the lighthouse?',
    '鐵路什麼時候開通?',
    'Twinings',
    '1717',
    '😀',
    '公司',
  )

  it('cites what it says, verbatim and within its length', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(
        fc.record({ one: text, two: text }),
        question,
        fc.integer({ min: 1, max: 5 }),
        async (texts, asked, maxCitations) => {
          const ask = await asker(texts)
          const answer = await ask({ question: asked, maxCitations })
          checkAnswer(answer, maxCitations)
          if (answer.answered) answered++
        },
      ),
      { numRuns: 60 },
    )
    expect(answered).toBeGreaterThan(10)
  })

  it('cites what several versions of a page say once', async () => {
    const text = 'The causeway is about 2.8 kilometres long.\n\nThe lighthouse is old.'
    const ask = await asker({ v1: text, v2: text, v3: text, v4: text })
    const { citations } = await ask({ question: 'How long is the causeway?' })
    expect(citations.map(({ quote }) => quote)).toEqual(['The causeway is about 2.8 kilometres long.'])
    expect(citations[0]?.score).toBeGreaterThan(0.5)
  })

  it('shows of a block of a megabyte what comes nearest, and no more', async () => {
    const line = 'The price of tea rose in the harbour.'
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      i === 9_000 ? 'The railway opened in 1825.' : line,
    )
    const ask = await asker({ log: `\`\`\`\n${lines.join('\n')}\n\`\`\`` })
    for (const question of ['How do I cook spaghetti in the harbour?', 'When did the railway open?']) {
      const answer = await ask({ question })
      expect(JSON.stringify(answer).length).toBeLessThan(10_000)
    }
  })

  it('answers in code, lists and tables as such', async () => {
    const code = 'To open the railway, write:\n\n```js\nrailway.open()\n```'
    const table = '| Railway | Opened |\n| --- | --- |\n| Stockton | 1825 |\n| Liverpool | 1830 |'
    const ask = await asker({ code, table })
    const opened = await ask({ question: 'How do I open the railway?' })
    expect(opened.answer).toMatch(/^To open the railway, write:\n\n```js\nrailway\.open\(\)\n```\n\n\[1\]/)
    expect(opened.citations[0]).toMatchObject({
      kind: 'code',
      quote: 'To open the railway, write:\n\nrailway.open()',
    })
    const stockton = await ask({ question: 'Stockton railway opened' })
    expect(stockton.answer).toBe('| Railway | Opened |\n| --- | --- |\n| Stockton | 1825 |\n\n[1]')
    expect(stockton.citations[0]).toMatchObject({ kind: 'table', quote: 'Stockton\t1825' })
  })

  it('answers from an article without title, heading or full stop', async () => {
    const ask = await asker({ note: 'Twinings 收購公司' })
    const answer = await ask({ question: 'Twinings 收購公司' })
    checkAnswer(answer)
    expect(answer.answer).toBe('Twinings 收購公司[1]')
  })
})

describe("anyone's LangChain embeddings", () => {
  /** LangChain's fake ones do not say their name; to build an index, it is needed. */
  function fingerprinted(theirs: EmbeddingsInterface): FingerprintedEmbeddings {
    return {
      fingerprint: 'theirs',
      embedQuery: (text) => theirs.embedQuery(text),
      embedDocuments: (texts) => theirs.embedDocuments(texts),
    }
  }

  it.each<[string, EmbeddingsInterface]>([
    ['some that count characters', new CountingEmbeddings()],
    ['some to which all texts are alike', new FakeEmbeddings()],
  ])('take the place of the built-in ones: %s', async (_, theirs) => {
    const { index } = await openSmallIndex({ embeddings: fingerprinted(theirs) })
    const ask = createAsk(index, theirs)
    const answer = await ask({ question: 'Twinings 被誰收購了?' })
    checkAnswer(answer)
    expect(answer.citations[0]?.quote).toContain('Associated British Foods')
  })

  it('are not used with an index of other dimensions', async () => {
    const { index } = await openSmallIndex()
    const ask = createAsk(index, new FakeEmbeddings())
    await expect(ask({ question: 'Twinings' })).rejects.toThrow('dimensions')
  })
})

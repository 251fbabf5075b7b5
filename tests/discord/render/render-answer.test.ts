import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/discord/conversation/history.ts'
import { findParagraph, paragraphButtonId, parseButtonId } from '../../../src/discord/render/custom-id.ts'
import { unescapeMarkdown } from '../../../src/discord/render/markdown.ts'
import type { MessageBody } from '../../../src/discord/render/message-body.ts'
import { renderAnswer } from '../../../src/discord/render/render-answer.ts'
import type { Answer } from '../../../src/domain.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { channelMessage } from '../../support/loopback-discord/payload-rules.ts'
import { anyAnswer } from '../arbitrary-answers.ts'

const publicUrl = 'https://ask.example.org'

const withoutSpace = (text: string) => text.replace(/\s+/g, '')
const buttonsOf = (messages: readonly MessageBody[]) =>
  messages.flatMap(({ components = [] }) => components.flatMap((row) => row.components))

/** The quotes below each marker's headings, put together again. */
function quotesOf(messages: readonly MessageBody[]): Map<string, string> {
  const quotes = new Map<string, string>()
  let marker = ''
  for (const { embeds = [] } of messages) {
    for (const line of embeds.flatMap(({ description = '' }) => description.split('\n'))) {
      const heading = /^\*\*\[?(\w+)\]?\*\* /.exec(line)
      if (heading) marker = heading[1] ?? ''
      else if (line.startsWith('>')) quotes.set(marker, `${quotes.get(marker) ?? ''}${line.slice(1)}`)
    }
  }
  return new Map([...quotes].map(([key, text]) => [key, withoutSpace(unescapeMarkdown(text))]))
}

function expectWhole(answer: Answer, question: string | undefined, messages: readonly MessageBody[]): void {
  for (const message of messages) {
    const { error } = channelMessage.safeParse(message)
    expect(error).toBeUndefined()
  }
  const content = messages.map((message) => message.content ?? '').join('\n')
  const read = messages.map((message) => readAnswer(message.content ?? ''))
  expect(withoutSpace(read.map((each) => each.answer).join(''))).toBe(withoutSpace(answer.answer))
  expect(withoutSpace(read.map((each) => each.question).join(''))).toBe(withoutSpace(question ?? ''))

  const quotes = quotesOf(messages)
  const descriptions = messages
    .flatMap(({ embeds = [] }) => embeds.map(({ description = '' }) => description))
    .join('\n')
  const buttons = new Set(buttonsOf(messages).map(({ custom_id }) => custom_id))
  const shown = withoutSpace(unescapeMarkdown(descriptions))
  for (const { marker, quote, section, paragraph, id } of answer.citations) {
    expect(content).toContain(`[${marker}]`)
    expect(content).not.toContain(`[${marker}](`)
    expect(descriptions).toMatch(
      new RegExp(
        `\\*\\*\\[${marker}\\]\\*\\* .*\\[[^\\]]*\\b${paragraph}\\b[^\\]]*\\]\\(https://ask\\.example\\.org/articles/[^\\s)]+#`,
      ),
    )
    expect(shown).toContain(withoutSpace([...section].slice(0, 100).join('')))
    expect(quotes.get(String(marker))).toBe(withoutSpace(quote))
    expect(buttons).toContain(paragraphButtonId(String(marker), id))
  }
}

describe('renderAnswer', () => {
  it('shows the question, the answer, then the numbered quote with its place and a link', async () => {
    const answer = await fakeAsk({ question: 'Lambda 什麼時候發布的?' })
    const messages = renderAnswer(answer, {
      question: 'Lambda 什麼時候發布的?',
      publicUrl,
      offerThread: true,
    })
    expect(messages).toHaveLength(1)
    expect(messages[0]?.content).toBe(`> Lambda 什麼時候發布的?\n${LAMBDA_SENTENCE}[1]`)
    expect(messages[0]?.embeds).toEqual([
      {
        author: { name: '雲 <計算> & 容器', url: 'https://ask.example.org/articles/cloud' },
        description: `**[1]** [第 1 段](https://ask.example.org/articles/cloud?mark=aa11.3-34#aa11)\n> ${LAMBDA_SENTENCE}`,
        color: 0xf2c744,
      },
    ])
    expect(buttonsOf(messages).map(({ custom_id }) => custom_id)).toEqual([
      'paragraph:1:cloud#aa11',
      'thread',
      'feedback:up',
      'feedback:down',
    ])
    expect(messages[0]?.allowed_mentions).toEqual({ parse: [] })
  })

  it('names section and paragraph without a link when the service has no address', async () => {
    const answer = await fakeAsk({ question: '最後' })
    const [message] = renderAnswer(answer, { publicUrl: undefined, offerThread: false })
    expect(message?.embeds?.[0]?.description).toBe('**[1]** 更深 · 第 6 段\n> 最後一句在這裡。')
    expect(message?.embeds?.[0]).not.toHaveProperty('author.url')
  })

  it('keeps the path that the service is served below', async () => {
    const answer = await fakeAsk({ question: '最後' })
    const [message] = renderAnswer(answer, { publicUrl: 'https://example.org/footnote/', offerThread: false })
    expect(message?.embeds?.[0]?.description).toContain('(https://example.org/footnote/articles/cloud?mark=')
  })

  it('says so when the corpus does not, and offers the nearest passages', async () => {
    const { library } = fakeSnapshot()
    const article = library.articleAt(0)
    const near = article.paragraphs.slice(0, 2).map(({ id, section, position, text }) => ({
      id,
      article: article.id,
      title: article.title,
      section,
      paragraph: position,
      text,
      textStart: 0,
      url: `/articles/cloud#${position}`,
    }))
    const answer: Answer = { ...(await fakeAsk({ question: 'weather?' })), language: 'en', related: near }
    const messages = renderAnswer(answer, { publicUrl, offerThread: false })
    expect(messages[0]?.content).toBe('文章沒有提到。')
    expect(messages[0]?.embeds?.[0]?.title).toBe('The nearest passages')
    expect(messages[0]?.embeds?.[0]?.description).toContain('**B** 1、開始 · [paragraph 2](')
    expect(buttonsOf(messages).map((each) => ('label' in each ? each.label : ''))).toContain(
      '[A] Whole paragraph',
    )
  })

  it('renders 10 000 arbitrary answers within every limit, with every citation and every word', () => {
    fc.assert(
      fc.property(anyAnswer, fc.boolean(), ({ answer, question }, offerThread) => {
        expectWhole(answer, question, renderAnswer(answer, { question, publicUrl, offerThread }))
      }),
      { numRuns: 10_000 },
    )
  }, 300_000)
})

describe('a paragraph’s button', () => {
  const long = '很長的文章編號'.repeat(30)
  const { library } = fakeSnapshot()
  const article = {
    ...library.articleAt(0),
    id: long,
    paragraphs: [{ ...library.paragraphAt(0), id: `${long}#aa11` }],
  }
  const large = {
    ...library,
    articleCount: 1,
    article: (id: string) => (id === long ? article : undefined),
    articleAt: () => article,
  }

  it('finds its paragraph again, however long the article’s id is', () => {
    const customId = paragraphButtonId('1', `${long}#aa11`)
    expect([...customId].length).toBeLessThanOrEqual(100)
    const action = parseButtonId(customId)
    expect(action?.kind === 'paragraph' && findParagraph(large, action.paragraph)?.id).toBe(`${long}#aa11`)
  })

  it('finds nothing once the paragraph has changed', () => {
    expect(findParagraph(library, 'cloud#0000')).toBeUndefined()
    expect(findParagraph(library, 'gone#aa11')).toBeUndefined()
    expect(findParagraph(library, '~0123456789abcdef#aa11')).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/discord/conversation/history.ts'
import { findParagraph, paragraphButtonId, parseCustomId } from '../../../src/discord/render/custom-id.ts'
import type { MessageBody } from '../../../src/discord/render/message-body.ts'
import { renderAnswer } from '../../../src/discord/render/render-answer.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Citation } from '../../../src/domain/citation.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { channelMessage } from '../../support/loopback-discord/payload-rules.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { anyAnswer } from '../arbitrary-answers.ts'

const publicUrl = 'https://ask.example.org'
const { library } = fakeSnapshot()
const frame = { publicUrl, library, offerThread: true, answerId: '0f4b' }

const lettersOf = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
const buttonsOf = (messages: readonly MessageBody[]) =>
  messages.flatMap(({ components = [] }) => components.flatMap((row) => row.components))
const labelsOf = (messages: readonly MessageBody[]) =>
  buttonsOf(messages).map((each) => each.label ?? each.emoji?.name)
const descriptionOf = (messages: readonly MessageBody[]) =>
  messages.map(({ embeds }) => embeds?.[0]?.description ?? '').join('\n')
const received = ({ content = '', embeds = [] }: MessageBody) => ({ content, embeds })

/** An answer that cites some words of a paragraph of the fake library. */
async function quoting(quote: string, fields: Partial<Answer> = {}): Promise<Answer> {
  const answer = await fakeAsk({ question: 'Lambda' })
  const paragraph = paragraphWith(quote)
  const start = paragraph.text.indexOf(quote)
  const cited: Citation = {
    ...(answer.citations[0] as Citation),
    id: paragraph.id,
    article: paragraph.article,
    section: paragraph.section,
    paragraph: paragraph.position,
    kind: paragraph.kind,
    text: paragraph.text,
    quote,
    start,
    end: start + quote.length,
  }
  return { ...answer, answer: `${quote}[1]`, citations: [cited], ...fields }
}

function paragraphWith(words: string) {
  for (let row = 0; row < library.paragraphCount; row += 1) {
    const paragraph = library.paragraphAt(row)
    if (paragraph.text.includes(words)) return paragraph
  }
  throw new Error(`no paragraph says ${words}`)
}

describe('an answer that is its quote', () => {
  it('is shown once: where it stands, in bold, with its place below and one row of buttons', async () => {
    const answer = await fakeAsk({ question: 'Lambda 什麼時候發布的?' })
    const messages = renderAnswer(answer, { ...frame, question: 'Lambda 什麼時候發布的?' })
    expect(messages).toEqual([
      {
        content: '> Lambda 什麼時候發布的?',
        embeds: [
          {
            author: { name: '雲 <計算> & 容器', url: 'https://ask.example.org/articles/cloud' },
            description: `當時是**${LAMBDA_SENTENCE}**之後一切都變了。\n-# [第 1 段](https://ask.example.org/articles/cloud?mark=aa11.3-34#aa11)`,
            color: 0xf2c744,
          },
        ],
        components: [{ type: 1, components: buttonsOf(messages) }],
        allowed_mentions: { parse: [] },
      },
    ])
    expect(labelsOf(messages)).toEqual(['在討論串中繼續', '👍', '👎'])
  })

  it('can be opened whole where there is more of its paragraph', async () => {
    const messages = renderAnswer(await fakeAsk({ question: '最後' }), frame)
    expect(labelsOf(messages)).toEqual(['看整段', '在討論串中繼續', '👍', '👎'])
    const [button] = buttonsOf(messages)
    const action = parseCustomId(button?.custom_id ?? '')
    const paragraph = paragraphWith('最後一句在這裡。')
    expect(action).toMatchObject({ kind: 'paragraph', reference: paragraph.id })
    const span = action?.kind === 'paragraph' ? action.span : undefined
    expect(paragraph.text.slice(span?.start, span?.end)).toBe('最後一句在這裡。')
  })

  it('names section and paragraph without a link when the service has no address', async () => {
    const messages = renderAnswer(await fakeAsk({ question: '最後' }), { ...frame, publicUrl: undefined })
    expect(descriptionOf(messages)).toMatch(/\*\*最後一句在這裡。\*\*\n-# 更深 · 第 6 段$/)
    expect(messages[0]?.embeds?.[0]).not.toHaveProperty('author.url')
  })

  it('keeps the path that the service is served below', async () => {
    const path = { ...frame, publicUrl: 'https://example.org/footnote/' }
    const messages = renderAnswer(await fakeAsk({ question: '最後' }), path)
    expect(descriptionOf(messages)).toContain('(https://example.org/footnote/articles/cloud?mark=')
  })

  it('is sent although the service has an address that Discord does not link to', async () => {
    for (const address of ['http://localhost:8787', 'http://footnote:8787']) {
      const [message] = renderAnswer(await fakeAsk({ question: '最後' }), { ...frame, publicUrl: address })
      expect(channelMessage.safeParse(message).error).toBeUndefined()
      expect(message?.embeds?.[0]).not.toHaveProperty('author.url')
    }
    const [message] = renderAnswer(await fakeAsk({ question: '最後' }), {
      ...frame,
      publicUrl: 'http://127.0.0.1',
    })
    expect(message?.embeds?.[0]).toHaveProperty('author.url', 'http://127.0.0.1/articles/cloud')
  })

  it('tells an English reader why it is in Chinese, and a Chinese reader nothing', async () => {
    const answer = await fakeAsk({ question: 'Lambda?' })
    const note = '-# The article is in Chinese; these are its own words.'
    expect(descriptionOf(renderAnswer({ ...answer, language: 'en' }, frame))).toContain(`\n${note}`)
    expect(descriptionOf(renderAnswer({ ...answer, language: 'zh-Hans' }, frame))).not.toContain('英文')
    const english = await fakeAsk({ question: 'container ship' })
    expect(descriptionOf(renderAnswer({ ...english, language: 'en' }, frame))).not.toContain('Chinese')
  })

  it('shows code in a fence, without the same words again', async () => {
    const messages = renderAnswer(await quoting('if (a < b) {'), frame)
    expect(messages[0]?.content).toBeUndefined()
    expect(descriptionOf(messages)).toMatch(/^```\nif \(a < b\) \{\n {2}run\("<\/pre>.*\n\}\n```\n-# /)
  })

  it('sets apart what the author has set as code in a line, cited or not, and reads it back as words', async () => {
    const answer = await quoting('Docker')
    const [cited] = answer.citations as [Citation]
    const text = 'Call `a*b()`. Then await run() and stop().'.replaceAll('`', '')
    const quote = 'Then await run() and'
    const start = text.indexOf(quote)
    const code = (words: string) => {
      const at = text.indexOf(words)
      return { start: at, end: at + words.length, style: 'code' as const }
    }
    const paragraph = {
      ...paragraphWith('第二項 Docker'),
      text,
      blocks: [{ kind: 'prose' as const, start: 0, end: text.length }],
      sentences: [{ start: 0, end: text.length }],
      styles: [code('a*b()'), code('run()'), { ...code('and stop()'), style: 'code' as const }],
    }
    const article = { ...library.articleAt(0), paragraphs: [paragraph] }
    const messages = renderAnswer(
      {
        ...answer,
        answer: `${quote}[1]`,
        citations: [{ ...cited, id: paragraph.id, text, quote, start, end: start + quote.length }],
      },
      { ...frame, library: { ...library, article: () => article } },
    )
    expect(descriptionOf(messages).split('\n')[0]).toBe('Call `a*b()`. **Then await `run()` and** stop().')
    expect(readAnswer(received(messages[0] as MessageBody)).answer).toBe(quote)
  })

  it('shows a table aligned, and points at the row', async () => {
    expect(descriptionOf(renderAnswer(await quoting('Docker\t2013'), frame))).toContain(
      '```\n  名稱    年份\n  ──────  ────\n▸ Docker  2013\n  Lambda  2014\n```',
    )
  })

  it('shows a list with its items apart', async () => {
    expect(descriptionOf(renderAnswer(await quoting('第二項 Docker'), frame))).toContain(
      '• 第一項 <b>\n• **第二項 Docker**\n• 第三項'.replace('<', '\\<'),
    )
  })

  it('shows one paragraph once although two answers stand in it, under both numbers', async () => {
    const first = (await quoting('第一項 <b>')).citations[0] as Citation
    const second = { ...((await quoting('第三項')).citations[0] as Citation), marker: 2 }
    const answer = await quoting('第一項 <b>', {
      answer: '第一項 <b>[1]第三項[2]',
      citations: [first, second],
    })
    const shown = descriptionOf(renderAnswer(answer, frame))
    expect(shown).toMatch(/• \*\*第一項 \\<b>\*\*\n• 第二項 Docker\n• \*\*第三項\*\*/)
    expect(shown.match(/第 2 段/g)).toHaveLength(1)
  })

  it('names a section once for two paragraphs of it', async () => {
    const first = (await quoting('第一項 <b>')).citations[0] as Citation
    const second = { ...((await quoting('Docker\t2013')).citations[0] as Citation), marker: 2 }
    const answer = await quoting('', {
      answer: '第一項 <b>[1]Docker 2013[2]',
      citations: [first, second],
    })
    const labels = descriptionOf(renderAnswer(answer, frame)).match(/^-# .*$/gm)
    expect(labels?.[0]).toMatch(/^-# \[1\] 1、開始 · \[第 2 段\]/)
    expect(labels?.[1]).toMatch(/^-# \[2\] \[第 3 段\]/)
  })

  it('is read back as what it says, without what stands around it', async () => {
    const [message] = renderAnswer(await fakeAsk({ question: 'Lambda' }), { ...frame, question: 'a *b*\nc' })
    expect(readAnswer(received(message as MessageBody))).toEqual({
      question: 'a *b*\nc',
      answer: LAMBDA_SENTENCE,
    })
  })
})

describe('an answer in other words', () => {
  it('stands above the quotes that it rests on, in Discord’s Markdown', async () => {
    const markdown = [
      'Lambda came **in 2014**[1], so [see](https://evil.example):',
      '',
      '```sh',
      'run --now',
      '```',
      '',
      '| Name | Year |',
      '| --- | --- |',
      '| Lambda | 2014 |',
      '',
      '- one',
      '- two @everyone',
    ].join('\n')
    const answer = { ...(await fakeAsk({ question: 'Lambda' })), answer: markdown }
    const [message] = renderAnswer(answer, frame)
    expect(message?.content).toBe(
      [
        'Lambda came **in 2014**[1], so see:',
        '```sh\nrun --now\n```',
        '```\nName    Year\n──────  ────\nLambda  2014\n```',
        '• one\n• two \\@everyone',
      ].join('\n\n'),
    )
    expect(message?.embeds?.[0]?.description).toContain('-# [1] [第 1 段](')
  })

  it('that brings its quotes in a frame of its own stands above their places alone', async () => {
    const answer = {
      ...(await fakeAsk({ question: 'Lambda' })),
      answer: `The main points:\n\n- ${LAMBDA_SENTENCE}[1]`,
    }
    const messages = renderAnswer(answer, frame)
    expect(messages[0]?.content).toBe(`The main points:\n\n• ${LAMBDA_SENTENCE}[1]`)
    expect(descriptionOf(messages)).toMatch(/^-# \[1\] \[第 1 段\]\([^\n]*\)$/)
  })

  it('that rests on the head of the article says so, and offers no paragraph', async () => {
    const lambda = await fakeAsk({ question: 'Lambda' })
    const header = {
      id: 'cloud#header',
      paragraph: 0,
      section: '',
      quote: 'gitmilk',
      language: 'en',
    } as const
    const citations = [{ ...(lambda.citations[0] as Citation), ...header }]
    const answer: Answer = { ...lambda, language: 'en', answer: 'The author is gitmilk.[1]', citations }
    const messages = renderAnswer(answer, { ...frame, publicUrl: undefined })
    expect(descriptionOf(messages)).toBe('-# [1] about the article')
    expect(labelsOf(messages)).toEqual(['Continue in a thread', '👍', '👎'])
  })

  it('that is long is split between sentences and never in a fence, its parts numbered', async () => {
    const prose = 'The story of clouds is long. '.repeat(120)
    const code = Array.from({ length: 120 }, (_, line) => `const value${line} = run(${line})`).join('\n')
    const answer = {
      ...(await fakeAsk({ question: 'Lambda' })),
      answer: `${prose}\n\n\`\`\`ts\n${code}\n\`\`\`\n\nThe end.[1]`,
    }
    const messages = renderAnswer(answer, { ...frame, question: 'why?' })
    expect(messages.length).toBeGreaterThan(3)
    for (const [index, message] of messages.entries()) {
      expect(channelMessage.safeParse(message).error).toBeUndefined()
      expect((message.content ?? '').match(/```/g)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0)
      expect(message.content).toMatch(new RegExp(`-# ${index + 1}/${messages.length}$`))
    }
    expect(messages[0]?.content).toMatch(/long\.\n-# 1\/\d$/)
    expect(messages[0]?.components).toBeDefined()
    expect(messages.slice(1).every(({ components }) => components === undefined)).toBe(true)
    expect(messages.map(({ content = '' }) => content).join('')).toContain('const value119')
  })
})

describe('a refusal', () => {
  const near = library
    .articleAt(0)
    .paragraphs.slice(4, 6)
    .map(({ id, section, position, text }) => ({
      id,
      article: 'cloud',
      title: '雲',
      section,
      paragraph: position,
      text,
      textStart: 0,
      url: `/articles/cloud#${position}`,
    }))
  const refusal = async (): Promise<Answer> => ({
    ...(await fakeAsk({ question: 'weather?' })),
    language: 'en',
    related: near,
  })

  it('shows the nearest passages, and no ratings', async () => {
    const messages = renderAnswer(await refusal(), { ...frame, question: 'weather?' })
    expect(messages[0]?.content).toBe('> weather?\n文章沒有提到。')
    expect(messages[0]?.embeds?.[0]?.title).toBe('The nearest passages')
    expect(descriptionOf(messages)).toMatch(/^沒有伺服器。😀\n-# \*\*A\*\* 更深 · \[paragraph 5\]\(/)
    expect(labelsOf(messages)).toEqual(['[B] Whole paragraph'])
  })

  it('shows a table among them aligned', async () => {
    const paragraph = library.articleAt(0).paragraphs.find(({ kind }) => kind === 'table')
    if (paragraph === undefined) throw new Error('no table')
    const { id, section, position, text } = paragraph
    const table = { ...near[0], id, section, paragraph: position, text } as (typeof near)[number]
    const messages = renderAnswer({ ...(await refusal()), related: [table] }, { ...frame, library })
    expect(descriptionOf(messages)).toContain('```\n名稱    年份\n──────  ────\nDocker  2013')
    expect(labelsOf(messages)).toEqual([])
  })

  it('leads to the moderators where there are some', async () => {
    const messages = renderAnswer(await refusal(), { ...frame, offerModerators: true })
    expect(labelsOf(messages)).toEqual(['[B] Whole paragraph', 'Ask the moderators'])
  })
})

describe('a reply to what is no question', () => {
  it('is one line of small print, and for who asks for help what one can ask below it', async () => {
    const answer: Answer = {
      ...(await fakeAsk({ question: 'hi' })),
      kind: 'conversation',
      act: 'greeting',
      answer: 'Hello! Ask me about @everyone.',
      suggestions: ['When was *Lambda* released?', 'What is Docker?'],
    }
    expect(renderAnswer(answer, { ...frame, question: 'hi' })).toEqual([
      {
        content: '-# Hello! Ask me about \\@everyone. When was \\*Lambda\\* released? · What is Docker?',
        allowed_mentions: { parse: [] },
      },
    ])
    const help = renderAnswer({ ...answer, act: 'help' }, frame)
    expect(help[0]?.content?.split('\n')).toEqual([
      '-# Hello! Ask me about \\@everyone.',
      '-# • When was \\*Lambda\\* released?',
      '-# • What is Docker?',
    ])
  })
})

function expectWhole(answer: Answer, question: string | undefined, messages: readonly MessageBody[]): void {
  for (const message of messages) {
    expect(channelMessage.safeParse(message).error).toBeUndefined()
    expect(message.components?.length ?? 0).toBeLessThanOrEqual(1)
  }
  const content = messages.map((message) => message.content ?? '').join('\n')
  const descriptions = descriptionOf(messages)
  // An answer may set a marker amid the words that it quotes.
  const unmarked = (descriptions + content).replace(/(?<!\\)\[\d+\]/g, '')
  const shown = `${lettersOf(descriptions + content)} ${lettersOf(unmarked)}`
  for (const { marker, quote, paragraph } of answer.citations) {
    expect(shown).toContain(lettersOf(quote))
    // Within a fence nothing acts.
    expect(content.replace(/```[\s\S]*?```/g, '')).not.toContain(`[${marker}](`)
    expect(descriptions).toMatch(
      new RegExp(
        `^-# .*\\[[^\\]]*\\b${paragraph}\\b[^\\]]*\\]\\(https://ask\\.example\\.org/articles/[^\\s)]+#`,
        'm',
      ),
    )
  }
  const { question: read } = readAnswer(received(messages[0] as MessageBody))
  // A long question is cut, between two code points.
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const asked = words(question ?? '')
  expect(asked.startsWith(words(read))).toBe(true)
  if ([...(question ?? '')].length <= 240) expect(words(read)).toBe(asked)
}

describe('renderAnswer', () => {
  it('renders arbitrary answers within every limit, with every citation and every cited word', () => {
    fc.assert(
      fc.property(anyAnswer, fc.boolean(), ({ answer, question }, offerThread) => {
        expectWhole(answer, question, renderAnswer(answer, { question, publicUrl, offerThread }))
      }),
      { numRuns: propertyRuns(10_000) },
    )
  }, 300_000)
})

describe('a paragraph’s button', () => {
  const long = '很長的文章編號'.repeat(30)
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
    const action = parseCustomId(customId)
    expect(action?.kind === 'paragraph' && findParagraph(large, action.reference)?.id).toBe(`${long}#aa11`)
  })

  it('finds nothing once the paragraph has changed', () => {
    expect(findParagraph(library, 'cloud#header')).toMatchObject({ id: 'cloud#header', position: 0 })
    expect(findParagraph(library, 'cloud#0000')).toBeUndefined()
    expect(findParagraph(library, 'gone#aa11')).toBeUndefined()
    expect(findParagraph(library, '~0123456789abcdef#aa11')).toBeUndefined()
  })
})

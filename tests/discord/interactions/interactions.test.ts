import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { ask, messageCommand, press, slash, typing } from '../../support/loopback-discord/interaction.ts'
import {
  ALICE,
  BOT,
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  message,
} from '../../support/loopback-discord/payloads.ts'
import { boldWords, shownText } from '../shown-text.ts'
import { recordingSnapshot, startBot } from '../start-bot.ts'

describe('/ask', () => {
  it('is acknowledged, then answered with the cited words', async () => {
    const { discord } = await startBot()
    const interaction = discord.interact(ask('Lambda 什麼時候發布的?'))
    const [reply] = await interaction.sent()
    expect(interaction.acknowledgement).toBe('deferred')
    expect(reply?.content).toBe('> Lambda 什麼時候發布的?')
    expect(reply && boldWords(reply)).toEqual([LAMBDA_SENTENCE])
    expect(reply?.embeds[0]?.description).toContain('https://ask.example.org/articles/cloud?mark=')
    expect(discord.violations).toEqual([])
  })

  it('answers privately when asked to, without offering a thread', async () => {
    const { discord } = await startBot()
    const interaction = discord.interact(ask('Lambda?', {}, true))
    const [reply] = await interaction.sent()
    expect(interaction.ephemeral).toBe(true)
    expect(discord.messagesIn(CHANNEL_ID)).toEqual([])
    expect(JSON.stringify(reply?.components)).not.toContain('"thread"')
    expect(discord.violations).toEqual([])
  })

  it('answers in a direct channel', async () => {
    const { discord } = await startBot()
    const interaction = discord.interact(ask('Lambda?', { direct: true, channel: DIRECT_CHANNEL_ID }))
    const [reply] = await interaction.sent()
    expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
    expect(discord.violations).toEqual([])
  })

  it('makes what it quotes inert', async () => {
    const { discord } = await startBot()
    const interaction = discord.interact(ask('@everyone <@118> https://evil.example discord.gg/abc Lambda'))
    const [reply] = await interaction.sent()
    expect(reply?.content.split('\n')[0]).toBe(
      '> \\@everyone \\<\\@118> https\\://evil.example discord\\.gg/abc Lambda',
    )
    expect(discord.violations).toEqual([])
  })

  it('sends an answer that no message holds in several, losing nothing', async () => {
    const long = `${'雲計算的故事很長。'.repeat(300)}完。[1]`
    const snapshot = fakeSnapshot({
      ask: async (request) => ({ ...(await fakeAsk({ ...request, question: 'Lambda' })), answer: long }),
    })
    const { discord } = await startBot({ snapshot: () => snapshot })
    const replies = await discord.interact(ask('?!', {}, true)).sent(2)
    const said = replies.map(({ content }) => content.replace('> ?!\n', '').replace(/\n-# \d\/\d$/, ''))
    expect(said.join('')).toBe(long)
    expect(replies.map(({ content }) => content.split('\n').at(-1))).toEqual(['-# 1/2', '-# 2/2'])
    expect(discord.violations).toEqual([])
  })

  it('is asked with the language that the asker reads', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    await discord.interact(ask('你好', { locale: 'zh-CN' })).sent()
    expect(requests).toMatchObject([{ question: '你好', readerLanguage: 'zh-Hans' }])
  })

  it('says so to the asker alone, and logs why, when answering fails', async () => {
    const snapshot = fakeSnapshot({ ask: () => Promise.reject(new Error('disk on fire')) })
    const { discord, logged } = await startBot({ snapshot: () => snapshot })
    const interaction = discord.interact(ask('為什麼?', { locale: 'zh-TW' }))
    const [reply] = await interaction.sent()
    expect(interaction.originalDeleted).toBe(true)
    expect(reply?.flags).toBe(1 << 6)
    expect(discord.messagesIn(CHANNEL_ID)).toEqual([])
    expect(reply?.content).toBe('-# 我這邊出了點問題,已經記錄下來。請再問一次。')
    expect(logged.find(({ level }) => level === 'error')?.fields.err).toMatchObject({
      message: 'disk on fire',
    })
  })
})

describe('autocompletion', () => {
  it('suggests real questions in the reader’s language', async () => {
    const { discord } = await startBot()
    const interaction = discord.interact(typing('ask', 'question', '', { locale: 'zh-TW' }))
    const { data } = await interaction.responded()
    expect(data).toEqual({ choices: [{ name: 'Lambda 什麼時候發布的?', value: 'Lambda 什麼時候發布的?' }] })
  })

  it('goes on from what is typed, in any letter case', async () => {
    const { discord } = await startBot()
    const interaction = discord.interact(typing('ask', 'question', 'SHIP container'))
    const { data } = await interaction.responded()
    expect(data?.choices).toEqual([
      { name: 'SHIP container', value: 'SHIP container' },
      { name: "What's a container ship?", value: "What's a container ship?" },
    ])
    expect(discord.violations).toEqual([])
  })
})

describe('"Ask the article about this"', () => {
  it('asks what the message says', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const target = message(CHANNEL_ID, ALICE, { content: 'When was Lambda released?' })
    const [reply] = await discord.interact(messageCommand(target)).sent()
    expect(requests[0]?.question).toBe('When was Lambda released?')
    expect(reply?.content).toBe('> When was Lambda released?')
  })

  it('says that it read the first 1000 characters of a long one', async () => {
    const { discord } = await startBot()
    const target = message(CHANNEL_ID, ALICE, { content: `Lambda ${'很長'.repeat(700)}` })
    const [reply] = await discord.interact(messageCommand(target)).sent()
    expect(reply?.content).toMatch(/…\n-# The message is long; I read its first 1000 characters\.$/)
    expect(discord.violations).toEqual([])
  })

  it.each<[string, object, RegExp]>([
    ['a message of an emoji', { content: '<:thonk:585000000000000000>' }, /^-# There are no words in that/],
    [
      'a sticker',
      { sticker_items: [{ id: '1', name: 'wave', format_type: 1 }] },
      /^-# I can only read text, not pictures/,
    ],
    [
      'a notice of the bot’s',
      { author: BOT, content: '-# Thank you, noted.' },
      /^-# There are no words in that/,
    ],
  ])('says to the asker alone that there is nothing to ask in %s', async (_what, parts, said) => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const target = message(CHANNEL_ID, ALICE, parts as Partial<APIMessage>)
    const [notice] = await discord.interact(messageCommand(target)).sent()
    expect(notice?.content).toMatch(said)
    expect(notice?.flags).toBe(1 << 6)
    expect(discord.messagesIn(CHANNEL_ID)).toEqual([])
    expect(requests).toEqual([])
    expect(discord.violations).toEqual([])
  })
})

describe('/article', () => {
  it('lists the articles, and the sections of the chosen one, with links', async () => {
    const { discord } = await startBot()
    const [list] = await discord.interact(slash('article', [])).sent()
    expect(list?.embeds[0]?.description).toContain(
      '- Ships · [read](https://ask.example.org/articles/notes/ships)',
    )
    const chosen = slash('article', [{ name: 'title', type: 3, value: 'cloud' }])
    const [sections] = await discord.interact(chosen).sent()
    expect(sections?.embeds[0]?.description).toContain(
      '- 1、開始 · [read](https://ask.example.org/articles/cloud#bb22)',
    )
    expect(sections?.embeds[0]?.description).toContain(
      '  - 更深 · [read](https://ask.example.org/articles/cloud#dd44)',
    )
    expect(discord.violations).toEqual([])
  })

  it('completes titles', async () => {
    const { discord } = await startBot()
    const { data } = await discord.interact(typing('article', 'title', 'shi')).responded()
    expect(data?.choices).toEqual([{ name: 'Ships', value: 'notes/ships' }])
  })

  it('says when there is no such article', async () => {
    const { discord } = await startBot()
    const unknown = slash('article', [{ name: 'title', type: 3, value: 'no-such' }])
    expect((await discord.interact(unknown).sent())[0]?.content).toContain('There is no such article')
  })
})

const buttonIds = ({ components = [] }: APIMessage) =>
  components.flatMap((row) =>
    'components' in row ? row.components.flatMap((each) => ('custom_id' in each ? each.custom_id : [])) : [],
  )

describe('the buttons', () => {
  it('show the whole paragraph to the one who pressed', async () => {
    const { discord } = await startBot()
    const [answer] = await discord.interact(ask('最後')).sent()
    if (answer === undefined) throw new Error('no answer')
    const [button] = buttonIds(answer)
    const pressed = discord.interact(press(answer, button ?? '', { locale: 'zh-CN' }))
    const [paragraph] = await pressed.sent()
    expect(pressed.ephemeral).toBe(true)
    expect(paragraph?.embeds[0]?.description).toMatch(
      /^雲計算.*\*\*最後一句在這裡。\*\*\n-# 雲 .* · 更深 · \[第 6 段\]\(https:\/\/ask\.example\.org\/articles\/cloud\?mark=ff66\./,
    )
    expect(discord.violations).toEqual([])
  })

  it('say when the paragraph has gone', async () => {
    const { discord } = await startBot()
    const [answer] = await discord.interact(ask('最後')).sent()
    if (answer === undefined) throw new Error('no answer')
    const [notice] = await discord.interact(press(answer, 'paragraph:1:cloud#gone')).sent()
    expect(notice?.content).toContain('has since been changed or removed')
  })

  it('record what someone thinks of an answer', async () => {
    const { discord, feedback } = await startBot()
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    if (answer === undefined) throw new Error('no answer')
    const [thanks] = await discord.interact(press(answer, 'feedback:up')).sent()
    expect(thanks?.content).toBe('-# Thank you, noted.')
    expect(feedback).toMatchObject([
      {
        rating: 'up',
        user: ALICE.id,
        message: answer.id,
        question: 'Lambda?',
        answer: LAMBDA_SENTENCE,
        paragraphs: ['cloud#aa11'],
      },
    ])
  })

  it('do not thank for feedback that could not be kept', async () => {
    const { discord } = await startBot({ feedback: { record: () => Promise.reject(new Error('disk full')) } })
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    if (answer === undefined) throw new Error('no answer')
    const [notice] = await discord.interact(press(answer, 'feedback:up')).sent()
    expect(notice?.content).toContain('Something went wrong')
  })
})

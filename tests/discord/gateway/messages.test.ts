import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { ask, press } from '../../support/loopback-discord/interaction.ts'
import type { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import {
  ALL_PERMISSIONS,
  APPLICATION_ID,
  BOT,
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, say } from '../../support/loopback-discord/people.ts'
import { boldWords, shownText } from '../shown-text.ts'
import { recordingSnapshot, startBot } from '../start-bot.ts'

const SEND_MESSAGES = 1n << 11n
const EMBED_LINKS = 1n << 14n
const CREATE_THREADS = 1n << 35n
const SEND_IN_THREADS = 1n << 38n

const granted = (discord: LoopbackDiscord) => {
  discord.gateway.messageContentGranted = true
}

/** An answer in the open, and the thread that grows from it. */
async function threadAfter(
  discord: LoopbackDiscord,
  question: string,
): Promise<{ answer: APIMessage; thread: string }> {
  const [answer] = await discord.interact(ask(question)).sent()
  if (answer === undefined) throw new Error('no answer')
  await discord.interact(press(answer, 'thread')).sent()
  return { answer, thread: answer.id }
}

describe('a mention', () => {
  it('is answered as a reply, without the privileged intent', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const question = say(discord, `${MENTION} Lambda 什麼時候發布的?`)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    expect(requests).toEqual([{ question: 'Lambda 什麼時候發布的?', history: [] }])
    expect(answer?.content).toBe('')
    expect(answer && boldWords(answer)).toEqual([LAMBDA_SENTENCE])
    expect(answer?.message_reference?.message_id).toBe(question.id)
    expect(discord.typing).toEqual([])
    expect(discord.gateway.intents & (1 << 15)).toBe(0)
    expect(discord.violations).toEqual([])
  })

  it('is heard, as are replies, where the bot’s user has another id than its application, as in old ones', async () => {
    expect(BOT.id).not.toBe(APPLICATION_ID)
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    say(discord, `<@${BOT.id}> Lambda?`)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    if (answer === undefined) throw new Error('no answer')
    say(discord, 'and how long?', { replyTo: answer })
    await botMessages(discord, CHANNEL_ID, 2)
    expect(requests.map(({ question, history }) => [question, history?.length])).toEqual([
      ['Lambda?', 0],
      ['and how long?', 2],
    ])
  })

  it('is asked with the language of the server, where somebody chose one', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, (discord) => {
      discord.locale = 'zh-CN'
    })
    say(discord, `${MENTION} 你好`)
    await botMessages(discord, CHANNEL_ID, 1)
    expect(requests).toEqual([{ question: '你好', history: [], readerLanguage: 'zh-Hans' }])
  })

  it('alone, in reply to someone, asks what they wrote', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    const bob = say(discord, 'When was Lambda released?', { by: user('bob') })
    say(discord, MENTION, { replyTo: bob })
    await botMessages(discord, CHANNEL_ID, 1)
    expect(requests[0]?.question).toBe('When was Lambda released?')
  })

  it('alone is asked for a question', async () => {
    const { discord } = await startBot()
    say(discord, MENTION)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toMatch(
      /^-# What would you like to know\?/,
    )
  })

  it('is answered although the message that mentioned has been deleted', async () => {
    const { discord } = await startBot()
    const question = say(discord, `${MENTION} Lambda?`)
    discord.deleteMessage(CHANNEL_ID, question.id)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    expect(answer && shownText(answer)).toContain(LAMBDA_SENTENCE)
    expect(answer?.message_reference).toBeUndefined()
  })
})

describe('what is none of the bot’s business', () => {
  it('is ignored: other bots, webhooks, itself, people among themselves', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    say(discord, `${MENTION} Lambda from a bot`, { by: user('other', { bot: true }) })
    say(discord, `${MENTION} Lambda from a webhook`, { webhook: '1184000000000000000' })
    say(discord, `${MENTION} Lambda from myself`, { by: BOT })
    const bob = say(discord, 'Lambda among people')
    say(discord, 'Lambda, indeed', { replyTo: bob })
    say(discord, `${MENTION} Lambda for the bot`)
    await botMessages(discord, CHANNEL_ID, 2)
    expect(requests.map(({ question }) => question)).toEqual(['Lambda for the bot'])
  })
})

describe('a follow-up', () => {
  it('by reply carries the question and the answer, read back from the messages', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const [first] = await discord.interact(ask('Lambda 什麼時候發布的?')).sent()
    if (first === undefined) throw new Error('no answer')
    say(discord, '為什麼?', { replyTo: first })
    await botMessages(discord, CHANNEL_ID, 2)
    const answered = [
      { role: 'user', content: 'Lambda 什麼時候發布的?' },
      { role: 'assistant', content: LAMBDA_SENTENCE },
    ]
    expect(requests[1]).toEqual({ question: '為什麼?', history: answered })

    const second = discord.messagesIn(CHANNEL_ID).at(-1)
    if (second === undefined) throw new Error('no answer')
    say(discord, '那 Docker 呢?', { replyTo: second })
    await botMessages(discord, CHANNEL_ID, 3)
    expect(requests[2]).toEqual({
      question: '那 Docker 呢?',
      history: [
        ...answered,
        { role: 'user', content: '為什麼?' },
        { role: 'assistant', content: '文章沒有提到。' },
      ],
    })
  })

  it('knows the first question after as many replies as there are turns that matter', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    say(discord, `${MENTION} Lambda?`)
    for (let round = 1; round <= 6; round += 1) {
      const last = (await botMessages(discord, CHANNEL_ID, round)).at(-1)
      say(discord, 'container ship?', { replyTo: last as APIMessage })
    }
    await botMessages(discord, CHANNEL_ID, 7)
    expect(requests.at(-1)?.history).toHaveLength(12)
    expect(requests.at(-1)?.history?.[0]).toEqual({ role: 'user', content: 'Lambda?' })
  })

  it('in a thread that the bot opened needs no mention', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    const { thread } = await threadAfter(discord, 'Lambda 什麼時候發布的?')
    say(discord, '還有呢?', { channel: thread })
    await botMessages(discord, thread, 2)
    say(discord, 'container ship?', { channel: thread, by: user('bob') })
    await botMessages(discord, thread, 3)
    expect(requests.at(-1)?.history).toEqual([
      { role: 'user', content: 'Lambda 什麼時候發布的?' },
      { role: 'assistant', content: LAMBDA_SENTENCE },
      { role: 'user', content: '還有呢?' },
      { role: 'assistant', content: '文章沒有提到。' },
    ])
    expect(discord.channels.get(thread)).toMatchObject({ name: 'Lambda 什麼時候發布的?', owner_id: BOT.id })
    expect(discord.violations).toEqual([])
  })

  it('in a thread that grew from the answer to a mention knows that question, too', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord, feedback } = await startBot({ snapshot })
    say(discord, `${MENTION} Lambda 什麼時候發布的?`)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    if (answer === undefined) throw new Error('no answer')
    await discord.interact(press(answer, 'thread')).sent()
    expect(discord.channels.get(answer.id)).toMatchObject({ name: 'Lambda 什麼時候發布的?' })
    say(discord, `${MENTION} 為什麼?`, { channel: answer.id })
    await botMessages(discord, answer.id, 2)
    expect(requests.at(-1)?.history).toEqual([
      { role: 'user', content: 'Lambda 什麼時候發布的?' },
      { role: 'assistant', content: LAMBDA_SENTENCE },
    ])
    await discord.interact(press(answer, 'feedback:up')).sent()
    expect(feedback[0]).toMatchObject({ question: 'Lambda 什麼時候發布的?', answer: LAMBDA_SENTENCE })
  })

  it('by /ask in such a thread has the thread as history, too', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const { thread } = await threadAfter(discord, 'Lambda?')
    await discord.interact(ask('and?', { channel: thread })).sent()
    expect(requests.at(-1)?.history).toHaveLength(2)
  })

  it('in a direct channel needs nothing at all', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    say(discord, 'Lambda?', { channel: DIRECT_CHANNEL_ID })
    await botMessages(discord, DIRECT_CHANNEL_ID, 1)
    say(discord, 'why?', { channel: DIRECT_CHANNEL_ID })
    await botMessages(discord, DIRECT_CHANNEL_ID, 2)
    expect(requests[1]?.history).toEqual([
      { role: 'user', content: 'Lambda?' },
      { role: 'assistant', content: LAMBDA_SENTENCE },
    ])
  })

  it('in a direct channel without a word is asked for one', async () => {
    const { discord } = await startBot()
    say(discord, '', { channel: DIRECT_CHANNEL_ID })
    const [notice] = await botMessages(discord, DIRECT_CHANNEL_ID, 1)
    expect(notice?.content).toMatch(/^-# What would you like to know\?/)
  })

  it('whose text Discord withholds is told once what is missing', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const { thread } = await threadAfter(discord, 'Lambda?')
    expect((await botMessages(discord, thread, 1))[0]?.content).toContain('Mention me or use /ask')
    say(discord, 'no mention here', { channel: thread })
    await botMessages(discord, thread, 2)
    say(discord, 'nor here', { channel: thread })
    say(discord, `${MENTION} container ship?`, { channel: thread })
    const all = await botMessages(discord, thread, 3)
    expect(all[1]?.content).toContain('Message Content intent')
    expect(all[2] && shownText(all[2])).toContain('A container ship carries containers.')
    expect(requests).toHaveLength(2)
  })
})

describe('continuing in a thread', () => {
  it('leads to the thread that is there already', async () => {
    const { discord } = await startBot()
    const { answer, thread } = await threadAfter(discord, 'Lambda?')
    const [notice] = await discord.interact(press(answer, 'thread')).sent()
    expect(notice?.content).toBe(`-# This answer already has a thread: <#${thread}>`)
  })

  it('names the permission that is missing', async () => {
    const { discord } = await startBot({}, (each) => {
      each.permissions = ALL_PERMISSIONS & ~CREATE_THREADS & ~SEND_IN_THREADS
    })
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    if (answer === undefined) throw new Error('no answer')
    const [notice] = await discord.interact(press(answer, 'thread', { locale: 'zh-TW' })).sent()
    expect(notice?.content).toContain('請管理員給我:建立公開討論串、在討論串中傳送訊息。')
  })
})

describe('missing permissions', () => {
  it('are told in the log alone where the bot may not write, and to nobody in private', async () => {
    const { discord, logged } = await startBot({}, (each) => {
      each.permissions = ALL_PERMISSIONS & ~SEND_MESSAGES
    })
    say(discord, `${MENTION} Lambda?`)
    const line = await discord.until(() => logged.find(({ message }) => message.includes('Permissions are')))
    expect(line.fields.lacking).toEqual(['SendMessages'])
    expect(discord.calls.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('are named in the channel where it may', async () => {
    const { discord } = await startBot({}, (each) => {
      each.permissions = ALL_PERMISSIONS & ~EMBED_LINKS
    })
    say(discord, `${MENTION} Lambda?`)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toContain('Embed Links')
  })
})

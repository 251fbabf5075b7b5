import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import type { Answer, ConversationAct } from '../../../src/domain/answer.ts'
import { fakeAsk, fakeSnapshot } from '../../support/fake-snapshot.ts'
import { ask, messageCommand } from '../../support/loopback-discord/interaction.ts'
import type { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import {
  ALL_PERMISSIONS,
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, post, say } from '../../support/loopback-discord/people.ts'
import { startBot } from '../start-bot.ts'

const BOB = user('bob')
const ADD_REACTIONS = 1n << 6n
const MANAGE_MESSAGES = 1n << 13n

/** Words that are no question, as the corpus's own answerer knows them. */
const ACTS: Readonly<Record<string, ConversationAct>> = {
  hi: 'greeting',
  'thanks!': 'thanks',
  lol: 'laughter',
  stop: 'stop',
  '🎉': 'reaction',
  '?': 'reaction',
  'please help': 'help',
}

const snapshot = fakeSnapshot({
  async ask(request) {
    const act = ACTS[request.question]
    const answer = await fakeAsk(request)
    if (act === undefined) return answer
    const suggestions = act === 'thanks' ? [] : ['What is Lambda?']
    return { ...answer, kind: 'conversation', act, answer: `(${act})`, citations: [], suggestions } as Answer
  },
})

const granted = (discord: LoopbackDiscord) => {
  discord.gateway.messageContentGranted = true
}

async function answered(discord: LoopbackDiscord): Promise<APIMessage> {
  say(discord, `${MENTION} Lambda?`)
  const [answer] = await botMessages(discord, CHANNEL_ID, 1)
  return answer as APIMessage
}

describe('what is no question', () => {
  it('costs a small line when it is a greeting', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    say(discord, `${MENTION} hi`)
    const [reply] = await botMessages(discord, CHANNEL_ID, 1)
    expect(reply?.content).toBe('-# (greeting) What is Lambda?')
    expect([reply?.embeds, reply?.components]).toEqual([[], []])
  })

  it('costs a reaction when it is thanks or laughter', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    const answer = await answered(discord)
    const thanks = say(discord, 'thanks!', { replyTo: answer })
    const laughter = say(discord, `${MENTION} lol`, { by: BOB })
    await discord.until(() => discord.reactions.length === 2)
    expect([...discord.reactions].sort((a, b) => Number(BigInt(a.message) - BigInt(b.message)))).toEqual([
      { message: thanks.id, emoji: '👍' },
      { message: laughter.id, emoji: '😄' },
    ])
    expect(await botMessages(discord, CHANNEL_ID, 1)).toHaveLength(1)
  })

  it('is answered in kind when it is an emoji, and in words when it is punctuation', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    const cheer = say(discord, `${MENTION} 🎉`)
    await discord.until(() => discord.reactions.some(({ message }) => message === cheer.id))
    say(discord, `${MENTION} ?`)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toMatch(/^-# \(reaction\)/)
  })

  it('costs nothing where the bot may not react', async () => {
    const { discord, logged } = await startBot({ snapshot: () => snapshot }, (each) => {
      each.permissions = ALL_PERMISSIONS & ~ADD_REACTIONS
    })
    const answer = await answered(discord)
    say(discord, 'thanks!', { replyTo: answer })
    await discord.until(() => logged.find(({ message }) => message === 'Could not react to a message'))
    expect(await botMessages(discord, CHANNEL_ID, 1)).toHaveLength(1)
    expect(logged.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
  })

  it('is a line to a command, which has to say something', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    expect((await discord.interact(ask('thanks!')).sent())[0]?.content).toBe('-# (thanks)')
  })

  it('asks what the post asks when it is a plea in somebody’s post', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot }, granted)
    const opened = post(discord, 'Lambda', 'When was it released?')
    say(discord, `${MENTION} please help`, { channel: opened.channel_id, by: BOB })
    const [reply] = await botMessages(discord, opened.channel_id, 1)
    expect(reply?.embeds).toHaveLength(1)
  })
})

describe('"stop"', () => {
  it('takes the answer away from the one whom it answers', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    const answer = await answered(discord)
    say(discord, 'stop', { replyTo: answer })
    await discord.until(() => discord.findMessage(CHANNEL_ID, answer.id) === undefined)
    expect(discord.violations).toEqual([])
  })

  it('in a direct channel means the last answer', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    say(discord, 'Lambda?', { channel: DIRECT_CHANNEL_ID })
    const [answer] = await botMessages(discord, DIRECT_CHANNEL_ID, 1)
    say(discord, 'stop', { channel: DIRECT_CHANNEL_ID })
    await discord.until(() => discord.findMessage(DIRECT_CHANNEL_ID, answer?.id ?? '') === undefined)
  })

  it('by anybody else leaves it', async () => {
    const { discord } = await startBot({ snapshot: () => snapshot })
    const answer = await answered(discord)
    say(discord, 'stop', { replyTo: answer, by: BOB })
    say(discord, `${MENTION} Lambda?`, { by: BOB })
    await botMessages(discord, CHANNEL_ID, 2)
    expect(discord.findMessage(CHANNEL_ID, answer.id)).toBeDefined()
  })
})

const remove = (answer: APIMessage, more = {}) => messageCommand(answer, more, 'Delete this answer')

describe('"Delete this answer"', () => {
  it('does so for the one who asked and for moderators', async () => {
    const { discord } = await startBot()
    const [own] = await discord.interact(ask('Lambda?')).sent()
    const [other] = await discord.interact(ask('Lambda?')).sent()
    const replied = await answered(discord)
    for (const [answer, more] of [
      [own, {}],
      [other, { by: BOB, permissions: MANAGE_MESSAGES }],
      [replied, {}],
    ] as const) {
      const [notice] = await discord.interact(remove(answer as APIMessage, more)).sent()
      expect(notice?.content).toBe('-# Deleted.')
      expect(discord.findMessage(CHANNEL_ID, answer?.id ?? '')).toBeUndefined()
    }
  })

  it('does not for others, nor with messages of others', async () => {
    const { discord } = await startBot()
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    const [refused] = await discord.interact(remove(answer as APIMessage, { by: BOB })).sent()
    expect(refused?.content).toContain('Only the person who asked')
    const bobs = say(discord, 'hello', { by: BOB })
    const [notice] = await discord.interact(remove(bobs, { by: BOB })).sent()
    expect(notice?.content).toBe('-# That is not one of my answers.')
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(2)
  })
})

describe('"Delete this answer" where somebody has brought the bot along', () => {
  it('says that the bot cannot, and asks nothing of Discord', async () => {
    const { discord, logged } = await startBot()
    const [answer] = await discord.interact(ask('Lambda?', { userInstall: true })).sent()
    for (const where of [{ userInstall: true }, { group: true }]) {
      const [notice] = await discord.interact(remove(answer as APIMessage, where)).sent()
      expect(notice?.content).toBe('-# I cannot delete messages here; a moderator can.')
    }
    expect(discord.calls.filter(({ method }) => method === 'DELETE')).toEqual([])
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('the menu on an answer of the bot’s', () => {
  it('asks its question again', async () => {
    const { discord } = await startBot()
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    const [again] = await discord.interact(messageCommand(answer as APIMessage)).sent()
    expect(again?.content).toBe('> Lambda?')
  })

  it('asks it, too, where the answer only replies to it', async () => {
    const { discord } = await startBot()
    const [again] = await discord.interact(messageCommand(await answered(discord))).sent()
    expect(again?.content).toBe('> Lambda?')
    expect(discord.violations).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { createBotLimits } from '../../../src/discord/bot-limits.ts'
import { createRateLimit } from '../../../src/discord/rate-limit.ts'
import { ask, press } from '../../support/loopback-discord/interaction.ts'
import {
  ALICE,
  ALL_PERMISSIONS,
  CHANNEL_ID,
  OTHER_CHANNEL_ID,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, say } from '../../support/loopback-discord/people.ts'
import { recordingSnapshot, startBot } from '../start-bot.ts'

const SEND_MESSAGES = 1n << 11n

describe('one person who mentions the bot sixty times', () => {
  it('gets ten answers and one word about it, and then silence', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot, limits: createBotLimits() })
    for (let index = 0; index < 60; index += 1) say(discord, `${MENTION} Lambda ${index}?`)
    say(discord, `${MENTION} Lambda from somebody else?`, { by: user('bob'), channel: OTHER_CHANNEL_ID })
    await botMessages(discord, OTHER_CHANNEL_ID, 1)
    const all = await botMessages(discord, CHANNEL_ID, 11)
    expect(all).toHaveLength(11)
    expect(all.filter(({ content }) => content.includes('a lot of questions'))).toHaveLength(1)
    expect(requests).toHaveLength(11)
  })

  it('where the bot may not write gets no direct message, and the log one line', async () => {
    const { discord, gateway, logged } = await startBot({ limits: createBotLimits() }, (each) => {
      each.permissions = ALL_PERMISSIONS & ~SEND_MESSAGES
    })
    for (let index = 0; index < 60; index += 1) say(discord, `${MENTION} Lambda ${index}?`)
    await discord.until(() => logged.length > 0 && logged.find(({ level }) => level === 'warn'))
    // Everything that was sent before is through when this is.
    await discord.interact(ask('container ship?', { by: user('bob') })).sent()
    await gateway.close(5000)
    expect(
      discord.calls.filter(({ method, path }) => method === 'POST' && !path.includes('/callback')),
    ).toEqual([])
    expect(logged.filter(({ message }) => message.includes('Permissions are missing'))).toHaveLength(1)
  })
})

describe('one person who presses a button two hundred times', () => {
  it('has said so once', async () => {
    const { discord, feedback } = await startBot({ limits: createBotLimits() })
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    if (answer === undefined) throw new Error('no answer')
    const pressed = Array.from({ length: 200 }, () => discord.interact(press(answer, '1:up:0f4b')))
    await Promise.all(pressed.map((each) => each.sent()))
    expect(feedback).toHaveLength(1)
    expect(pressed.at(-1)?.replies[0]?.content).toMatch(/^-# One at a time/)
  })
})

describe('threads', () => {
  it('are not opened for those who may not open them', async () => {
    const { discord } = await startBot()
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    if (answer === undefined) throw new Error('no answer')
    const [notice] = await discord.interact(press(answer, '1:thread', { permissions: 0n })).sent()
    expect(notice?.content).toBe('-# You need the Create Public Threads permission for that.')
    expect(discord.channels.has(answer.id)).toBe(false)
  })

  it('are opened once a minute for one person, who is taken along', async () => {
    const { discord } = await startBot({ limits: createBotLimits() })
    const answers = [
      ...(await discord.interact(ask('Lambda?')).sent()),
      ...(await discord.interact(ask('Lambda?')).sent()),
    ]
    const notices: string[] = []
    for (const answer of answers) {
      const [notice] = await discord.interact(press(answer, '1:thread')).sent()
      notices.push(notice?.content ?? '')
    }
    expect(notices[1]).toMatch(/^-# You have just opened a thread/)
    expect(discord.threadMembers).toEqual([{ thread: answers[0]?.id, user: ALICE.id }])
    const [welcome] = await botMessages(discord, answers[0]?.id ?? '', 1)
    expect(welcome?.content).toMatch(/\n-# Lambda\?$/)
  })
})

describe('a question that the server’s limit refuses', () => {
  it('costs the person none of their own', async () => {
    const limits = {
      user: createRateLimit({ turns: 1, perMilliseconds: 60_000 }, () => 0),
      server: createRateLimit({ turns: 1, perMilliseconds: 60_000 }, () => 0),
    }
    const { discord } = await startBot({ limits })
    await discord.interact(ask('Lambda?', { by: user('bob') })).sent()
    await discord.interact(ask('Lambda?')).sent()
    expect(limits.user.wait(ALICE.id)).toBe(0)
  })
})

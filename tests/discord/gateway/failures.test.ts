import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { ask, press } from '../../support/loopback-discord/interaction.ts'
import { CHANNEL_ID } from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, say } from '../../support/loopback-discord/people.ts'
import { shownText } from '../shown-text.ts'
import { startBot } from '../start-bot.ts'

const MESSAGES = /^\/channels\/\d+\/messages$/

describe('a mention whose answer cannot be sent', () => {
  it('gets a word about it when Discord refuses the answer', async () => {
    const { discord, logged } = await startBot()
    const body = { code: 50_035, message: 'Invalid Form Body' }
    discord.faults.push({ method: 'POST', path: MESSAGES, status: 400, body, times: 1 })
    say(discord, `${MENTION} Lambda?`)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toMatch(
      /^-# (Something went wrong|我這邊)/,
    )
    expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  it('gets one when Discord fails again and again', async () => {
    const { discord } = await startBot()
    discord.faults.push({ method: 'POST', path: MESSAGES, status: 503, times: 4 })
    say(discord, `${MENTION} Lambda?`)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toMatch(/^-# Something went wrong/)
  })

  it('is let go in a thread that has been locked, as nothing can be done', async () => {
    const { discord, logged } = await startBot()
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    await discord.interact(press(answer as APIMessage, '1:thread')).sent()
    const thread = discord.channels.get(answer?.id ?? '')
    Object.assign(thread ?? {}, { thread_metadata: { locked: true, archived: true } })
    say(discord, `${MENTION} Lambda?`, { channel: answer?.id ?? '' })
    const line = await discord.until(() => logged.find(({ message }) => message.includes('has been closed')))
    expect(line.level).toBe('info')
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('typing', () => {
  it('is shown when an answer takes a while, and never after it', async () => {
    const snapshot = fakeSnapshot({
      async ask(request) {
        if (request.question.includes('slow')) await discord.until(() => discord.typing.length > 0)
        return fakeAsk(request)
      },
    })
    const { discord } = await startBot({ snapshot: () => snapshot })
    say(discord, `${MENTION} Lambda?`)
    await botMessages(discord, CHANNEL_ID, 1)
    expect(discord.typing).toEqual([])
    say(discord, `${MENTION} Lambda, slow?`)
    const [, answer] = await botMessages(discord, CHANNEL_ID, 2)
    expect(shownText(answer as APIMessage)).toContain(LAMBDA_SENTENCE)
    expect(discord.typing).toEqual([CHANNEL_ID])
    expect(discord.violations).toEqual([])
  })
})

describe('a service without an address that Discord links to', () => {
  it('answers all the same', async () => {
    const { discord } = await startBot({ publicUrl: 'http://localhost:8787' })
    say(discord, `${MENTION} Lambda?`)
    const [mentioned] = await botMessages(discord, CHANNEL_ID, 1)
    const [asked] = await discord.interact(ask('Lambda?')).sent()
    for (const answer of [mentioned, asked]) {
      expect(shownText(answer as APIMessage)).toContain(LAMBDA_SENTENCE)
    }
    expect(discord.violations).toEqual([])
  })
})

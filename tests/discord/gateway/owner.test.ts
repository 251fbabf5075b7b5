import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { ask, press } from '../../support/loopback-discord/interaction.ts'
import type { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import {
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  FORUM_ID,
  MODERATOR_ROLE_ID,
  OTHER_CHANNEL_ID,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, post, say } from '../../support/loopback-discord/people.ts'
import { boldWords, shownText } from '../shown-text.ts'
import { recordingSnapshot, startBot } from '../start-bot.ts'

const BOB = user('bob')
const MODERATOR = user('mod')

const granted = (discord: LoopbackDiscord) => {
  discord.gateway.messageContentGranted = true
}

describe('the channels that the owner names', () => {
  it('are the only ones where mentions are answered, their threads included', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot, settings: { channels: [CHANNEL_ID] } })
    say(discord, `${MENTION} Lambda elsewhere?`, { channel: OTHER_CHANNEL_ID })
    say(discord, `${MENTION} Lambda?`)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    await discord.interact(press(answer as APIMessage, '1:thread')).sent()
    say(discord, `${MENTION} Lambda in a thread?`, { channel: answer?.id ?? '' })
    await botMessages(discord, answer?.id ?? '', 2)
    expect(requests.map(({ question }) => question)).toEqual(['Lambda?', 'Lambda in a thread?'])
  })

  it('are named to those who use a command elsewhere', async () => {
    const { discord } = await startBot({ settings: { channels: [CHANNEL_ID] } })
    const elsewhere = discord.interact(ask('Lambda?', { channel: OTHER_CHANNEL_ID }))
    expect((await elsewhere.sent())[0]?.content).toBe(`-# I answer questions here instead: <#${CHANNEL_ID}>`)
    expect(elsewhere.ephemeral).toBe(true)
    for (const more of [
      {},
      { direct: true, channel: DIRECT_CHANNEL_ID },
      { userInstall: true, channel: OTHER_CHANNEL_ID },
    ]) {
      const [reply] = await discord.interact(ask('Lambda?', more)).sent()
      expect(shownText(reply as APIMessage)).toContain(LAMBDA_SENTENCE)
    }
  })
})

describe('the roles that the owner names', () => {
  it('are the only ones who are answered', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot, settings: { roles: [MODERATOR_ROLE_ID] } })
    say(discord, `${MENTION} Lambda from anybody?`, { by: BOB })
    say(discord, 'Lambda in private?', { by: BOB, channel: DIRECT_CHANNEL_ID })
    say(discord, `${MENTION} Lambda?`, { by: MODERATOR, roles: [MODERATOR_ROLE_ID] })
    await botMessages(discord, CHANNEL_ID, 1)
    const refused = discord.interact(ask('Lambda?', { by: BOB }))
    expect((await refused.sent())[0]?.content).toContain('only lets me answer certain roles')
    const [reply] = await discord
      .interact(ask('Lambda?', { by: MODERATOR, roles: [MODERATOR_ROLE_ID] }))
      .sent()
    expect(shownText(reply as APIMessage)).toContain(LAMBDA_SENTENCE)
    expect(requests).toHaveLength(2)
  })
})

describe('a forum', () => {
  it('whose posts are answered by themselves is answered once a post, from its title and first message', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot, settings: { forums: 'auto' } }, granted)
    const first = post(discord, 'About Lambda', 'When was it released?')
    const [answer] = await botMessages(discord, first.channel_id, 1)
    expect(requests[0]?.question).toBe('About Lambda\nWhen was it released?')
    expect(answer && boldWords(answer)).toEqual([LAMBDA_SENTENCE])
    say(discord, 'Lambda, anyone?', { channel: first.channel_id, by: BOB })
    say(discord, `${MENTION} Lambda?`)
    await botMessages(discord, CHANNEL_ID, 1)
    expect(discord.messagesIn(first.channel_id)).toHaveLength(3)
  })

  it('is not told that the article does not say, as nobody asked', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot, settings: { forums: [FORUM_ID] } }, granted)
    const opened = post(discord, 'Hello', 'I am new here')
    say(discord, `${MENTION} Lambda?`)
    await botMessages(discord, CHANNEL_ID, 1)
    expect(requests).toHaveLength(2)
    expect(discord.messagesIn(opened.channel_id)).toHaveLength(1)
  })

  it('is left alone unless the owner says otherwise', async () => {
    for (const forums of [undefined, [OTHER_CHANNEL_ID]]) {
      const { requests, snapshot } = recordingSnapshot()
      const { discord } = await startBot({ snapshot, settings: { forums } }, granted)
      post(discord, 'About Lambda', 'When was it released?')
      say(discord, `${MENTION} container ship?`)
      await botMessages(discord, CHANNEL_ID, 1)
      expect(requests).toHaveLength(1)
    }
  })

  it('is read from its beginning when the bot is called into a post', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    const opened = post(discord, 'About Lambda', 'When was it released?')
    say(discord, MENTION, { channel: opened.channel_id, by: BOB })
    await botMessages(discord, opened.channel_id, 1)
    expect(requests.at(-1)).toEqual({ question: 'About Lambda\nWhen was it released?', history: [] })

    say(discord, `${MENTION} and container ships?`, { channel: opened.channel_id, by: BOB })
    await botMessages(discord, opened.channel_id, 2)
    const about = { role: 'user', content: 'About Lambda\nWhen was it released?' }
    expect(requests.at(-1)).toEqual({ question: 'and container ships?', history: [about] })

    await discord.interact(ask('and when?', { channel: opened.channel_id })).sent()
    expect(requests.at(-1)).toEqual({ question: 'and when?', history: [about] })
  })

  it('is left to a moderator who has spoken there, but for those who call the bot', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const settings = { forums: 'auto', moderatorRole: MODERATOR_ROLE_ID } as const
    const { discord, gateway } = await startBot({ snapshot, settings }, granted)
    const opened = post(discord, 'About Lambda', 'When was it released?')
    const [answer] = await botMessages(discord, opened.channel_id, 1)
    const inPost = { channel: opened.channel_id }
    say(discord, 'Lambda again?', { ...inPost, replyTo: answer as APIMessage })
    await botMessages(discord, opened.channel_id, 2)
    say(discord, 'let me look', { ...inPost, by: MODERATOR, roles: [MODERATOR_ROLE_ID] })
    say(discord, 'Lambda once more?', { ...inPost, replyTo: answer as APIMessage })
    say(discord, `${MENTION} Lambda, at last?`, inPost)
    await botMessages(discord, opened.channel_id, 3)
    // As after a restart, the roles are looked up.
    gateway.bot.context.memory.staffed.clear()
    say(discord, 'Lambda for ever?', { ...inPost, replyTo: answer as APIMessage })
    say(discord, `${MENTION} container ship?`)
    await botMessages(discord, CHANNEL_ID, 1)
    expect(requests.map(({ question }) => question)).toEqual([
      'About Lambda\nWhen was it released?',
      'Lambda again?',
      'Lambda, at last?',
      'container ship?',
    ])
  })
})

describe('a question that the article does not answer', () => {
  it('is passed on to the moderators once, by name of their role', async () => {
    const { discord } = await startBot({ settings: { moderatorRole: MODERATOR_ROLE_ID } })
    const [answer] = await discord.interact(ask('weather *today*?')).sent()
    const button = '1:moderators'
    expect(JSON.stringify(answer?.components)).toContain(button)
    const pressed = discord.interact(press(answer as APIMessage, button, { by: BOB }))
    const [told] = await pressed.sent()
    expect(told?.content).toBe(
      `-# <@&${MODERATOR_ROLE_ID}> <@${BOB.id}> has a question that the article does not answer:\n-# weather \\*today\\*?`,
    )
    expect(discord.findMessage(CHANNEL_ID, answer?.id ?? '')?.components).toEqual([])
    const again = discord.interact(press(answer as APIMessage, button))
    expect((await again.sent())[0]?.content).toBe('-# The moderators have already been asked.')
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(2)
    expect(discord.violations).toEqual([])
  })

  it('is not, where the owner has named no moderators', async () => {
    const { discord } = await startBot()
    const [answer] = await discord.interact(ask('weather?')).sent()
    expect(answer?.components).toBeUndefined()
  })
})

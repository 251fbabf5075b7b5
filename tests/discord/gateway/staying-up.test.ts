import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it, vi } from 'vitest'
import { createRateLimit } from '../../../src/discord/rate-limit.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { ask, press, slash, submit } from '../../support/loopback-discord/interaction.ts'
import {
  ALICE,
  ALL_PERMISSIONS,
  BOT,
  CHANNEL_ID,
  GUILD_ID,
  message,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, say } from '../../support/loopback-discord/people.ts'
import { shownText } from '../shown-text.ts'
import { recordingSnapshot, startBot } from '../start-bot.ts'

const SEND_MESSAGES = 1n << 11n
const CALLBACK = /\/callback$/
const ORIGINAL = /\/messages\/@original$/

/** A snapshot whose answers wait until they are let go. */
function heldSnapshot() {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const snapshot = fakeSnapshot({
    async ask(request) {
      await held
      return fakeAsk(request)
    },
  })
  return { snapshot: () => snapshot, letGo: () => letGo() }
}

describe('a hundred questions at once', () => {
  it('are all acknowledged within three seconds and answered, though each takes the processor for a while', async () => {
    const snapshot = fakeSnapshot({
      async ask(request) {
        const until = performance.now() + 10
        while (performance.now() < until);
        return fakeAsk(request)
      },
    })
    const { discord } = await startBot({ snapshot: () => snapshot })
    const interactions = Array.from({ length: 100 }, (_, index) =>
      discord.interact(ask(`Lambda ${index}?`, { by: user(`user${index}`) })),
    )
    const replies = await Promise.all(interactions.map((interaction) => interaction.sent()))
    // A late acknowledgement is refused, and its answer would have gone to the channel instead.
    expect(interactions.map(({ acknowledgement }) => acknowledgement)).toEqual(Array(100).fill('deferred'))
    for (const [index, [reply]] of replies.entries()) {
      expect(reply?.content).toBe(`> Lambda ${index}?`)
      expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
    }
    expect(discord.calls.filter(({ status }) => status >= 400)).toEqual([])
    expect(discord.violations).toEqual([])
  })
})

describe('the connection', () => {
  it('drops in the middle and no question is lost', async () => {
    const { snapshot, letGo } = heldSnapshot()
    const { discord } = await startBot({ snapshot })
    const before = Array.from({ length: 10 }, (_, index) => discord.interact(ask(`Lambda before ${index}?`)))
    await discord.until(() => before.every(({ acknowledgement }) => acknowledgement === 'deferred'))
    discord.gateway.drop()
    const during = Array.from({ length: 10 }, (_, index) => discord.interact(ask(`Lambda during ${index}?`)))
    letGo()
    await discord.until(() => discord.gateway.resumes === 1)
    const after = Array.from({ length: 10 }, (_, index) => discord.interact(ask(`Lambda after ${index}?`)))
    for (const interaction of [...before, ...during, ...after]) {
      const replies = await interaction.sent()
      expect(replies).toHaveLength(1)
    }
    expect(discord.gateway.identifies).toBe(1)
    expect(discord.violations).toEqual([])
  })

  it('resumes when Discord asks for it', async () => {
    const { discord } = await startBot()
    discord.gateway.requestReconnect()
    await discord.until(() => discord.gateway.resumes === 1)
    await discord.interact(ask('Lambda?')).sent()
  })

  it('begins a new session when the old one is invalid', async () => {
    const { discord } = await startBot()
    discord.gateway.invalidateSession()
    await discord.until(() => discord.gateway.identifies === 2)
    await discord.interact(ask('Lambda?')).sent()
  })

  it.each([
    [4004, 'DISCORD_TOKEN is no longer valid; copy the new one'],
    [4014, 'the Message Content intent was switched off; start again without it'],
    [4012, '4012 InvalidAPIVersion'],
  ])('is given up when Discord ends it for good with %i', async (code, reason) => {
    const { discord, gateway, fatal } = await startBot()
    expect(gateway.state()).toBe('connected')
    discord.gateway.close(code)
    const error = await discord.until(() => fatal[0])
    expect(gateway.state()).toBe('closed')
    expect(error.message).toBe(`Discord closed the connection for good: ${reason}`)
  })
})

describe('Discord’s REST API', () => {
  it('is waited for when it limits the rate', async () => {
    const { discord } = await startBot()
    const body = { message: 'You are being rate limited.', retry_after: 0.1, global: false }
    const headers = { 'Retry-After': '0.1', 'X-RateLimit-Scope': 'user' }
    discord.faults.push({ method: 'PATCH', path: ORIGINAL, status: 429, body, headers, times: 2 })
    const [reply] = await discord.interact(ask('Lambda?')).sent()
    expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
  })

  it('is asked again when it fails', async () => {
    const { discord } = await startBot()
    discord.faults.push({ method: 'POST', path: CALLBACK, status: 502, times: 1 })
    discord.faults.push({ method: 'PATCH', path: ORIGINAL, status: 500, times: 2 })
    const [reply] = await discord.interact(ask('Lambda?')).sent()
    expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
  })

  it('may have taken an acknowledgement that it failed to confirm', async () => {
    const { discord } = await startBot()
    discord.faults.push({ method: 'POST', path: CALLBACK, status: 502, times: 1 })
    const interaction = discord.interact(ask('Lambda?'))
    interaction.acknowledgement = 'deferred'
    expect(shownText((await interaction.sent())[0] as APIMessage)).toContain(LAMBDA_SENTENCE)
  })
})

describe('two processes with one token', () => {
  it('leave an interaction to the one that acknowledged it', async () => {
    const { discord, logged } = await startBot()
    const interaction = discord.interact(ask('Lambda?'))
    interaction.acknowledgement = 'deferred'
    await discord.until(() => logged.find(({ message }) => message.includes('Another process')))
    expect(interaction.replies).toEqual([])
  })

  it('answer a mention once', async () => {
    const { discord, gateway } = await startBot()
    const question = say(discord, `${MENTION} Lambda?`)
    const { answers } = gateway.bot.context.memory
    await vi.waitFor(() => expect(answers.get(question.id)?.messages).toHaveLength(1))
    // What the other process does with the same message, which it knows nothing of.
    answers.clear()
    discord.gateway.dispatch('MESSAGE_CREATE', { ...question, guild_id: GUILD_ID })
    await discord.until(() => discord.calls.filter(({ path }) => path.endsWith('/messages')).length === 2)
    expect(await botMessages(discord, CHANNEL_ID, 1)).toHaveLength(1)
  })
})

describe('an answer that Discord refuses', () => {
  it('is told to the one who waits, and in the log without anyone’s words or tokens', async () => {
    const { discord, logged } = await startBot()
    const body = { code: 50_035, message: 'Invalid Form Body' }
    discord.faults.push({ method: 'PATCH', path: ORIGINAL, status: 400, body, times: 1 })
    const interaction = discord.interact(ask('Lambda, a secret question?'))
    expect((await interaction.sent())[0]?.content).toContain('Something went wrong on my side')
    const line = logged.find(({ level }) => level === 'error')
    expect(line?.fields.err).toMatchObject({ code: 50_035, status: 400 })
    const seen = JSON.stringify(line, (_key, value) =>
      value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
    )
    expect(seen).not.toContain('secret')
    expect(seen).not.toContain(interaction.token)
  })
})

describe('an interaction that has expired', () => {
  const longAgo = () => Date.now() - 16 * 60_000

  it('is answered in its channel', async () => {
    const { discord } = await startBot()
    discord.interact(ask('Lambda?', { at: longAgo() }))
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    expect(answer?.content).toBe('> Lambda?')
    expect(answer && shownText(answer)).toContain(LAMBDA_SENTENCE)
  })

  it('while it was being answered, too', async () => {
    const { snapshot, letGo } = heldSnapshot()
    const { discord } = await startBot({ snapshot })
    const interaction = discord.interact(ask('Lambda?'))
    await discord.until(() => interaction.acknowledgement === 'deferred')
    discord.faults.push({
      method: 'PATCH',
      path: ORIGINAL,
      status: 401,
      body: { code: 50_027, message: 'Invalid Webhook Token' },
      times: 10,
    })
    letGo()
    expect(shownText((await botMessages(discord, CHANNEL_ID, 1))[0] as APIMessage)).toContain(LAMBDA_SENTENCE)
  })

  it('is never answered in the open when it was private', async () => {
    const { discord, logged } = await startBot()
    discord.interact(ask('Lambda?', { at: longAgo() }, true))
    const line = await discord.until(() => logged.find(({ message }) => message.includes('one person alone')))
    expect(line.level).toBe('warn')
    expect(discord.messagesIn(CHANNEL_ID)).toEqual([])
  })

  it('is told in the log where the bot may not write', async () => {
    const { discord, logged } = await startBot({}, (each) => {
      each.permissions = ALL_PERMISSIONS & ~SEND_MESSAGES
    })
    discord.interact(ask('Lambda?', { at: longAgo() }))
    await discord.until(() =>
      logged.find(({ message }) => message.includes('the bot may not write to its channel')),
    )
  })
})

describe('what has been deleted', () => {
  it('is not answered elsewhere', async () => {
    const { snapshot, letGo } = heldSnapshot()
    const { discord, logged } = await startBot({ snapshot })
    const interaction = discord.interact(ask('Lambda?'))
    await discord.until(() => interaction.acknowledgement === 'deferred')
    interaction.originalDeleted = true
    letGo()
    await discord.until(() => logged.find(({ message }) => message.includes('has been deleted')))
    expect(discord.messagesIn(CHANNEL_ID)).toEqual([])
  })

  it('may be the thread of a question', async () => {
    const { snapshot, letGo } = heldSnapshot()
    const { discord, logged } = await startBot({ snapshot })
    letGo()
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    if (answer === undefined) throw new Error('no answer')
    await discord.interact(press(answer, 'thread')).sent()
    discord.faults.push({
      method: 'POST',
      path: new RegExp(`/channels/${answer.id}/messages$`),
      status: 404,
      body: { code: 10_003, message: 'Unknown Channel' },
      times: 1,
    })
    say(discord, `${MENTION} Lambda?`, { channel: answer.id })
    await discord.until(() =>
      logged.find(({ message }) => message.includes('channel of a question has been deleted')),
    )
  })
})

describe('too many questions', () => {
  it('of one person are answered with a friendly notice to that person', async () => {
    const limits = {
      user: createRateLimit({ turns: 1, perMilliseconds: 60_000 }, () => 0),
      server: createRateLimit({ turns: 100, perMilliseconds: 60_000 }, () => 0),
    }
    const { discord } = await startBot({ limits })
    await discord.interact(ask('Lambda?')).sent()
    const refused = discord.interact(ask('Lambda?', { locale: 'zh-TW' }))
    expect((await refused.sent())[0]?.content).toBe('-# 一下子問太多了,請在 60 秒後再問。')
    expect(refused.ephemeral).toBe(true)
    say(discord, `${MENTION} Lambda?`)
    await discord.until(() =>
      discord.messagesIn(CHANNEL_ID).find(({ content }) => content.includes('60 seconds')),
    )
    const other = discord.interact(ask('Lambda?', { by: user('bob') }))
    expect(shownText((await other.sent())[0] as APIMessage)).toContain(LAMBDA_SENTENCE)
  })

  it('of one server likewise', async () => {
    const limits = {
      user: createRateLimit({ turns: 100, perMilliseconds: 60_000 }, () => 0),
      server: createRateLimit({ turns: 1, perMilliseconds: 60_000 }, () => 0),
    }
    const { discord } = await startBot({ limits })
    await discord.interact(ask('Lambda?', { by: user('ann') })).sent()
    const refused = discord.interact(ask('Lambda?', { by: user('bob') }))
    expect((await refused.sent())[0]?.content).toContain('That is a lot of questions at once')
  })

  it('for the bot to keep up with are turned away rather than kept waiting', async () => {
    const { snapshot, letGo } = heldSnapshot()
    const { discord } = await startBot({ snapshot, workload: { capacity: 2, concurrency: 1 } })
    const taken = [discord.interact(ask('Lambda 1?')), discord.interact(ask('Lambda 2?'))]
    await discord.until(() => taken.every(({ acknowledgement }) => acknowledgement === 'deferred'))
    const refused = discord.interact(ask('Lambda 3?'))
    expect((await refused.sent())[0]?.content).toContain('Many people are asking right now')
    letGo()
    for (const interaction of taken) await interaction.sent()
  })
})

describe('leaving', () => {
  it('answers what is pending, turns away what comes, and then disconnects', async () => {
    const { snapshot, letGo } = heldSnapshot()
    const { discord, gateway, fatal } = await startBot({ snapshot })
    const pending = discord.interact(ask('Lambda?'))
    await discord.until(() => pending.acknowledgement === 'deferred')
    const closed = gateway.close(20_000)
    const late = discord.interact(ask('Lambda?'))
    expect((await late.sent())[0]?.content).toContain('I am being restarted')
    letGo()
    expect(await closed).toBe(true)
    expect(shownText(pending.replies[0] as APIMessage)).toContain(LAMBDA_SENTENCE)
    await discord.until(() => !discord.gateway.connected)
    expect(fatal).toEqual([])
  })
})

describe('leaving with a question that nothing answers', () => {
  it('ends when the time is up', async () => {
    const { snapshot } = heldSnapshot()
    const { discord, gateway } = await startBot({ snapshot })
    const pending = discord.interact(ask('Lambda?'))
    await discord.until(() => pending.acknowledgement === 'deferred')
    expect(await gateway.close(1)).toBe(false)
  })
})

describe('what an older version has left', () => {
  const below = message(CHANNEL_ID, BOT, { content: 'an old answer' })
  const userCommand = { id: '1', type: 2, name: 'Ask', target_id: ALICE.id }
  it.each([
    ['a command', slash('old-command', [])],
    ['a menu entry', { type: 2, data: { ...userCommand, resolved: { users: { [ALICE.id]: ALICE } } } }],
    ['a button', press(below, '9:new-fangled:1')],
    [
      'a select menu',
      { ...press(below, 'thread'), data: { custom_id: 'thread', component_type: 3, values: [] } },
    ],
    ['a form', submit(below, 'form', {})],
  ] as const)('%s is answered, and told in the log', async (_what, request) => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord, logged } = await startBot({ snapshot })
    const interaction = discord.interact(request)
    expect((await interaction.sent())[0]?.content).toBe(
      '-# This belongs to another version of me. Please use /ask.',
    )
    expect(interaction.ephemeral).toBe(true)
    expect(logged.find((line) => line.message.includes('register the commands again'))).toBeDefined()
    expect(requests).toEqual([])
  })
})

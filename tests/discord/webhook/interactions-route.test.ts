import { REST } from '@discordjs/rest'
import { beforeEach, describe, expect, it } from 'vitest'
import { createBot } from '../../../src/discord/create-bot.ts'
import {
  createInteractionsRoute,
  INTERACTIONS_PATH,
  type InteractionsRoute,
} from '../../../src/discord/webhook/interactions-route.ts'
import { ReplayGuard } from '../../../src/discord/webhook/replay-guard.ts'
import { silentLog } from '../../../src/log.ts'
import type { FeedbackRecord } from '../../../src/question-log/feedback.ts'
import { fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import type { LoopbackInteraction } from '../../support/loopback-discord/interaction.ts'
import { ask, press, submit, typing } from '../../support/loopback-discord/interaction.ts'
import { respond } from '../../support/loopback-discord/interaction-routes.ts'
import { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import { BOT, BOT_TOKEN, CHANNEL_ID } from '../../support/loopback-discord/payloads.ts'
import { shownText } from '../shown-text.ts'
import { createSigner, type Signer } from '../sign.ts'
import { unlimited } from '../start-bot.ts'

let discord: LoopbackDiscord
let signer: Signer
let route: InteractionsRoute
let now: number
let tasks: Promise<void>[]

beforeEach(async () => {
  discord = await LoopbackDiscord.start()
  signer = await createSigner()
  now = Date.now()
  tasks = []
  const { context } = createBot({
    snapshot: () => fakeSnapshot(),
    rest: new REST({ api: discord.apiUrl }).setToken(BOT_TOKEN),
    hasToken: true,
    botId: BOT.id,
    publicUrl: 'https://ask.example.org',
    feedback: { record: async () => {} },
    log: silentLog,
    limits: unlimited(),
  })
  route = createInteractionsRoute({
    publicKey: signer.publicKey,
    context: () => context,
    replayGuard: new ReplayGuard(() => now),
  })
  return () => discord.stop()
})

const send = (body: string, headers: Record<string, string>) =>
  route(new Request(`https://ask.example.org${INTERACTIONS_PATH}`, { method: 'POST', body, headers }), {
    waitUntil: (task) => void tasks.push(task),
  })

const signed = async (payload: unknown, at = now) => {
  const body = JSON.stringify(payload)
  return { body, headers: await signer.sign(body, Math.floor(at / 1000)) }
}

/** Hands an interaction over as Discord does, and its response back. */
async function exchange(interaction: LoopbackInteraction): Promise<unknown> {
  const { body, headers } = await signed(interaction.payload)
  const response = await send(body, headers)
  expect(response.status).toBe(200)
  const reply: unknown = await response.json()
  const [status] = respond(
    discord,
    { method: 'POST', path: INTERACTIONS_PATH, query: new URLSearchParams(), body: reply },
    interaction,
  )
  expect(status).toBe(204)
  return reply
}

describe('a signed request', () => {
  it('that pings is answered', async () => {
    const { body, headers } = await signed({ id: '1', type: 1, token: 'x', version: 1 })
    const response = await send(body, headers)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ type: 1 })
  })

  it('that asks is acknowledged in the response and answered afterwards', async () => {
    const interaction = discord.interact(ask('Lambda?'), 'http')
    expect(await exchange(interaction)).toEqual({ type: 5 })
    expect(tasks).toHaveLength(1)
    const [reply] = await interaction.sent()
    expect(reply?.content).toBe('> Lambda?')
    expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
    await Promise.all(tasks)
    expect(discord.violations).toEqual([])
  })

  it('without a token is answered, but no thread is offered', async () => {
    const { context } = createBot({
      snapshot: () => fakeSnapshot(),
      rest: new REST({ api: discord.apiUrl }),
      hasToken: false,
      botId: '',
      feedback: { record: async () => {} },
      log: silentLog,
    })
    route = createInteractionsRoute({ publicKey: signer.publicKey, context: () => context })
    const interaction = discord.interact(ask('Lambda?'), 'http')
    await exchange(interaction)
    const [reply] = await interaction.sent()
    expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
    expect(JSON.stringify(reply?.components)).not.toContain('"thread"')
  })

  it('is answered even if the answer is ready before Discord has read the response', async () => {
    const interaction = discord.interact(ask('Lambda?'), 'http')
    const { body, headers } = await signed(interaction.payload)
    const response = await send(body, headers)
    await discord.until(() =>
      discord.calls.find(({ method, status }) => method === 'PATCH' && status === 404),
    )
    const request = {
      method: 'POST',
      path: INTERACTIONS_PATH,
      query: new URLSearchParams(),
      body: await response.json(),
    }
    expect(respond(discord, request, interaction)).toEqual([204])
    const [reply] = await interaction.sent()
    expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
    await Promise.all(tasks)
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(1)
  })

  it('that completes a question is answered in the response', async () => {
    const interaction = discord.interact(typing('ask', 'question', 'lam'), 'http')
    expect(await exchange(interaction)).toEqual({
      type: 8,
      data: {
        choices: [
          { name: 'lam', value: 'lam' },
          { name: 'Lambda 什麼時候發布的?', value: 'Lambda 什麼時候發布的?' },
        ],
      },
    })
    expect(tasks).toEqual([])
  })

  it('that presses a button shows the paragraph', async () => {
    const asked = discord.interact(ask('Lambda?'), 'http')
    await exchange(asked)
    const [answer] = await asked.sent()
    if (answer === undefined) throw new Error('no answer')
    const pressed = discord.interact(press(answer, 'paragraph:1:cloud#aa11'), 'http')
    await exchange(pressed)
    expect(pressed.replies[0]?.embeds[0]?.description).toContain(LAMBDA_SENTENCE)
    await Promise.all(tasks)
    expect(discord.violations).toEqual([])
  })

  it('of a command of another version is answered', async () => {
    const { body, headers } = await signed({
      id: '1',
      type: 2,
      token: 'x',
      data: { type: 1, name: 'old', id: '2' },
    })
    const response = await send(body, headers)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ type: 4, data: { flags: 64 } })
  })

  it('that rates an answer gets a form, and its words are kept', async () => {
    const kept: FeedbackRecord[] = []
    const { context } = createBot({
      snapshot: () => fakeSnapshot(),
      rest: new REST({ api: discord.apiUrl }),
      hasToken: false,
      botId: BOT.id,
      feedback: { record: async (record) => void kept.push(record) },
      log: silentLog,
    })
    route = createInteractionsRoute({ publicKey: signer.publicKey, context: () => context })
    const asked = discord.interact(ask('Lambda?'), 'http')
    await exchange(asked)
    const [answer] = await asked.sent()
    if (answer === undefined) throw new Error('no answer')
    const form = await exchange(discord.interact(press(answer, '1:down:0f4b'), 'http'))
    expect(form).toMatchObject({ type: 9, data: { custom_id: '1:comment:0f4b' } })
    await Promise.all(tasks)
    const filled = discord.interact(submit(answer, '1:comment:0f4b', { comment: ' It was 2015 ' }), 'http')
    await exchange(filled)
    expect((await filled.sent())[0]?.content).toBe('-# Thank you, noted.')
    await Promise.all(tasks)
    expect(kept).toMatchObject([{ rating: 'down' }, { rating: 'down', comment: 'It was 2015' }])
    expect(discord.violations).toEqual([])
  })
})

describe('a request is refused with 401', () => {
  const ping = { id: '1', type: 1, token: 'x', version: 1 }

  it('without a signature', async () => {
    const response = await send(JSON.stringify(ping), {})
    expect(response.status).toBe(401)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: 'urn:footnote:problem:unauthorized',
      status: 401,
      detail: 'The request is not signed by Discord.',
    })
  })

  it('signed by another key', async () => {
    const body = JSON.stringify(ping)
    const headers = await (await createSigner()).sign(body, Math.floor(now / 1000))
    expect((await send(body, headers)).status).toBe(401)
  })

  it('whose body, timestamp or signature has been changed', async () => {
    const { body, headers } = await signed(ping)
    const changed = body.replace('"x"', '"y"')
    const later = { ...headers, 'X-Signature-Timestamp': String(Math.floor(now / 1000) + 1) }
    const signature = headers['X-Signature-Ed25519'] ?? ''
    const flipped = {
      ...headers,
      'X-Signature-Ed25519': (signature.startsWith('0') ? '1' : '0') + signature.slice(1),
    }
    const cut = { ...headers, 'X-Signature-Ed25519': signature.slice(2) }
    const letters = { ...headers, 'X-Signature-Ed25519': 'zz'.repeat(64) }
    for (const [text, heads] of [
      [changed, headers],
      [body, later],
      [body, flipped],
      [body, cut],
      [body, letters],
    ] as const) {
      expect((await send(text, heads)).status).toBe(401)
    }
    expect((await send(body, headers)).status).toBe(200)
  })

  it('when it is sent again', async () => {
    const interaction = discord.interact(ask('Lambda?'), 'http')
    const { body, headers } = await signed(interaction.payload)
    expect((await send(body, headers)).status).toBe(200)
    expect((await send(body, headers)).status).toBe(401)
    const upper = { ...headers, 'X-Signature-Ed25519': (headers['X-Signature-Ed25519'] ?? '').toUpperCase() }
    expect((await send(body, upper)).status).toBe(401)
    expect(tasks).toHaveLength(1)
    respond(
      discord,
      { method: 'POST', path: '', query: new URLSearchParams(), body: { type: 5 } },
      interaction,
    )
    await Promise.all(tasks)
  })

  it('when it is minutes old, or from the future', async () => {
    for (const at of [now - 6 * 60_000, now + 6 * 60_000]) {
      const { body, headers } = await signed(ping, at)
      expect((await send(body, headers)).status).toBe(401)
    }
    const body = JSON.stringify(ping)
    expect((await send(body, await signer.sign(body, Number.NaN))).status).toBe(401)
  })

  it('when it is sent again after the memory has been cleared of it', async () => {
    const { body, headers } = await signed(ping, now + 4 * 60_000)
    expect((await send(body, headers)).status).toBe(200)
    for (let minute = 0; minute <= 10; minute += 1) {
      now += 60_000
      const other = await signed({ ...ping, id: String(minute) })
      expect((await send(other.body, other.headers)).status).toBe(200)
      expect((await send(body, headers)).status).toBe(401)
    }
  })

  it('when it is larger than any interaction', async () => {
    const { body, headers } = await signed({ ...ping, token: 'x'.repeat(300 * 1024) })
    expect((await send(body, headers)).status).toBe(401)
  })
})

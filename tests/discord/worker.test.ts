import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'
import { ask, type LoopbackInteraction } from '../support/loopback-discord/interaction.ts'
import { respond } from '../support/loopback-discord/interaction-routes.ts'
import { LoopbackDiscord } from '../support/loopback-discord/loopback-discord.ts'
import { user } from '../support/loopback-discord/payloads.ts'
import { type RunningWorker, startWorker } from '../support/servers/start-worker.ts'
import { shownText } from './shown-text.ts'
import { createSigner, type Signer } from './sign.ts'

describe('the Discord endpoint in workerd', () => {
  let discord: LoopbackDiscord
  let signer: Signer
  let worker: RunningWorker

  beforeAll(async () => {
    discord = await LoopbackDiscord.start()
    signer = await createSigner()
    worker = await startWorker({
      entrypoint: fileURLToPath(new URL('../support/servers/discord-worker.ts', import.meta.url)),
      name: 'footnote-discord',
      compatibilityDate: '2026-04-24',
      bindings: {
        DISCORD_PUBLIC_KEY: { type: 'plain_text', value: signer.publicKey },
        DISCORD_API_URL: { type: 'plain_text', value: discord.apiUrl },
      },
    })
  })

  afterAll(async () => {
    await worker?.dispose()
    await discord?.stop()
  })

  async function send(payload: unknown, timestamp = Math.floor(Date.now() / 1000)) {
    const body = JSON.stringify(payload)
    const headers = await signer.sign(body, timestamp)
    return worker.fetch('http://footnote.test/discord/interactions', { method: 'POST', body, headers })
  }

  async function exchange(interaction: LoopbackInteraction): Promise<void> {
    const response = await send(interaction.payload)
    expect(response.status).toBe(200)
    const body: unknown = await response.json()
    expect(
      respond(discord, { method: 'POST', path: '', query: new URLSearchParams(), body }, interaction),
    ).toEqual([204])
  }

  it('answers PING', async () => {
    const response = await send({ id: '1', type: 1, token: 'x', version: 1 })
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }])
  })

  it('refuses what is forged or stale', async () => {
    const forged = await worker.fetch('http://footnote.test/discord/interactions', {
      method: 'POST',
      body: '{}',
    })
    const stale = await send(
      { id: '1', type: 1, token: 'x', version: 1 },
      Math.floor(Date.now() / 1000) - 600,
    )
    expect([forged.status, stale.status]).toEqual([401, 401])
  })

  it('answers many questions at once', async () => {
    const interactions = Array.from({ length: 20 }, (_, index) =>
      discord.interact(ask(`Lambda ${index}?`, { by: user(`user${index}`) }), 'http'),
    )
    await Promise.all(interactions.map(exchange))
    for (const [index, interaction] of interactions.entries()) {
      const [reply] = await interaction.sent()
      expect(reply?.content).toBe(`> Lambda ${index}?`)
      expect(reply && shownText(reply)).toContain(LAMBDA_SENTENCE)
    }
    expect(discord.violations).toEqual([])
  })
})

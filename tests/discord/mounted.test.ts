import { REST } from '@discordjs/rest'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/discord/create-bot.ts'
import { interactionsPaths } from '../../src/discord/webhook/interactions-paths.ts'
import { createInteractionsRoute, INTERACTIONS_PATH } from '../../src/discord/webhook/interactions-route.ts'
import { createApp } from '../../src/http/create-app.ts'
import type { RequestScope } from '../../src/http/request-scope.ts'
import { silentLog } from '../../src/log.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'
import { createSigner } from './sign.ts'

/** The HTTP interface with the Discord endpoint mounted, as an entry mounts it. */
async function appWithDiscord() {
  const signer = await createSigner()
  const { context, workload } = createBot({
    snapshot: () => fakeSnapshot(),
    rest: new REST(),
    hasToken: false,
    botId: '',
    feedback: { record: async () => {} },
    log: silentLog,
  })
  const route = createInteractionsRoute({ publicKey: signer.publicKey, context: () => context })
  const routes = new Hono<RequestScope>().post(INTERACTIONS_PATH, (c) =>
    route(c.req.raw, { waitUntil: (task) => workload.track(task) }),
  )
  const interfaces = [{ routes, paths: interactionsPaths }]
  const app = createApp({ current: () => fakeSnapshot(), interfaces })
  return { app, signer }
}

describe('mounted beside the HTTP interface', () => {
  it('answers PING and refuses forgeries, with the headers of every response', async () => {
    const { app, signer } = await appWithDiscord()
    const body = JSON.stringify({ id: '1', type: 1, token: 'x', version: 1 })
    const headers = await signer.sign(body, Math.floor(Date.now() / 1000))
    const pong = await app.request(INTERACTIONS_PATH, { method: 'POST', body, headers })
    expect([pong.status, await pong.json()]).toEqual([200, { type: 1 }])
    const forged = await app.request(INTERACTIONS_PATH, { method: 'POST', body })
    expect(forged.status).toBe(401)
    expect(forged.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('tells other methods what there is', async () => {
    const { app } = await appWithDiscord()
    const response = await app.request(INTERACTIONS_PATH)
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toContain('POST')
  })
})

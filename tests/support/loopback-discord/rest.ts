import type { IncomingMessage, ServerResponse } from 'node:http'
import { channelRoutes } from './channel-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { interactionRoutes } from './interaction-routes.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { APPLICATION_ID, BOT, BOT_TOKEN } from './payloads.ts'
import { type RestRequest, type RestResult, type Route, refusal } from './rest-result.ts'

const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/gateway\/bot$/,
    handle: (discord) => [
      200,
      {
        url: `ws://127.0.0.1:${discord.port}`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      },
    ],
  },
  {
    method: 'GET',
    path: /^\/applications\/@me$/,
    handle: (discord) => [
      200,
      {
        id: APPLICATION_ID,
        name: 'Footnote',
        verify_key: discord.verifyKey,
        bot: BOT,
        flags: discord.gateway.messageContentGranted ? 1 << 19 : 0,
      },
    ],
  },
]

const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...interactionRoutes,
  ...channelRoutes,
  ...commandRoutes,
]

/** Answers one request, a fault first if one waits for it. */
export async function handleRest(
  discord: LoopbackDiscord,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const text = await bodyOf(incoming)
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const method = incoming.method ?? 'GET'
  const path = url.pathname.replace(/^\/api\/v10/, '')
  const fault = discord.faults.find(
    (each) => each.times > 0 && each.method === method && each.path.test(path),
  )
  if (fault !== undefined) {
    fault.times -= 1
    discord.calls.push({ method, path, status: fault.status })
    outgoing.writeHead(fault.status, { 'Content-Type': 'application/json', ...fault.headers })
    outgoing.end(JSON.stringify(fault.body ?? {}))
    return
  }
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const isBot = incoming.headers.authorization === `Bot ${BOT_TOKEN}`
  const [status, result] = answerRest(discord, { method, path, query: url.searchParams, body }, isBot)
  if (result === undefined) outgoing.writeHead(status).end()
  else outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(result))
}

/** Answers a request, and counts it. */
export function answerRest(discord: LoopbackDiscord, request: RestRequest, isBot: boolean): RestResult {
  const result = answer(discord, request, isBot)
  discord.calls.push({ method: request.method, path: request.path, status: result[0] })
  return result
}

function answer(discord: LoopbackDiscord, request: RestRequest, isBot: boolean): RestResult {
  for (const route of ROUTES) {
    const match = route.method === request.method ? route.path.exec(request.path) : null
    if (match === null) continue
    if (!route.open && !isBot) {
      return refusal(401, 0, '401: Unauthorized')
    }
    return route.handle(discord, request, ...match.slice(1).map((part) => part ?? ''))
  }
  discord.violations.push(`${request.method} ${request.path}: no such route`)
  return refusal(404, 0, '404: Not Found')
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

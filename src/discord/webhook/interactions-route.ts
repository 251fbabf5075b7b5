import type { APIInteraction } from 'discord-api-types/v10'
import { Problem } from '../../protocol/problem.ts'
import type { BotContext } from '../bot-context.ts'
import { completeInteraction } from '../interactions/deliver.ts'
import { handleInteraction } from '../interactions/interactions.ts'
import { ReplayGuard } from './replay-guard.ts'
import { createSignatureCheck } from './signature.ts'

/** Where Discord sends interactions, below the service's address. */
export const INTERACTIONS_PATH = '/discord/interactions'

/** Larger than any interaction; what is larger was not sent by Discord. */
const LARGEST_BODY = 256 * 1024

/** What keeps the runtime alive after the response: a Worker's execution context has this shape. */
interface ExecutionContext {
  waitUntil(task: Promise<void>): void
}

export interface InteractionsRouteOptions {
  /** Public key of the application, in 64 hexadecimal digits. */
  readonly publicKey: string
  /** Called for each interaction, so that a Worker can make what must not outlive a request. */
  readonly context: () => BotContext
  readonly replayGuard?: ReplayGuard
}

export type InteractionsRoute = (request: Request, executionContext: ExecutionContext) => Promise<Response>

/**
 * Answers the interactions that Discord sends over HTTP; mount it for POST at {@link INTERACTIONS_PATH}. The response
 * acknowledges, what takes time follows in `waitUntil`. Whatever is not signed by Discord, or not now, is refused with
 * 401, as Discord demands and tries out.
 */
export function createInteractionsRoute({
  publicKey,
  context: contextFor,
  replayGuard = new ReplayGuard(),
}: InteractionsRouteOptions): InteractionsRoute {
  const verify = createSignatureCheck(publicKey)
  return async (request, executionContext) => {
    const context = contextFor()
    const signature = request.headers.get('X-Signature-Ed25519') ?? ''
    const timestamp = request.headers.get('X-Signature-Timestamp') ?? ''
    const body = await boundedText(request)
    if (body === undefined || !(await verify(signature, timestamp, body))) {
      // Discord itself sends forgeries to try us out, so one is nothing to worry about.
      context.log.info(
        {},
        'A request was not signed with DISCORD_PUBLIC_KEY; was it copied from this application?',
      )
      return refused('The request is not signed by Discord.')
    }
    const freshness = replayGuard.check(signature, timestamp)
    if (freshness !== 'fresh') {
      const hint =
        freshness === 'stale'
          ? 'An interaction was signed minutes ago: is the clock right?'
          : 'An interaction came twice'
      context.log.warn({ timestamp }, hint)
      return refused(freshness === 'stale' ? 'The request is stale.' : 'The request was sent before.')
    }
    const interaction = JSON.parse(body) as APIInteraction
    const reply = handleInteraction(context, interaction)
    if (reply.messages !== undefined) {
      executionContext.waitUntil(completeInteraction(context, interaction, reply, true))
    }
    return Response.json(reply.response)
  }
}

async function boundedText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length')) > LARGEST_BODY) return undefined
  const reader = request.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength
    if (size > LARGEST_BODY) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return text + decoder.decode()
}

function refused(detail: string): Response {
  const problem = new Problem('unauthorized', { detail })
  const headers = { 'Content-Type': 'application/problem+json' }
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

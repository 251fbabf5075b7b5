import { REST } from '@discordjs/rest'
import type { IndexSnapshot } from '../../domain.ts'
import type { Log } from '../../log.ts'
import { createBot, createBotLimits } from '../create-bot.ts'
import type { Feedback } from '../feedback.ts'
import { createInteractionsRoute, type InteractionsRoute } from './interactions-route.ts'

export interface StatelessInteractionsOptions {
  /** Of the application, 64 hexadecimal digits. */
  readonly publicKey: string
  readonly snapshot: () => IndexSnapshot
  /** Address of the service that shows the articles; without it citations link nowhere. */
  readonly publicUrl?: string | undefined
  readonly feedback: Feedback
  readonly log: Log
  /** With the bot's token threads can be opened and followed; answering alone needs none. */
  readonly token?: string | undefined
  readonly applicationId?: string | undefined
  /** Base of Discord's REST API, without a version. */
  readonly apiUrl?: string | undefined
}

/**
 * The HTTP endpoint for runtimes such as Workers, where no connection, timer or queue may outlive the request that it
 * was made for. Only how much has been asked lately is remembered, by each instance for itself.
 */
export function createStatelessInteractions(options: StatelessInteractionsOptions): InteractionsRoute {
  const limits = createBotLimits()
  const { publicKey, token, apiUrl, applicationId = '' } = options
  return createInteractionsRoute({
    publicKey,
    context: () => {
      const rest = new REST({
        ...(apiUrl === undefined ? {} : { api: apiUrl }),
        hashSweepInterval: 0,
        handlerSweepInterval: 0,
      })
      if (token !== undefined) rest.setToken(token)
      return createBot({ ...options, rest, hasToken: token !== undefined, applicationId, limits }).context
    },
  })
}

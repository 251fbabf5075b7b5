import { REST } from '@discordjs/rest'
import { createBotLimits } from '../bot-limits.ts'
import { createBotMemory } from '../bot-memory.ts'
import { type BotServices, createBot } from '../create-bot.ts'
import { createInteractionsRoute, type InteractionsRoute } from './interactions-route.ts'

export interface StatelessInteractionsOptions extends BotServices {
  /** Public key of the application, in 64 hexadecimal digits. */
  readonly publicKey: string
  /** With the bot's token threads can be opened and followed; answering alone needs none. */
  readonly token?: string | undefined
  /** Taken for the id of the bot's user, which it is but for applications made before 2017. */
  readonly applicationId?: string | undefined
  /** Base of Discord's REST API, without a version. */
  readonly apiUrl?: string | undefined
}

/**
 * The HTTP endpoint for runtimes such as Workers, where no connection, timer or queue may outlive the request that it
 * was made for. Only how much has been asked lately is remembered, by each instance for itself.
 */
export function createStatelessInteractions(options: StatelessInteractionsOptions): InteractionsRoute {
  const limits = { ...createBotLimits(), ...options.limits }
  const memory = createBotMemory()
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
      const hasToken = token !== undefined
      return createBot({ ...options, rest, hasToken, botId: applicationId, limits, memory }).context
    },
  })
}

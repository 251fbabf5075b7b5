import { Client, GatewayDispatchEvents, GatewayIntentBits, REST } from 'discord.js'
import type { APIInteraction } from 'discord-api-types/v10'
import type { FootnoteError } from '../../errors.ts'
import { type Bot, type BotServices, createBot } from '../create-bot.ts'
import { type Application, identifyApplication, inviteLink } from '../rest/application.ts'
import type { Message } from './addressing.ts'
import { cachesOf } from './caches.ts'
import { channelPlaces } from './channel-places.ts'
import { type ConnectionState, connected, watchConnection } from './connection.ts'
import { receiveInteraction } from './handle-gateway-interaction.ts'
import { handleEdit, handleMessage } from './messages.ts'

/** Discord's default; the version is added behind it. */
export const DISCORD_API = 'https://discord.com/api'

export interface GatewayOptions extends BotServices {
  readonly token: string
  /** Checked against the token when given. */
  readonly applicationId?: string | undefined
  readonly publicKey?: string | undefined
  /** Base of the REST API without a version; the gateway's address comes from there. */
  readonly apiUrl?: string | undefined
  /** Called when Discord has closed the connection for good. */
  readonly onFatal: (error: FootnoteError) => void
}

export interface RunningGateway {
  readonly application: Application
  /** For mounting the HTTP endpoint beside the gateway. */
  readonly bot: Bot
  /** With which a server's owner lets the bot in. */
  readonly inviteLink: string
  /** Whether events arrive now. */
  readonly state: () => ConnectionState
  /**
   * Takes on nothing more, answers what is pending, then leaves.
   * @returns whether everything was answered in time
   */
  close(graceMilliseconds: number): Promise<boolean>
}

/**
 * Connects to Discord's gateway, and resolves when events arrive. discord.js keeps the connection: heartbeats, resumes,
 * new sessions, rate limits, and what servers, channels and roles there are.
 *
 * Interactions and messages are taken as Discord sends them rather than as discord.js's objects: the same code answers
 * the interactions that come over HTTP, in Workers, where discord.js is not; and discord.js puts the message that
 * another replies to into a cache of messages, which a bot that keeps none would have to fetch again.
 *
 * @throws ConfigurationError for a wrong token, application id or public key
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { log } = options
  const rest = { api: options.apiUrl ?? DISCORD_API, invalidRequestWarningInterval: 1000 }
  const application = await identifyApplication(new REST(rest).setToken(options.token), options)
  const client = new Client({
    intents: intents(application),
    shards: 'auto',
    rest,
    makeCache: cachesOf(application),
  })
  const bot = createBot({
    ...options,
    rest: client.rest,
    acknowledging: new REST({ ...rest, retries: 0 }),
    hasToken: true,
    botId: application.botId,
    readsMessages: application.messageContent,
  })

  const places = channelPlaces(client as Client<true>)
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    bot.workload.track(receiveInteraction(bot.context, interaction))
  })
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: Message) => {
    bot.workload.track(handleMessage(bot.context, message, places))
  })
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (message: Message) => {
    bot.workload.track(handleEdit(bot.context, message, places))
  })
  const state = watchConnection(client, log)
  await connected(client, options)
  log.info(
    { application: application.id, messageContent: application.messageContent },
    'Connected to Discord',
  )
  return {
    application,
    bot,
    inviteLink: inviteLink(application.id),
    state,
    async close(graceMilliseconds) {
      const inTime = await bot.workload.drain(graceMilliseconds)
      await client.destroy()
      return inTime
    },
  }
}

/** The least that slash commands, mentions, threads and direct messages take; message content only where granted. */
function intents({ messageContent }: Application): GatewayIntentBits[] {
  const least = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
  return messageContent ? [...least, GatewayIntentBits.MessageContent] : least
}

import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  REST,
} from 'discord.js'
import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord-api-types/v10'
import type { IndexSnapshot } from '../../domain.ts'
import { FootnoteError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { type Bot, type BotLimits, createBot } from '../create-bot.ts'
import type { Feedback } from '../feedback.ts'
import { loggable } from '../rest/api-errors.ts'
import { type Application, identifyApplication, inviteLink } from '../rest/application.ts'
import { growsThreads } from '../rest/channel-types.ts'
import type { WorkloadOptions } from '../workload.ts'
import { receiveInteraction } from './handle-gateway-interaction.ts'
import { handleMessage } from './messages.ts'
import type { Place } from './place.ts'

/** Discord's default; the version is added behind it. */
export const DISCORD_API = 'https://discord.com/api'

export interface GatewayOptions {
  readonly token: string
  /** Checked against the token when given. */
  readonly applicationId?: string | undefined
  readonly publicKey?: string | undefined
  /** Base of the REST API without a version; the gateway's address comes from there. */
  readonly apiUrl?: string | undefined
  readonly snapshot: () => IndexSnapshot
  readonly publicUrl?: string | undefined
  readonly feedback: Feedback
  readonly log: Log
  readonly limits?: BotLimits
  readonly workload?: WorkloadOptions
  /** Called when Discord has closed the connection for good. */
  readonly onFatal: (error: FootnoteError) => void
}

export interface RunningGateway {
  readonly application: Application
  /** For mounting the HTTP endpoint beside the gateway. */
  readonly bot: Bot
  /** With which a server's owner lets the bot in. */
  readonly inviteLink: string
  /**
   * Takes on nothing more, answers what is pending, then leaves.
   * @returns whether everything was answered in time
   */
  close(graceMilliseconds: number): Promise<boolean>
}

/**
 * Connects to Discord's gateway, and resolves when events arrive. discord.js keeps the connection: heartbeats, resumes,
 * new sessions, rate limits. The events are taken as Discord sends them, so that an acknowledgement waits for nothing
 * that discord.js does with them.
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
    // Channels, threads and roles tell where the bot may answer; nothing else is kept.
    makeCache: cachesOf(application),
  })
  const bot = createBot({
    ...options,
    rest: client.rest,
    hasToken: true,
    applicationId: application.id,
    readsMessages: application.messageContent,
  })

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    bot.workload.track(receiveInteraction(bot.context, interaction))
  })
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    bot.workload.track(handleMessage(bot.context, message, (each) => placeOf(client, each)))
  })
  logConnection(client, log)
  await connected(client, options)
  log.info(
    { application: application.id, messageContent: application.messageContent },
    'Connected to Discord',
  )
  return {
    application,
    bot,
    inviteLink: inviteLink(application.id),
    async close(graceMilliseconds) {
      const inTime = await bot.workload.drain(graceMilliseconds)
      await client.destroy()
      return inTime
    },
  }
}

/** Why Discord will not have us back, in one line. */
function finalDisconnection(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) {
    return 'Discord closed the connection for good: DISCORD_TOKEN is no longer valid; copy the new one'
  }
  if (code === GatewayCloseCodes.DisallowedIntents) {
    return 'Discord closed the connection for good: the Message Content intent was switched off; start again without it'
  }
  return `Discord closed the connection for good: ${code} ${GatewayCloseCodes[code] ?? 'unknown reason'}`
}

/** Of people only the bot itself: its roles tell what it may do. */
function cachesOf({ id }: Application) {
  const itself = { maxSize: 1, keepOverLimit: (_person: unknown, key: string) => key === id }
  return Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    UserManager: itself,
    GuildMemberManager: itself,
  })
}

/** The least that slash commands, mentions, threads and direct messages take; message content only where granted. */
function intents({ messageContent }: Application): GatewayIntentBits[] {
  const least = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
  return messageContent ? [...least, GatewayIntentBits.MessageContent] : least
}

/** Resolves when the client is ready; afterwards a final disconnection goes to `onFatal`. */
async function connected(client: Client, { token, onFatal }: GatewayOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let end: (error: FootnoteError) => void = reject
    client.once(Events.ClientReady, () => {
      end = onFatal
      resolve()
    })
    client.on(Events.ShardDisconnect, ({ code }) => {
      end(new FootnoteError('discord', finalDisconnection(code)))
    })
    client.login(token).catch((cause: unknown) => {
      reject(new FootnoteError('discord', 'Could not connect to Discord', { cause }))
    })
  })
}

async function placeOf(client: Client, message: GatewayMessageCreateDispatchData): Promise<Place> {
  const unknown = { openedByBot: false, growsThreads: false, permissions: undefined, locale: undefined }
  if (message.guild_id === undefined) return { kind: 'direct', ...unknown }
  const channel = await client.channels.fetch(message.channel_id)
  if (channel === null || channel.isDMBased()) return { kind: 'channel', ...unknown }
  return {
    kind: channel.isThread() ? 'thread' : 'channel',
    openedByBot: channel.isThread() && channel.ownerId === client.user?.id,
    growsThreads: growsThreads(channel.type),
    permissions: client.user ? channel.permissionsFor(client.user)?.bitfield : undefined,
    locale: channel.guild.preferredLocale,
  }
}

function logConnection(client: Client, log: Log): void {
  client.on(Events.ShardReconnecting, (shard) =>
    log.info({ shard }, 'The connection to Discord dropped; reconnecting'),
  )
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'Resumed the session with Discord'),
  )
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'Started a session with Discord'))
  client.on(Events.ShardError, (err, shard) =>
    log.warn({ err: loggable(err), shard }, 'The connection to Discord failed'),
  )
  client.on(Events.Error, (err) => log.error({ err: loggable(err) }, 'discord.js reported an error'))
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js reported a warning'))
  client.rest.on('rateLimited', ({ route, timeToReset }) => {
    log.info({ route, milliseconds: timeToReset }, 'Waiting, as Discord asked')
  })
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.warn(
      { count, remainingTime },
      'Many requests to Discord were invalid; at 10 000 in ten minutes it blocks us',
    )
  })
}

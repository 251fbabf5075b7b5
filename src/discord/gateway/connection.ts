import { type Client, Events, GatewayCloseCodes } from 'discord.js'
import { FootnoteError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { loggable } from '../rest/api-errors.ts'

/** `reconnecting` mends itself, `closed` does not. */
export type ConnectionState = 'connected' | 'reconnecting' | 'closed'

/**
 * Resolves when the client is ready.
 *
 * @param onFatal called with a final disconnection after that
 */
export async function connected(
  client: Client,
  { token, onFatal }: { readonly token: string; readonly onFatal: (error: FootnoteError) => void },
): Promise<void> {
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

/** Logs what becomes of the connection. @returns how it is now */
export function watchConnection(client: Client, log: Log): () => ConnectionState {
  let state: ConnectionState = 'reconnecting'
  // Where there are several connections, one that is gone for good is not mended by the others.
  const be = (now: ConnectionState) => {
    if (state !== 'closed') state = now
  }
  client.on(Events.ShardReconnecting, (shard) => {
    be('reconnecting')
    log.info({ shard }, 'The connection to Discord dropped; reconnecting')
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    be('connected')
    log.info({ shard, replayed }, 'Resumed the session with Discord')
  })
  client.on(Events.ShardReady, (shard) => {
    be('connected')
    log.info({ shard }, 'Started a session with Discord')
  })
  client.on(Events.ShardDisconnect, () => be('closed'))
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
  return () => state
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

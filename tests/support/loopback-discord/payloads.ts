import type { APIChannel, APIMessage, APIUser } from 'discord-api-types/v10'

/** Milliseconds of Discord's clock at zero. */
const EPOCH = 1_420_070_400_000n
let increment = 0n

/** An id as Discord makes them: its upper bits are the time. */
export function snowflake(at: number = Date.now()): string {
  increment += 1n
  return String(((BigInt(at) - EPOCH) << 22n) | (increment & 0x3fffffn))
}

export function user(name: string, fields: Partial<APIUser> = {}): APIUser {
  return { id: snowflake(), username: name, discriminator: '0', global_name: name, avatar: null, ...fields }
}

export const APPLICATION_ID = snowflake()
export const BOT = user('Footnote', { id: APPLICATION_ID, bot: true })
export const ALICE = user('alice')
export const GUILD_ID = snowflake()
export const CHANNEL_ID = snowflake()
export const DIRECT_CHANNEL_ID = snowflake()
export const BOT_TOKEN = 'loopback-bot-token'

/** View, send, embed, history, public threads, send in threads. */
export const ALL_PERMISSIONS =
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 35n) | (1n << 38n)

export function textChannel(): APIChannel {
  return {
    id: CHANNEL_ID,
    type: 0,
    guild_id: GUILD_ID,
    name: 'general',
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
  } as unknown as APIChannel
}

export function threadChannel(id: string, name: string, owner: string): APIChannel {
  return {
    id,
    type: 11,
    guild_id: GUILD_ID,
    parent_id: CHANNEL_ID,
    name,
    owner_id: owner,
    message_count: 0,
    member_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 4320,
      archive_timestamp: new Date().toISOString(),
      locked: false,
    },
  } as unknown as APIChannel
}

/** The server as GUILD_CREATE tells of it. Everyone has `permissions`. */
export function guild(channels: readonly APIChannel[], permissions: bigint, locale: string) {
  return {
    id: GUILD_ID,
    name: 'Readers',
    icon: null,
    owner_id: ALICE.id,
    preferred_locale: locale,
    unavailable: false,
    member_count: 2,
    roles: [
      {
        id: GUILD_ID,
        name: '@everyone',
        permissions: String(permissions),
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: [
      { user: BOT, roles: [], joined_at: new Date().toISOString(), deaf: false, mute: false, flags: 0 },
    ],
    channels: channels.filter(({ type }) => type === 0),
    threads: channels.filter(({ type }) => type === 11),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    emojis: [],
    stickers: [],
    features: [],
  }
}

export function message(channel: string, author: APIUser, fields: Partial<APIMessage>): APIMessage {
  return {
    id: snowflake(),
    channel_id: channel,
    author,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    ...fields,
  } as APIMessage
}

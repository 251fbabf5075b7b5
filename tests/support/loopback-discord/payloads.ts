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
/** Applications made before 2017 have a bot user of another id, so the bot must not take one for the other. */
export const BOT = user('Footnote', { bot: true })
export const ALICE = user('alice')
export const GUILD_ID = snowflake()
export const CHANNEL_ID = snowflake()
export const OTHER_CHANNEL_ID = snowflake()
export const FORUM_ID = snowflake()
export const DIRECT_CHANNEL_ID = snowflake()
/** The managed role that Discord makes for the bot; it has the bot's name and stands beside it in the picker. */
export const BOT_ROLE_ID = snowflake()
export const MODERATOR_ROLE_ID = snowflake()
export const BOT_TOKEN = 'loopback-bot-token'

/** View, send, embed, history, reactions, public threads, send in threads. */
export const ALL_PERMISSIONS =
  (1n << 6n) | (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 35n) | (1n << 38n)

export function textChannel(id: string = CHANNEL_ID, name = 'general'): APIChannel {
  return {
    id,
    type: 0,
    guild_id: GUILD_ID,
    name,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
  } as unknown as APIChannel
}

export function forumChannel(): APIChannel {
  return { ...textChannel(FORUM_ID, 'help'), type: 15, available_tags: [] } as unknown as APIChannel
}

export function threadChannel(
  id: string,
  name: string,
  owner: string,
  parent: string = CHANNEL_ID,
): APIChannel {
  return {
    id,
    type: 11,
    guild_id: GUILD_ID,
    parent_id: parent,
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

function role(id: string, name: string, permissions: bigint, fields: object = {}) {
  const looks = { position: 0, color: 0, hoist: false, managed: false, mentionable: false, flags: 0 }
  return { id, name, permissions: String(permissions), ...looks, ...fields }
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
      role(GUILD_ID, '@everyone', permissions),
      role(BOT_ROLE_ID, BOT.username, 0n, { managed: true, tags: { bot_id: BOT.id } }),
      role(MODERATOR_ROLE_ID, 'Moderators', 1n << 13n),
    ],
    members: [member(BOT, [BOT_ROLE_ID])],
    channels: channels.filter(({ type }) => type !== 11),
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

export function member(of: APIUser, roles: readonly string[] = []) {
  return { user: of, ...memberFields(roles) }
}

/** A member as it comes along with a message: without its user. */
export function memberFields(roles: readonly string[] = []) {
  return { roles, joined_at: new Date().toISOString(), deaf: false, mute: false, flags: 0 }
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

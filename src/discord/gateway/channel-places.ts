import { ChannelType, type Client, type GuildBasedChannel } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { growsThreads } from '../rest/channel-types.ts'
import { type Place, type Places, UNKNOWN_PLACE } from './place.ts'

/** How long a channel that could not be looked up is left alone, in milliseconds. */
const FORGOTTEN_AFTER = 10 * 60_000

/** Looks channels and roles up in what discord.js keeps of the servers that the bot is in. */
export function channelPlaces(client: Client<true>): Places {
  const unknown = new LRUCache<string, true>({ max: 1000, ttl: FORGOTTEN_AFTER })

  async function fetched(id: string, wanted: boolean): Promise<Place> {
    if (!wanted && unknown.has(id)) return UNKNOWN_PLACE
    try {
      // What discord.js has kept costs no request.
      const channel = await client.channels.fetch(id)
      return channel === null || channel.isDMBased() ? UNKNOWN_PLACE : placeOf(client, channel)
    } catch (error) {
      if (wanted) throw error
      unknown.set(id, true)
      return UNKNOWN_PLACE
    }
  }

  return {
    async of({ channel_id, guild_id }, wanted) {
      return guild_id === undefined ? { ...UNKNOWN_PLACE, kind: 'direct' } : fetched(channel_id, wanted)
    },
    ownRole: (server) => client.guilds.cache.get(server)?.roles.botRoleFor(client.user)?.id,
  }
}

function placeOf({ user }: Client<true>, channel: GuildBasedChannel): Place {
  const isThread = channel.isThread()
  const permissions = channel.permissionsFor(user)
  const parent = isThread ? channel.parent?.type : undefined
  return {
    kind: isThread ? 'thread' : 'channel',
    openedByBot: isThread && channel.ownerId === user.id,
    isPost: parent === ChannelType.GuildForum || parent === ChannelType.GuildMedia,
    parent: channel.parentId ?? undefined,
    title: isThread ? channel.name : '',
    growsThreads: growsThreads(channel.type),
    lacks: (needed) => {
      const lacking = permissions?.missing([...needed]) ?? []
      return needed.filter((name) => lacking.includes(name))
    },
    locale: channel.guild.preferredLocale,
  }
}

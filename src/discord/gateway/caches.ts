import {
  type CacheFactory,
  ChannelManager,
  Collection,
  GuildChannelManager,
  GuildForumThreadManager,
  GuildManager,
  GuildMemberManager,
  GuildTextThreadManager,
  LimitedCollection,
  PermissionOverwriteManager,
  RoleManager,
  UserManager,
} from 'discord.js'

/** They tell where the bot may answer. */
const KEPT: ReadonlySet<unknown> = new Set([
  GuildManager,
  ChannelManager,
  GuildChannelManager,
  GuildTextThreadManager,
  GuildForumThreadManager,
  RoleManager,
  PermissionOverwriteManager,
])

/** Of people only the bot itself is kept, whose roles tell what it may do. */
const OF_ITSELF: ReadonlySet<unknown> = new Set([GuildMemberManager, UserManager])

/**
 * What discord.js keeps in memory: servers, channels, threads, roles and the bot itself. Nothing else, whatever a later
 * version comes to keep.
 */
export function cachesOf({ botId }: { readonly botId: string }): CacheFactory {
  const itself = { maxSize: 0, keepOverLimit: (_person: unknown, key: string) => key === botId }
  const factory = (_type: unknown, _holds: unknown, manager: unknown) => {
    if (KEPT.has(manager)) return new Collection()
    return new LimitedCollection(OF_ITSELF.has(manager) ? itself : { maxSize: 0 })
  }
  return factory as CacheFactory
}

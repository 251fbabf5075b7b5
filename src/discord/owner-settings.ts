/** What the owner of the bot has decided. Ids are Discord's. */
export interface OwnerSettings {
  /** The only channels (threads in them included) that the bot answers in; all of them when left out. */
  readonly channels?: readonly string[] | undefined
  /** Only members with one of these roles are answered; everyone when left out. */
  readonly roles?: readonly string[] | undefined
  /** Forum channels whose new posts are answered without being asked to: `auto` means each that the bot can see. */
  readonly forums?: 'auto' | readonly string[] | undefined
  /** Role of those whom a question can be passed on to, and beside whom the bot is silent in a forum post. */
  readonly moderatorRole?: string | undefined
}

/** Who asks and where, as far as the settings are about it. */
export interface Asker {
  /** Ids of the roles in the server; `undefined` where there is no server. */
  readonly roles: readonly string[] | undefined
  /** The channel, and the one that it is a thread of. */
  readonly channels: readonly (string | null | undefined)[]
}

/** Why somebody is not to be answered. */
export type Exclusion = 'channel' | 'role'

/** Direct messages are in no channel of a server; but somebody without a server has no role either. */
export function exclusionOf({ channels, roles }: OwnerSettings, asker: Asker): Exclusion | undefined {
  const isDirect = asker.roles === undefined
  if (channels !== undefined && !isDirect && !asker.channels.some((id) => id && channels.includes(id))) {
    return 'channel'
  }
  if (roles !== undefined && !(asker.roles ?? []).some((id) => roles.includes(id))) return 'role'
  return undefined
}

/** Whether new posts of a forum channel are answered by themselves. */
export function answersForum({ forums }: OwnerSettings, forum: string): boolean {
  return forums === 'auto' || (forums?.includes(forum) ?? false)
}

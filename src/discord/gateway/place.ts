import type { Permission } from '../phrases/phrases.ts'

/** A channel, as far as it matters for answering in it. */
export interface Place {
  readonly kind: 'channel' | 'thread' | 'direct'
  /** A thread that the bot opened: all of it is a conversation with the bot. */
  readonly openedByBot: boolean
  /** A thread of a forum: its first message has its id. */
  readonly isPost: boolean
  /** The channel that a thread is in. */
  readonly parent: string | undefined
  /** Name of the thread; empty elsewhere. */
  readonly title: string
  /** Whether a thread can grow from a message there. */
  readonly growsThreads: boolean
  /** Those of some permissions that the bot does not have there; none where that is not known. */
  readonly lacks: (needed: readonly Permission[]) => readonly Permission[]
  /** Locale of the server, e.g. `zh-TW`. */
  readonly locale: string | undefined
}

/** A channel of which nothing is known. */
export const UNKNOWN_PLACE: Place = {
  kind: 'channel',
  openedByBot: false,
  isPost: false,
  parent: undefined,
  title: '',
  growsThreads: false,
  lacks: () => [],
  locale: undefined,
}

/** Looks up what Discord has told of a server. */
export interface Places {
  /**
   * @param wanted whether the message speaks to the bot, so that a channel that is not known is worth a request
   */
  of(
    message: { readonly channel_id: string; readonly guild_id?: string | undefined },
    wanted: boolean,
  ): Promise<Place>
  /** Id of the role that Discord made for the bot in a server; it has the bot's name. */
  ownRole(server: string): string | undefined
}

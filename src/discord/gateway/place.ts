/** A channel, as far as it matters for answering in it. */
export interface Place {
  readonly kind: 'channel' | 'thread' | 'direct'
  /** A thread that the bot opened: all of it is a conversation with the bot. */
  readonly openedByBot: boolean
  /** Whether a thread can grow from a message there. */
  readonly growsThreads: boolean
  /** What the bot may do there, as a bit set; `undefined` where that is not known. */
  readonly permissions: bigint | undefined
  /** Locale of the server, e.g. `zh-TW`. */
  readonly locale: string | undefined
}

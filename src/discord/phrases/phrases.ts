/** Permissions that the bot may miss, under their names in Discord's API. */
export type Permission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'EmbedLinks'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'SendMessagesInThreads'

/** Everything that the bot says in its own words. Plain text unless said otherwise. */
export interface Phrases {
  /** Where a paragraph stands, e.g. `paragraph 97`. */
  readonly paragraph: (position: number) => string
  /** Label of the button that shows the paragraph behind a citation marker or a letter. */
  readonly wholeParagraph: (marker: string) => string
  readonly continueInThread: string
  /** Of a link that opens an article, or one of its sections. */
  readonly read: string
  readonly related: string
  readonly articles: string
  readonly noArticles: string
  readonly noSuchArticle: string
  readonly threadName: string
  /** Markdown: `thread` is a channel mention. */
  readonly threadOpened: (thread: string) => string
  readonly threadExists: (thread: string) => string
  /** First words in a thread; the bot reads messages there. */
  readonly threadWelcome: string
  /** First words in a thread whose messages the bot may not read. */
  readonly threadWelcomeUnread: string
  /** Said once in a thread when a message arrives whose text Discord withholds. */
  readonly messageTextWithheld: string
  readonly missingPermissions: (names: readonly string[]) => string
  readonly permissions: Readonly<Record<Permission, string>>
  readonly tooManyQuestions: (seconds: number) => string
  readonly tooBusy: string
  readonly leaving: string
  readonly failed: string
  readonly noQuestion: string
  readonly questionCut: string
  readonly paragraphGone: string
  readonly feedbackThanks: string
}

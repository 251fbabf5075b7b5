/** Permissions that the bot may miss, under their names in Discord's API. */
export type Permission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'EmbedLinks'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'SendMessagesInThreads'

/** What `/footnote status` shows. Lists are Discord mentions; what is not set is left out. */
interface BotStatus {
  readonly index: string
  readonly articles: number
  readonly paragraphs: number
  readonly readsMessages: boolean
  readonly channels: string | undefined
  readonly roles: string | undefined
  /** `auto` for all of them. */
  readonly forums: string | undefined
  readonly moderators: string | undefined
  /** What was asked lately; unknown without a question log. */
  readonly asked: { readonly answered: number; readonly declined: number } | undefined
  readonly days: number
}

/** Everything that the bot says in its own words. Plain text unless said otherwise. */
export interface Phrases {
  /** Where a paragraph stands, e.g. `paragraph 97`. */
  readonly paragraph: (position: number) => string
  /** What stands at the head of an article: its title, its author, its sections. */
  readonly header: string
  /** Label of the button that shows the paragraph behind a citation marker or a letter. */
  readonly wholeParagraph: (marker: string) => string
  /** Label of the button that shows a whole paragraph where there is only one. */
  readonly theWholeParagraph: string
  readonly continueInThread: string
  /** Words of a link that opens an article, or one of its sections. */
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
  readonly questionCut: (characters: number) => string
  readonly paragraphGone: string
  readonly feedbackThanks: string
  /** Below words of an article in a language that the asker did not use. */
  readonly foreignWords: string
  /** A message consists of what the bot cannot read: a picture, a file. */
  readonly unreadable: string
  /** A message was chosen in which nothing is said. */
  readonly wordless: string
  /** Beside a question there was a picture or a file. */
  readonly attachmentsUnread: string
  /** Discord withholds the message that a mention replies to. */
  readonly targetWithheld: string
  /** A button or command of another version was used. */
  readonly outdated: string
  /** The owner has named channels; `channels` are mentions of them. */
  readonly elsewhere: (channels: readonly string[]) => string
  /** The owner has named roles, and the asker has none of them. */
  readonly notForYou: string
  readonly tooManyPresses: (seconds: number) => string
  readonly tooManyThreads: string
  readonly threadNotAllowed: string
  readonly notMyAnswer: string
  readonly notYourAnswer: string
  readonly cannotDelete: string
  readonly answerDeleted: string
  /** Title of the form below 👎, at most 45 code points; the same holds for its label. */
  readonly commentTitle: string
  readonly commentLabel: string
  /** Label of the button that passes a question on. */
  readonly askModeratorsLabel: string
  /** Markdown: a role's and a person's mention, and the question made inert. */
  readonly askModerators: (role: string, person: string, question: string) => string
  readonly moderatorsAsked: string
  /** Markdown, all of these: what `/help` says. */
  readonly helpArticle: (title: string) => string
  readonly helpArticles: (count: number) => string
  readonly helpLines: readonly string[]
  readonly helpModerators: string
  readonly helpKept: string
  readonly status: (status: BotStatus) => readonly string[]
  readonly unanswered: (days: number) => string
  readonly nothingUnanswered: (days: number) => string
  readonly noQuestionLog: string
  readonly reindexed: (index: string, paragraphs: number) => string
  /** A rebuild found the articles as they were. */
  readonly unchanged: (index: string, paragraphs: number) => string
  readonly reindexFailed: string
  readonly cannotReindex: string
}

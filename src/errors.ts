/** The parts of Footnote that an error can come from. */
export type Component =
  | 'configuration'
  | 'corpus'
  | 'importer'
  | 'embeddings'
  | 'index'
  | 'retrieval'
  | 'answer'
  | 'chat'
  | 'http'
  | 'discord'
  | 'mcp'

export interface ErrorDetails {
  /** What a developer needs to see: paths, sizes, ids. Logged, never sent to a client. */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/**
 * Base of every error that Footnote throws on purpose. The message says what was wrong and what to do about it, for
 * the person who can do it.
 */
export class FootnoteError extends Error {
  override readonly name: string = 'FootnoteError'
  readonly component: Component
  readonly fields: Readonly<Record<string, unknown>>

  constructor(component: Component, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.component = component
    this.fields = details.fields ?? {}
  }
}

/** The caller asked for something impossible. The message is meant for them. */
export class InvalidRequestError extends FootnoteError {
  override readonly name = 'InvalidRequestError'
}

/** The environment, a flag or a file that configures Footnote is wrong. Lists every fault at once. */
export class ConfigurationError extends FootnoteError {
  override readonly name = 'ConfigurationError'
}

/** An article or a file written about it cannot be used. */
export class CorpusError extends FootnoteError {
  override readonly name = 'CorpusError'
}

/** Why an index cannot be served as it is. */
export type IndexFault = 'missing' | 'stale' | 'incompatible' | 'damaged' | 'locked' | 'unwritable'

/** The index cannot be read, written or trusted. */
export class IndexError extends FootnoteError {
  override readonly name = 'IndexError'
  readonly fault: IndexFault

  constructor(fault: IndexFault, message: string, details: ErrorDetails = {}) {
    super('index', message, details)
    this.fault = fault
  }
}

/**
 * Why embeddings made no vectors: the key or the address is wrong, the account has nothing left, the server is busy,
 * it refuses these texts, it cannot be reached, or what it returns is of no use.
 */
export type EmbeddingsFault = 'key' | 'address' | 'quota' | 'busy' | 'refused' | 'unreachable' | 'unusable'

/** A text could not be embedded. */
export class EmbeddingsError extends FootnoteError {
  override readonly name = 'EmbeddingsError'
  readonly fault: EmbeddingsFault

  constructor(fault: EmbeddingsFault, message: string, details: ErrorDetails = {}) {
    super('embeddings', message, details)
    this.fault = fault
  }
}

/**
 * Why a language model wrote no answer, or not all of one: the key or the address is wrong, the account has nothing left,
 * the server is busy, fails or cannot be reached; it takes too long; its reply is cut off, endless, unreadable or empty;
 * it refuses, or the prompt is too long for it. `unsupported`: nothing of the reply is borne out by the articles.
 * `language`: it is in another language than was asked for.
 * `resting` and `spent`: it was not asked, because it failed again and again, or because of the limit for a day.
 */
export type ChatFault =
  | 'key'
  | 'address'
  | 'quota'
  | 'busy'
  | 'failed'
  | 'unreachable'
  | 'slow'
  | 'cut'
  | 'endless'
  | 'unusable'
  | 'empty'
  | 'refused'
  | 'overflow'
  | 'unsupported'
  | 'language'
  | 'resting'
  | 'spent'

/** A language model was of no use. */
export class ChatError extends FootnoteError {
  override readonly name = 'ChatError'
  readonly fault: ChatFault
  /** How long the server asks to be left alone. */
  readonly retryAfterMilliseconds: number | undefined

  constructor(
    fault: ChatFault,
    message: string,
    { retryAfterMilliseconds, ...details }: ErrorDetails & { readonly retryAfterMilliseconds?: number } = {},
  ) {
    super('chat', message, details)
    this.fault = fault
    this.retryAfterMilliseconds = retryAfterMilliseconds
  }
}

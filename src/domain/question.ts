import type { Language } from './language.ts'

/** Longest question, in characters. */
export const LONGEST_QUESTION = 1000

export interface AskRequest {
  /** 1–1000 characters, see {@link LONGEST_QUESTION}. */
  readonly question: string
  /** Earlier turns of the conversation, oldest first; the assistant's may be left out. */
  readonly history?: readonly Turn[]
  /**
   * Maximum number of paragraphs that the answer may cite.
   *
   * @default 3
   */
  readonly maxCitations?: number
  /**
   * Language of the answer; quotes stay in their own.
   *
   * @default the language of the question
   */
  readonly language?: Language
  /**
   * What the asker reads otherwise: the language of the page, the browser, Discord. It tells the script of a question that
   * shows none, behind a conversation that shows none, and the language of one without words.
   */
  readonly readerLanguage?: Language
  /**
   * Ids of the articles to answer from.
   *
   * @default all articles
   */
  readonly articles?: readonly string[]
  /**
   * Whether quotes keep what their author has set apart within a line: in `answer` as Markdown, in citations as `styles`
   * beside their `blocks`.
   *
   * @default false
   */
  readonly inlineMarkup?: boolean
}

/** A turn of the conversation before the question. */
export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

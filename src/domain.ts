/**
 * The words everything else is written in. Data flows one way:
 *
 *   corpus → paragraphs → passages → vectors → index
 *   question (+ history) → retrieve → answer → citations → HTTP, Discord, CLI, Worker
 *
 * Nothing here names a runtime, a library or a file format.
 */

/** The languages that people read and ask in (BCP 47). */
export type Language = 'zh-Hant' | 'zh-Hans' | 'en'

/** Half-open range of UTF-16 code units in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What kind of block a paragraph was in its source. */
export type BlockKind = 'prose' | 'list' | 'table' | 'code' | 'quote'

/** The unit that people cite. */
export interface Paragraph {
  /** `<article id>#<short hash of the normalised text>`; changes only when the paragraph's own words change. */
  readonly id: string
  /** Id of the article it stands in. */
  readonly article: string
  /** Position among the article's paragraphs, from 1. */
  readonly position: number
  /** The nearest heading above it; empty before the first one. */
  readonly section: string
  readonly kind: BlockKind
  /** Plain text, the author's words; what every quote is checked against. */
  readonly text: string
  /** Its sentences in order, without the white space between them. */
  readonly sentences: readonly Span[]
}

/** A heading of an article. `#` is the title and no section; `##` has level 2. */
export interface Section {
  readonly heading: string
  readonly level: number
  /** Position of the first paragraph below it. */
  readonly position: number
}

export interface Article {
  readonly id: string
  readonly title: string
  readonly author?: string
  readonly date?: string
  readonly language?: string
  /** Where it was first published. */
  readonly url?: string
  /** Path below the corpus folder, with forward slashes. */
  readonly source: string
  readonly sections: readonly Section[]
  readonly paragraphs: readonly Paragraph[]
}

/**
 * The unit that is embedded and retrieved: a paragraph, a piece of a long one, or a question written ahead for it. Its
 * span in the paragraph is the piece itself, or the words that answer the question.
 */
export interface Passage extends Span {
  /** Row of its paragraph, see {@link Library.paragraphAt}. */
  readonly paragraph: number
  readonly kind: 'text' | 'question'
  /** What is embedded: for a piece with the context it needs (title, heading), for a question the question alone. */
  readonly text: string
}

/** A turn of the conversation before the question. */
export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

export interface AskRequest {
  /** 1–1000 characters. */
  readonly question: string
  /** Oldest first; may hold the user's turns alone. */
  readonly history?: readonly Turn[]
  /** How many paragraphs the answer may cite at most. */
  readonly maxCitations?: number
}

/**
 * A paragraph and, inside it, the exact words that support the answer.
 * Invariant, checked before it leaves the house: `quote === text.slice(start, end)`.
 */
export interface Citation extends Span {
  /** The `n` of `[n]` in the answer, from 1. */
  readonly marker: number
  /** Paragraph id. */
  readonly id: string
  /** Article id. */
  readonly article: string
  readonly title: string
  readonly section: string
  /** Position of the paragraph in its article, from 1. */
  readonly paragraph: number
  readonly quote: string
  /** The whole paragraph. */
  readonly text: string
  /** Where the article opens at the quoted words; relative to the service's own address. */
  readonly url: string
  /** How well the paragraph answers the question, 0–1. */
  readonly score: number
}

/** A paragraph near a question that the corpus does not answer. Not a citation: it supports nothing. */
export interface RelatedParagraph {
  readonly id: string
  readonly article: string
  readonly title: string
  readonly section: string
  readonly paragraph: number
  readonly text: string
  readonly url: string
}

export interface Answer {
  /** False when the corpus does not say; `answer` then says so in the question's language. */
  readonly answered: boolean
  /** With `[n]` markers, one for each citation, in order of first use. */
  readonly answer: string
  readonly citations: readonly Citation[]
  /** Calibrated probability, 0–1, that the corpus answers the question and these citations show it. */
  readonly confidence: number
  /** Language of the question. */
  readonly language: Language
  /** Name of the answerer, e.g. `extractive`. */
  readonly answerer: string
  /** When declined: up to two passages that come nearest. */
  readonly related: readonly RelatedParagraph[]
}

export interface AskOptions {
  readonly signal?: AbortSignal
}

/** Answers a question from one snapshot of the index. Throws {@link InvalidRequestError} for an unusable request. */
export type Ask = (request: AskRequest, options?: AskOptions) => Promise<Answer>

/**
 * The articles of one snapshot, read without unpacking all of them. Rows count from 0 across the corpus, in the order
 * of the articles' sources.
 */
export interface Library {
  readonly articleCount: number
  readonly paragraphCount: number
  article(id: string): Article | undefined
  /** @throws RangeError outside 0 … articleCount − 1 */
  articleAt(row: number): Article
  /** @throws RangeError outside 0 … paragraphCount − 1 */
  paragraphAt(row: number): Paragraph
}

/** One built index, opened: what every interface (HTTP, Discord, CLI, Worker) is given. */
export interface IndexSnapshot {
  /** Names this build of the index. */
  readonly id: string
  readonly library: Library
  readonly ask: Ask
  /** Questions that the corpus is known to answer, for suggestions. */
  readonly suggestions: readonly Suggestion[]
}

/** A question that a paragraph is known to answer. */
export interface Suggestion {
  readonly question: string
  readonly language: Language
  /** Paragraph id. */
  readonly paragraph: string
}

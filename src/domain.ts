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

/**
 * A stretch of a paragraph that is set in one way: a lead-in, the list it leads to, a piece of code. A list has a line
 * for each item, indented by two spaces a level; ordered items keep their number ("1. "), tasks their box ("[x] ",
 * "[ ] "), bullets have no mark. A table has a line for each row and a tab between its cells; its first row names the
 * columns.
 */
export interface Block extends Span {
  readonly kind: BlockKind
  /** Language of code, where its source names one, e.g. `ts`. */
  readonly language?: string
  /** Of a table whose source says so: to which side each column is set. */
  readonly columns?: readonly ColumnSide[]
}

export type ColumnSide = 'none' | 'left' | 'center' | 'right'

/** Words that their author has set apart within a line. */
export interface StyledSpan extends Span {
  readonly style: 'code' | 'strong' | 'emphasis' | 'link'
  /** Of a link: an address of the web. */
  readonly href?: string
}

/**
 * The unit that people cite: a block, or several that only make sense together (a lead-in that ends in a colon and the
 * code, list or table that it leads to).
 */
export interface Paragraph {
  /** `<article id>#<short hash of the normalised text>`; changes only when the paragraph's own words change. */
  readonly id: string
  /** Id of the article it stands in. */
  readonly article: string
  /** Position among the article's paragraphs, from 1. */
  readonly position: number
  /** The nearest heading above it; empty before the first one. */
  readonly section: string
  /** Kind of its main block: the first that is not prose, such as the code that a lead-in leads to. */
  readonly kind: BlockKind
  /** Plain text, the author's words; what every quote is checked against. */
  readonly text: string
  /** At least one, in order; together they cover the text but for the two line breaks between one and the next. */
  readonly blocks: readonly Block[]
  /**
   * Its sentences in order, without the white space between them. None crosses a block; an item of a list, a row of a
   * table and a line of code are one each.
   */
  readonly sentences: readonly Span[]
  /**
   * What is set apart within its lines, in order, outer before inner, each within a line and a cell; absent where
   * nothing is.
   */
  readonly styles?: readonly StyledSpan[] | undefined
}

/** A heading of an article. `#` is the title and no section; `##` has level 2. */
export interface Section {
  readonly heading: string
  readonly level: number
  /** Position of the first paragraph below it. */
  readonly position: number
  /** What is set apart in the heading; absent where nothing is. */
  readonly styles?: readonly StyledSpan[]
}

/** Words of an article, by the position of their paragraph. */
export interface OverviewSentence extends Span {
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
  /** The words that a summary is to quote, in order, where they were chosen ahead. */
  readonly overview?: readonly OverviewSentence[]
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
  /** Language that the answer should be in; without it that of the question. Quotes stay in their own. */
  readonly language?: Language
  /**
   * What the asker reads otherwise: the language of the page, the browser, Discord. It tells the script of a question that
   * shows none, behind a conversation that shows none, and the language of one without words.
   */
  readonly readerLanguage?: Language
  /** Ids of the articles to answer from; all of them without it. */
  readonly articles?: readonly string[]
  /**
   * Whether quotes keep what their author has set apart within a line: in `answer` as Markdown, in citations as `styles`
   * beside their `blocks`.
   *
   * @default false
   */
  readonly inlineMarkup?: boolean
}

/**
 * A paragraph and, inside it, the exact words that support the answer.
 * Invariant, checked before the answer is returned: `quote === text.slice(start, end)`.
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
  /** Position of the paragraph in its article, from 1; 0 for the header of an article. */
  readonly paragraph: number
  /** Kind of the block that the quote stands in. */
  readonly kind: BlockKind
  /** Language of the quoted words. */
  readonly language: Language
  readonly quote: string
  /** The paragraph; of a very long one the part around the quote, see {@link textStart}. */
  readonly text: string
  /** Where `text` begins in the paragraph, in UTF-16 code units; 0 unless it was cut. */
  readonly textStart: number
  /** Where the article opens at the quoted words; relative to the service's own address. */
  readonly url: string
  /** How well the paragraph answers the question, 0–1. */
  readonly score: number
  /** With {@link AskRequest.inlineMarkup}: the blocks that `text` is made of, with offsets in it. */
  readonly blocks?: readonly Block[]
  /** With {@link AskRequest.inlineMarkup}: what is set apart within the lines of `text`. */
  readonly styles?: readonly StyledSpan[]
}

/** A paragraph near a question that the corpus does not answer. Not a citation: it supports nothing. */
export interface RelatedParagraph {
  readonly id: string
  readonly article: string
  readonly title: string
  readonly section: string
  readonly paragraph: number
  /** The paragraph; of a very long one the part that comes nearest, see {@link textStart}. */
  readonly text: string
  /** Where `text` begins in the paragraph, in UTF-16 code units; 0 unless it was cut. */
  readonly textStart: number
  readonly url: string
}

export interface SearchRequest {
  /** A question, or a few words; 1–1000 characters. */
  readonly query: string
  /**
   * How many paragraphs to return at most.
   *
   * @default 10
   */
  readonly limit?: number
  /** Ids of the articles to search; all of them without it. */
  readonly articles?: readonly string[]
}

/** A paragraph that a search found. Whether it answers anything is not said: that is for {@link Ask}. */
export interface SearchResult extends RelatedParagraph {
  readonly kind: BlockKind
  /** The share of this paragraph among those that were considered, 0–1. */
  readonly score: number
  /** The words of `text` that meet the query: in order, neither overlapping nor touching. */
  readonly highlights: readonly Span[]
}

/**
 * What an answer is: an answer from the corpus, the statement that the corpus does not say, or a reply to something that
 * is no question about it (a greeting, thanks, "what can you do?").
 */
export type AnswerKind = 'answer' | 'declined' | 'conversation'

/** What somebody does with a turn that is no question about the corpus. */
export type ConversationAct =
  | 'greeting'
  | 'farewell'
  | 'thanks'
  | 'assent'
  | 'laughter'
  | 'praise'
  | 'complaint'
  | 'stop'
  | 'ping'
  | 'wellbeing'
  | 'reaction'
  | 'help'
  | 'identity'
  /** Asks which articles there are. */
  | 'articles'
  /** Asks something of an article without saying of which; the reply asks back. */
  | 'which-article'
  /** Asks something of nothing that was named: "what should I do?"; the reply asks back. */
  | 'unclear'
  | 'out-of-scope'

/** Why an answer is not of the answerer that was to write it. */
export interface Degradation {
  /** For people, without details of the server: "The language model did not answer in time." */
  readonly reason: string
}

export interface Answer {
  readonly kind: AnswerKind
  /** True exactly for `kind: 'answer'`. When the corpus does not say, `answer` says so in the question's language. */
  readonly answered: boolean
  /** Markdown, with `[n]` markers, one for each citation, in order of first use. */
  readonly answer: string
  readonly citations: readonly Citation[]
  /** Calibrated probability, 0–1, that the corpus answers the question and these citations show it. */
  readonly confidence: number
  /** Language of the question. */
  readonly language: Language
  /** Language that `answer` is written in; that of the quotes where they are all it says. */
  readonly answerLanguage: Language
  /** What made the answer: `extractive`, `written`, `conversation`, or the name of a language model. */
  readonly answerer: string
  /** When declined: up to two paragraphs that come nearest. */
  readonly related: readonly RelatedParagraph[]
  /** Where `kind` is `conversation`: what was done, so that an interface may answer otherwise than in words. */
  readonly act?: ConversationAct
  /** Where it helps (a greeting, help): questions that this corpus answers, in the language of the reply. */
  readonly suggestions?: readonly string[]
  readonly degraded?: Degradation
}

/** A part of an answer on its way, see {@link AskOptions.onPart}. Nothing that was sent is ever taken back. */
export type AnswerPart =
  | { readonly type: 'citations'; readonly citations: readonly Citation[] }
  | { readonly type: 'token'; readonly text: string }

/** A step of the work on a question: waiting for its turn, finding paragraphs, asking a model, writing the answer. */
export interface Stage {
  readonly name: 'queue' | 'retrieval' | 'model' | 'answer'
  /** When it began, in milliseconds since 1970. */
  readonly start: number
  readonly milliseconds: number
  readonly failed: boolean
}

export interface AskOptions {
  readonly signal?: AbortSignal
  /** Called at the end of each step of the work, for those who measure it. */
  readonly onStage?: (stage: Stage) => void
  /** Called with the parts of the answer as they become known; all tokens joined are `answer`. */
  readonly onPart?: (part: AnswerPart) => void
}

/** Answers a question from one snapshot of the index. Throws {@link InvalidRequestError} for an unusable request. */
export type Ask = (request: AskRequest, options?: AskOptions) => Promise<Answer>

/** Finds paragraphs, best first. Throws {@link InvalidRequestError} for an unusable request. */
export type Search = (
  request: SearchRequest,
  options?: Pick<AskOptions, 'signal' | 'onStage'>,
) => Promise<readonly SearchResult[]>

/** Rows from `start` up to, but not including, `end`. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

/**
 * The articles of one snapshot, read without unpacking all of them. Rows count from 0 across the corpus, in the order
 * of the articles' sources.
 */
export interface Library {
  readonly articleCount: number
  readonly paragraphCount: number
  article(id: string): Article | undefined
  /** Rows of the paragraphs of an article, which follow each other; undefined where there is no such article. */
  paragraphRows(id: string): RowRange | undefined
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
  readonly search: Search
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

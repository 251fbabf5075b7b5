import type { AnswerKind, ConversationAct } from '../domain/answer.ts'
import type { Article } from '../domain/article.ts'
import type { Language } from '../domain/language.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'

/** Words of an article that a reply rests on. */
export interface QuotedWords extends Span {
  readonly paragraph: Paragraph
  readonly article: Article
}

/** A sentence of a reply and the words that bear it out. */
export interface Said extends QuotedWords {
  /** Plain text; without it the quoted words themselves. */
  readonly text?: string
}

/** What is said to a turn that needs no search: to a greeting, to a question about the article itself. */
export interface Reply {
  readonly kind: AnswerKind
  /** Plain text: all of a reply that quotes nothing, or what leads to the rest. */
  readonly text: string
  /** Plain text, listed behind `text`: titles to choose from. */
  readonly items?: readonly string[]
  /** Each is cited; empty where the kind is not `answer`. */
  readonly says: readonly Said[]
  /** Whether what it says is listed, an item each, rather than set as sentences. */
  readonly asList?: boolean
  /** Language of the turn. */
  readonly language: Language
  /** Language of most of what the reply says. */
  readonly replyLanguage: Language
  readonly act?: ConversationAct
  readonly suggestions?: readonly string[]
}

import type { AnswerKind, Article, ConversationAct, Language, Paragraph, Span } from '../domain.ts'

/** Words of an article that a reply rests on. */
export interface QuotedWords extends Span {
  readonly paragraph: Paragraph
  readonly article: Article
}

/** What is said to a turn that needs no search: to a greeting, to a question about the article itself. */
export interface Reply {
  readonly kind: AnswerKind
  /** Markdown; `[n]` stands behind what the n-th of the quotes says. */
  readonly text: string
  /** Of the turn. */
  readonly language: Language
  readonly replyLanguage: Language
  /** None where the kind is not `answer`. */
  readonly quotes: readonly QuotedWords[]
  readonly act?: ConversationAct
  readonly suggestions?: readonly string[]
}

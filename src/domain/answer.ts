import type { Citation, RelatedParagraph } from './citation.ts'
import type { Language } from './language.ts'

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
  /** When declined: up to two of the nearest paragraphs. */
  readonly related: readonly RelatedParagraph[]
  /** Where `kind` is `conversation`: what was done, so that an interface may answer otherwise than in words. */
  readonly act?: ConversationAct
  /** Where it helps (a greeting, help): questions that this corpus answers, in the language of the reply. */
  readonly suggestions?: readonly string[]
  readonly degraded?: Degradation
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
  /** Wants more of an answer where the articles say no more. */
  | 'no-more'
  | 'out-of-scope'

/** Why another answerer wrote the answer than the one that should have. */
export interface Degradation {
  /** For people, without details of the server: "The language model did not answer in time." */
  readonly reason: string
}

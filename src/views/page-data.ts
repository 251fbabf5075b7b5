import type { Answer } from '../domain/answer.ts'
import type { Language } from '../domain/language.ts'
import type { AnswerWords } from './words/answer-words.ts'

/** Earlier questions that a form or a link sends along; a follow-up needs no more than the last few. */
export const MOST_BEFORE = 5

/** What the server hands to the script of the chat page, as JSON in the page. */
export interface ChatPageData {
  readonly language: Language
  readonly words: AnswerWords
  readonly placeholder: string
  readonly followUp: string
  /** Begins a question about a selected passage, `{text}`. */
  readonly about: string
  readonly panel: ReaderWords & { readonly source: string; readonly openWhole: string }
  /** The question that the page was opened with, and its answer. */
  readonly turn?: { readonly question: string; readonly articles: readonly string[]; readonly answer: Answer }
}

/** What the script of a reader says. */
export interface ReaderWords {
  readonly askAbout: string
  readonly highlights: string
  readonly previous: string
  readonly next: string
}

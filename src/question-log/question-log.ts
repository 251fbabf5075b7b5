import type { AnswerKind, ConversationAct } from '../domain/answer.ts'
import type { Language } from '../domain/language.ts'

/** A question and what became of it. Says nothing about the person who asked. */
export interface QuestionEntry {
  readonly type: 'question'
  /** Names the answer; feedback refers to it. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** The interface it came through, e.g. `http`, `discord`. */
  readonly through: string
  /** Where in that interface, e.g. `<server id>/<channel id>` of Discord; left out in private places. */
  readonly place?: string
  readonly question: string
  /** Whether earlier turns came with it, so that its words alone may not say what was meant. */
  readonly isFollowUp: boolean
  readonly kind: AnswerKind
  readonly act?: ConversationAct
  /** 0–1, see {@link Answer.confidence}. */
  readonly confidence: number
  readonly language: Language
  readonly answerer: string
  /** Ids of the cited paragraphs, in the order of their markers. */
  readonly paragraphs: readonly string[]
  /** Id of the index snapshot that answered. */
  readonly generation: string
}

/** What somebody thought of an answer. A later entry of the same answer and person replaces an earlier one. */
export interface FeedbackEntry {
  readonly type: 'feedback'
  /** Id of the {@link QuestionEntry}. */
  readonly answer: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly rating: 'up' | 'down'
  /** What was wrong, in the person's own words. */
  readonly comment?: string
  /** Tells presses of one person from those of several, without saying who it is. */
  readonly voter?: string
}

export type LogEntry = QuestionEntry | FeedbackEntry

/** Keeps what was asked and how it was answered, for the owner of the articles. */
export interface QuestionLog {
  /**
   * Keeps an entry. Never rejects: an answer does not fail because its log does; the log reports its own errors.
   * @returns whether the entry was kept
   */
  record(entry: LogEntry): Promise<boolean>
}

/** Reads back what a {@link QuestionLog} kept. */
export interface QuestionLogReader {
  /** Oldest first. */
  entries(): AsyncIterable<LogEntry>
}

import type { Log } from '../log.ts'

/** What someone thought of an answer. */
export interface FeedbackRecord {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly rating: 'up' | 'down'
  /** The interface it came through, e.g. `http`, `discord`. */
  readonly through: string
  /** Id of the answer in the question log, as far as it is known. */
  readonly answerId?: string
  /** Who pressed the button in Discord; a later press replaces an earlier one. */
  readonly user?: string
  /** The answer's message in Discord, and where it is. */
  readonly message?: string
  readonly channel?: string
  readonly server?: string
  /** The question and the answer, as far as they are known. */
  readonly question?: string
  readonly answer?: string
  /** What was wrong, in the person's words. */
  readonly comment?: string
  /** Ids of the paragraphs that were cited. */
  readonly paragraphs: readonly string[]
}

/** Where feedback is kept. */
export interface Feedback {
  /** Resolves when the record is kept. Records of one message and user may come more than once; the last one counts. */
  record(feedback: FeedbackRecord): Promise<void>
}

/** Keeps feedback in the log, without anyone's words: enough to count, where there is no disk to write to. */
export function feedbackToLog(log: Log): Feedback {
  return {
    record: async ({ question: _question, answer: _answer, comment: _comment, ...rest }) =>
      log.info({ feedback: rest }, 'Feedback'),
  }
}

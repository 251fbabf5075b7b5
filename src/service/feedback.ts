import type { Configuration } from '../configuration/configuration.ts'
import type { Log } from '../log.ts'
import { type Feedback, feedbackToLog } from '../question-log/feedback.ts'
import { feedbackToFile } from '../storage/feedback-file.ts'

/** Keeps what people think of answers where the configuration says; in the log without FEEDBACK_FILE. */
export function openFeedback({ FEEDBACK_FILE }: Pick<Configuration, 'FEEDBACK_FILE'>, log: Log): Feedback {
  return FEEDBACK_FILE === undefined ? feedbackToLog(log) : feedbackToFile(FEEDBACK_FILE)
}

import type { Configuration } from '../configuration/configuration.ts'
import type { Log } from '../log.ts'
import { QuestionLogFile } from '../storage/question-log/question-log-file.ts'

/** The question log that the configuration names; nothing is kept without QUESTION_LOG. */
export function openQuestionLog(
  { QUESTION_LOG, QUESTION_LOG_DAYS }: Pick<Configuration, 'QUESTION_LOG' | 'QUESTION_LOG_DAYS'>,
  log: Log,
): QuestionLogFile | undefined {
  if (QUESTION_LOG === undefined) return undefined
  return new QuestionLogFile({ path: QUESTION_LOG, days: QUESTION_LOG_DAYS, log })
}

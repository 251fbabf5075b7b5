import type { Feedback } from '../question-log/feedback.ts'
import { JsonLines } from './json-lines.ts'

/** Keeps feedback in a file of JSON lines, one record a line, oldest first, readable by its owner alone. */
export function feedbackToFile(path: string): Feedback {
  const lines = new JsonLines(path)
  return { record: (feedback) => lines.append(feedback) }
}

import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Feedback } from '../discord/feedback.ts'

/**
 * Keeps feedback in a file of JSON lines, one record a line, oldest first. Readable by its owner alone: it holds what
 * people asked. Lines are appended one after the other, so that none ends up inside another.
 */
export function feedbackToFile(path: string): Feedback {
  let last: Promise<void> = Promise.resolve()
  async function append(line: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    await appendFile(path, line, { mode: 0o600 })
  }
  return {
    record(feedback) {
      const appended = last.then(() => append(`${JSON.stringify(feedback)}\n`))
      // A line that could not be written is its own caller's to hear of.
      last = appended.catch(() => {})
      return appended
    },
  }
}

import { ConfigurationError, FootnoteError } from '../errors.ts'
import { Problem } from '../protocol/problem.ts'

/** How the commands end. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const

/**
 * Says on standard error why a command ends: in one clear message where the person can do something about it, with
 * the stack where only a developer can.
 *
 * @returns the exit code
 */
export function reportFailure(error: unknown): number {
  if (!(error instanceof FootnoteError)) {
    console.error(error)
    return EXIT.failed
  }
  console.error(error.message)
  return error instanceof ConfigurationError || error instanceof Problem ? EXIT.usage : EXIT.failed
}

/** What went wrong, in words and without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

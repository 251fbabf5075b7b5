import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The compiled entry `answer-thread`, beside this file; nothing where the source runs as it is, which no thread can. */
export function answerThreadFile(): string | undefined {
  const file = fileURLToPath(new URL('./answer-thread.js', import.meta.url))
  return existsSync(file) ? file : undefined
}

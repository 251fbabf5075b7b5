import { availableParallelism } from 'node:os'
import type { Configuration } from '../../configuration/configuration.ts'
import type { Log } from '../../log.ts'
import { AnswerThreads } from './answer-threads.ts'

/** More only where somebody asks for them: each takes memory of its own. */
const MOST_BY_DEFAULT = 4

/**
 * Threads to answer in, as many as the configuration says; by default one a processor. None where a question waits for a
 * server that embeds or writes, most of whose time is spent there, and whose breaker and budget belong to one thread.
 *
 * @param file the compiled entry `answer-thread`; without it, there are no threads
 */
export function openAnswerThreads(
  { ANSWER_THREADS, EMBEDDINGS, CHAT_MODEL }: Configuration,
  file: string | undefined,
  log: Log,
): AnswerThreads | undefined {
  const size = ANSWER_THREADS ?? Math.min(availableParallelism(), MOST_BY_DEFAULT)
  const asksServers = EMBEDDINGS !== 'builtin' || CHAT_MODEL !== 'extractive'
  return file === undefined || size === 0 || asksServers ? undefined : new AnswerThreads({ file, size, log })
}

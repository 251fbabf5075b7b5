import type { AskOptions } from './domain/ask.ts'
import type { Stage } from './domain/stage.ts'

/**
 * Does a step of the work on a question and says how long it took.
 *
 * @example
 * ```ts
 * const retrieval = await timed('retrieval', options, () => retriever.retrieve(question))
 * ```
 */
export async function timed<T>(
  name: Stage['name'],
  { onStage }: Pick<AskOptions, 'onStage'>,
  task: () => T | Promise<T>,
): Promise<T> {
  if (onStage === undefined) return task()
  const start = Date.now()
  const before = performance.now()
  const end = (failed: boolean) => onStage({ name, start, milliseconds: performance.now() - before, failed })
  try {
    const result = await task()
    end(false)
    return result
  } catch (error) {
    end(true)
    throw error
  }
}

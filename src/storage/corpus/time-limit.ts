import { createContext, Script } from 'node:vm'

/** Calls what it is given. Only code that runs in a script can be stopped from outside. */
const script = new Script('action()')
const context = createContext({ action: undefined })

/**
 * Does something that does not wait for anything, and stops it after a time: a pattern that looks back without end, a
 * parser that takes quadratic time. What it has begun is left as it is.
 *
 * @returns what the action returns
 * @throws what `timedOut` returns, after the time; else what the action throws
 */
export function withTimeLimit<Value>(
  milliseconds: number,
  action: () => Value,
  timedOut: () => Error,
): Value {
  const outer = context.action
  context.action = action
  try {
    return script.runInContext(context, { timeout: milliseconds }) as Value
  } catch (error) {
    throw (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      ? timedOut()
      : error
  } finally {
    context.action = outer
  }
}

/**
 * Waits for something that gives way now and then, no longer than a time. It may go on without anybody waiting.
 *
 * @throws what `timedOut` returns, after the time; else what it rejects with
 */
export async function waitNoLongerThan<Value>(
  milliseconds: number,
  promise: Promise<Value>,
  timedOut: () => Error,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

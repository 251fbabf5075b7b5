import { expect } from 'vitest'

/** Where there is less time, fewer repetitions must do: no test may keep a machine for longer. */
const BUDGET_MILLISECONDS = process.env.CI ? 25_000 : 5 * 60_000

/**
 * Does something so many times, one after the other, or for as long as the budget lasts.
 *
 * @returns how many times it was done
 */
export async function repeat(times: number, action: (time: number) => Promise<void>): Promise<number> {
  const start = performance.now()
  let done = 0
  while (done < times && performance.now() - start < BUDGET_MILLISECONDS) await action(done++)
  expect(done).toBeGreaterThan(times / 20)
  return done
}

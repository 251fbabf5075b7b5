import { LRUCache } from 'lru-cache'

/** Decides whether someone may do something now. */
export interface RateLimit {
  /** Milliseconds until `key` has a turn; 0 when it has one now. Takes none. */
  wait(key: string): number
  /**
   * Takes one turn of `key`.
   * @returns 0 when it was granted, else the milliseconds until there is one
   */
  take(key: string): number
}

export interface Allowance {
  /** How many turns can be saved up, and so be used at once. */
  readonly turns: number
  /** Milliseconds that it takes for that many turns to grow back. */
  readonly perMilliseconds: number
}

/** More keys than are in use within the same minutes, unless it is an attack; then the longest unused are forgotten. */
const MOST_KEYS = 10_000

/**
 * Limits the rate of each key, in memory, by the generic cell rate algorithm (ITU-T I.371): one number a key, the time
 * at which all of its turns will have grown back.
 *
 * @param now milliseconds, never going back
 */
export function createRateLimit(
  { turns, perMilliseconds }: Allowance,
  now: () => number = Date.now,
): RateLimit {
  const interval = perMilliseconds / turns
  const restored = new LRUCache<string, number>({ max: MOST_KEYS })

  function next(key: string): { readonly wait: number; readonly restoredAt: number } {
    const time = now()
    const restoredAt = Math.max(restored.get(key) ?? time, time) + interval
    return { wait: Math.max(0, Math.ceil(restoredAt - (time + perMilliseconds))), restoredAt }
  }

  return {
    wait: (key) => next(key).wait,
    take(key) {
      const { wait, restoredAt } = next(key)
      if (wait === 0) restored.set(key, restoredAt)
      return wait
    },
  }
}

/** Decides whether someone may ask now. */
export interface RateLimit {
  /**
   * Takes one turn of `key`.
   * @returns 0 when it was granted, else the milliseconds until there is one
   */
  take(key: string): number
}

export interface Allowance {
  /** How many turns can be saved up, and so be used at once. */
  readonly turns: number
  /** In how many milliseconds that many turns grow back. */
  readonly perMilliseconds: number
}

/** More people than this do not ask within the same minutes, unless it is an attack. */
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
  const restored = new Map<string, number>()

  /** A key with all of its turns is as good as one never seen; under an attack the longest unused half goes, too. */
  function forget(time: number): void {
    for (const [key, at] of restored) if (at <= time) restored.delete(key)
    if (restored.size < MOST_KEYS) return
    for (const key of [...restored.keys()].slice(0, MOST_KEYS / 2)) restored.delete(key)
  }

  return {
    take(key) {
      const time = now()
      if (restored.size >= MOST_KEYS) forget(time)
      const at = Math.max(restored.get(key) ?? time, time)
      const wait = at + interval - (time + perMilliseconds)
      if (wait > 0) return Math.ceil(wait)
      // Deleted first, so that the map stays in the order of last use.
      restored.delete(key)
      restored.set(key, at + interval)
      return 0
    },
  }
}

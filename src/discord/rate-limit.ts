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

interface Bucket {
  turns: number
  updated: number
}

/** So many buckets are kept that the fullest are forgotten first only under an attack. */
const MOST_BUCKETS = 10_000

/**
 * A token bucket for each key, in memory. Full buckets are forgotten: a key that has not been seen is a full bucket.
 * @param now milliseconds, never going back
 */
export function createRateLimit(
  { turns, perMilliseconds }: Allowance,
  now: () => number = Date.now,
): RateLimit {
  const buckets = new Map<string, Bucket>()
  const refill = (bucket: Bucket): number =>
    Math.min(turns, bucket.turns + ((now() - bucket.updated) * turns) / perMilliseconds)

  function forgetFull(): void {
    for (const [key, bucket] of buckets) if (refill(bucket) >= turns) buckets.delete(key)
    // Still too many: the ones that have waited longest, which a Map holds first.
    for (const key of buckets.keys()) {
      if (buckets.size < MOST_BUCKETS) break
      buckets.delete(key)
    }
  }

  return {
    take(key) {
      if (buckets.size >= MOST_BUCKETS) forgetFull()
      const bucket = buckets.get(key)
      const available = bucket === undefined ? turns : refill(bucket)
      const granted = available >= 1
      buckets.delete(key)
      buckets.set(key, { turns: granted ? available - 1 : available, updated: now() })
      return granted ? 0 : Math.ceil(((1 - available) * perMilliseconds) / turns)
    },
  }
}

import { LRUCache } from 'lru-cache'

/** How far a request's clock may be from ours, in milliseconds: older ones are refused, however well signed. */
const FRESHNESS = 5 * 60_000

export type Freshness = 'fresh' | 'stale' | 'replayed'

/** More than Discord sends in the minutes that they are remembered for. */
const MOST = 100_000

/**
 * Remembers the requests of the last minutes, so that a recorded one cannot be sent again. In memory: where several
 * processes serve one address, each remembers its own, and the freshness holds for all.
 */
export class ReplayGuard {
  private readonly seen: LRUCache<string, true>
  private readonly now: () => number

  constructor(now: () => number = Date.now) {
    this.now = now
    // A request may be from the future as far as the clocks may differ, hence twice.
    this.seen = new LRUCache({ max: MOST, ttl: 2 * FRESHNESS, perf: { now }, ttlResolution: 0 })
  }

  /**
   * Only for signatures that have been verified: a forger must not be able to fill the memory.
   * @param timestamp seconds since 1970, as Discord's header says
   */
  check(signature: string, timestamp: string): Freshness {
    const now = this.now()
    const signed = Number(timestamp) * 1000
    if (!(Math.abs(now - signed) <= FRESHNESS)) return 'stale'
    // The same bytes in other letters are the same signature.
    const key = signature.toLowerCase()
    if (this.seen.has(key)) return 'replayed'
    this.seen.set(key, true)
    return 'fresh'
  }
}

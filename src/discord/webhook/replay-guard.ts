/** How far a request's clock may be from ours, in milliseconds: older ones are refused, however well signed. */
const FRESHNESS = 5 * 60_000

export type Freshness = 'fresh' | 'stale' | 'replayed'

/**
 * Remembers the requests of the last minutes, so that a recorded one cannot be sent again. In memory: where several
 * processes serve one address, each remembers its own, and the freshness holds for all.
 */
export class ReplayGuard {
  /** Signature → the millisecond from which it would be stale anyway; in the order of arrival. */
  private readonly seen = new Map<string, number>()
  private readonly now: () => number

  constructor(now: () => number = Date.now) {
    this.now = now
  }

  /**
   * Only for signatures that have been verified: a forger must not be able to fill the memory.
   * @param timestamp seconds since 1970, as Discord's header says
   */
  check(signature: string, timestamp: string): Freshness {
    const now = this.now()
    const signed = Number(timestamp) * 1000
    if (!(Math.abs(now - signed) <= FRESHNESS)) return 'stale'
    for (const [known, staleFrom] of this.seen) {
      if (staleFrom >= now) break
      this.seen.delete(known)
    }
    // The same bytes in other letters are the same signature.
    const key = signature.toLowerCase()
    if (this.seen.has(key)) return 'replayed'
    // From the future is allowed as far as the clocks may differ, hence twice.
    this.seen.set(key, now + 2 * FRESHNESS)
    return 'fresh'
  }
}

import { describe, expect, it } from 'vitest'
import type { Allowance, RateLimit } from '../../src/discord/rate-limit.ts'

/** What everything that limits a rate must do. */
export function describeRateLimit(
  name: string,
  create: (allowance: Allowance, now: () => number) => RateLimit,
): void {
  describe(`${name} limits a rate`, () => {
    it('by granting as many turns at once as there are, and then saying how long to wait', () => {
      const limit = create({ turns: 3, perMilliseconds: 3000 }, () => 0)
      expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 0])
      expect(limit.take('a')).toBe(1000)
    })

    it('by granting a turn after that wait, and not a millisecond before', () => {
      let now = 0
      const limit = create({ turns: 3, perMilliseconds: 3000 }, () => now)
      for (let turn = 0; turn < 3; turn += 1) limit.take('a')
      now = 999
      expect(limit.take('a')).toBe(1)
      now = 1000
      expect(limit.take('a')).toBe(0)
      expect(limit.take('a')).toBe(1000)
    })

    it('of each key apart', () => {
      const limit = create({ turns: 1, perMilliseconds: 1000 }, () => 0)
      expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 1000])
    })

    it('without saving up more turns than there are', () => {
      let now = 0
      const limit = create({ turns: 2, perMilliseconds: 1000 }, () => now)
      limit.take('a')
      now = 1_000_000
      expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 500])
    })

    it('of more keys than it can remember', () => {
      const limit = create({ turns: 1, perMilliseconds: 60_000 }, () => 0)
      for (let key = 0; key < 30_000; key += 1) expect(limit.take(String(key))).toBe(0)
      expect(limit.take('29999')).toBe(60_000)
    })
  })
}

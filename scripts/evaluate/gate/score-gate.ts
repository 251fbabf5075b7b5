import { ClaimChecker } from '../../../src/claims/check-claim.ts'
import type { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import type { GatePair } from './gate-pairs.ts'

export interface JudgedPair {
  readonly pair: GatePair
  readonly passes: boolean
}

/** Shares are undefined where they are of nothing. */
export interface GateScore {
  readonly pairs: number
  /** Of the claims that pass, how many are supported. */
  readonly precision: number | undefined
  /** Of the supported claims, how many pass. */
  readonly recall: number | undefined
}

export function judgePairs(pairs: readonly GatePair[], dictionary: BilingualDictionary): JudgedPair[] {
  const checker = new ClaimChecker(dictionary)
  return pairs.map((pair) => ({
    pair,
    passes: checker.check(pair.claim, { sentences: pair.support }).faults.length === 0,
  }))
}

export function scoreGate(judged: readonly JudgedPair[]): GateScore {
  const supported = judged.filter(({ pair }) => pair.supported)
  const passed = judged.filter(({ passes }) => passes)
  const rightly = passed.filter(({ pair }) => pair.supported).length
  return {
    pairs: judged.length,
    precision: passed.length === 0 ? undefined : rightly / passed.length,
    recall: supported.length === 0 ? undefined : rightly / supported.length,
  }
}

/** How many of the claims with each fault were stopped, in alphabetical order. */
export function stoppedByFault(
  judged: readonly JudgedPair[],
): Map<string, { readonly count: number; readonly stopped: number }> {
  const faults = [...new Set(judged.flatMap(({ pair }) => pair.fault ?? []))].sort()
  return new Map(
    faults.map((fault) => {
      const claims = judged.filter(({ pair }) => pair.fault === fault)
      return [fault, { count: claims.length, stopped: claims.filter(({ passes }) => !passes).length }]
    }),
  )
}

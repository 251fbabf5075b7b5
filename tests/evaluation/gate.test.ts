import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readGatePairs } from '../../scripts/evaluate/gate/gate-pairs.ts'
import {
  type JudgedPair,
  judgePairs,
  scoreGate,
  stoppedByFault,
} from '../../scripts/evaluate/gate/score-gate.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'

const PAIRS = fileURLToPath(new URL('gate-pairs.jsonl', import.meta.url))

let dev: readonly JudgedPair[]
beforeAll(async () => {
  const pairs = await readGatePairs(PAIRS)
  dev = judgePairs(
    pairs.filter(({ split }) => split === 'dev'),
    await loadDictionary(),
  )
})

describe('the gate', () => {
  it('lets most supported claims pass, and few others', () => {
    const { precision, recall } = scoreGate(dev)
    expect(precision).toBeGreaterThanOrEqual(0.84)
    expect(recall).toBeGreaterThanOrEqual(0.77)
  })

  it.each([
    ['number', 0.98],
    ['year', 1],
    ['unit', 1],
    ['frankenquote', 0.94],
    ['overgeneralised', 0.94],
    ['misattributed', 0.84],
    ['other-paragraph', 0.83],
    ['fabricated', 0.72],
    ['wrong-name', 0.8],
    ['dropped-negation', 0.81],
    ['added-negation', 0.77],
    ['reversed-comparison', 0.81],
    ['swapped-names', 0.81],
    ['merged-facts', 0.66],
  ])('stops claims with a fault of the kind %s', (fault, least) => {
    const { count, stopped } = stoppedByFault(dev).get(fault) ?? { count: 1, stopped: 0 }
    expect(stopped / count).toBeGreaterThanOrEqual(least)
  })
})

import { describe, expect, it } from 'vitest'
import { describeEstimate, isBig } from '../../src/cli/describe-estimate.ts'
import { readConfiguration } from '../../src/configuration/configuration.ts'

const ENVIRONMENT = { EMBEDDINGS: 'bge-m3', EMBEDDINGS_BASE_URL: 'http://127.0.0.1:11434/v1' }
const ESTIMATE = { texts: 12_345, tokens: 2_512_345, requests: 400, kept: 0 }

describe('describeEstimate', () => {
  it('says what is sent where, roughly', () => {
    expect(describeEstimate(ESTIMATE, readConfiguration(ENVIRONMENT))).toBe(
      '12,345 texts to embed with "bge-m3" at http://127.0.0.1:11434/v1: about 2,500,000 tokens in 400 requests',
    )
  })

  it('says what an interrupted build has left', () => {
    const estimate = { texts: 1, tokens: 20, requests: 1, kept: 96 }
    expect(describeEstimate(estimate, readConfiguration(ENVIRONMENT))).toBe(
      '96 vectors of an interrupted build taken over; 1 text to embed with "bge-m3" at http://127.0.0.1:11434/v1: about 20 tokens in 1 request',
    )
  })

  it.each([
    ['0.13', ESTIMATE, 'about 0.33 at 0.13 per million tokens'],
    ['0.13', { ...ESTIMATE, tokens: 1000 }, 'less than 0.01 at 0.13 per million tokens'],
    ['0', ESTIMATE, 'nothing at 0 per million tokens'],
  ])('reckons with a price: %s', (price, estimate, expected) => {
    const configuration = readConfiguration({ ...ENVIRONMENT, EMBEDDINGS_PRICE: price })
    expect(describeEstimate(estimate, configuration)).toMatch(new RegExp(`requests, ${expected}$`))
  })
})

describe('isBig', () => {
  it('asks from a million tokens on', () => {
    expect([999_999, 1_000_000].map((tokens) => isBig({ ...ESTIMATE, tokens }))).toEqual([false, true])
  })
})

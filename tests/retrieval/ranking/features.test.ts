import { describe, expect, it } from 'vitest'
import type { ReadCandidate, ReadQuestion } from '../../../src/retrieval/evidence/read-candidate.ts'
import { FEATURE_NAMES, type Features, featuresOf } from '../../../src/retrieval/ranking/features.ts'
import { ALL_SAID } from '../../support/answer-evidence.ts'

function candidate(parts: Partial<ReadCandidate>): ReadCandidate {
  return {
    paragraph: 0,
    text: 0.5,
    vector: 0.5,
    questions: [],
    sentences: [{ start: 0, end: 1, coverage: 0.5, withContext: 0.5, holdsAnswer: undefined }],
    focus: undefined,
    holdsAnswer: undefined,
    heading: 0,
    said: 0.5,
    gap: 0.1,
    evidence: { ...ALL_SAID, ownUnsaid: 0.25 },
    length: 100,
    ...parts,
  }
}

const QUESTION = { score: 0.8, shared: 0.5, sameType: 1 } as ReadQuestion

function only(features: readonly Features[]): Features {
  const [first] = features
  if (first === undefined) throw new Error('no features')
  return first
}

describe('featuresOf', () => {
  it('has a finite number for every name, whatever a candidate lacks', () => {
    const bare = candidate({ text: 0, vector: 0, sentences: [], said: 0 })
    for (const features of featuresOf([bare, candidate({ questions: [QUESTION] })]))
      expect(FEATURE_NAMES.filter((name) => !Number.isFinite(features[name]))).toEqual([])
    expect(featuresOf([])).toEqual([])
  })

  it('tells shares of the best among the candidates', () => {
    const [half, best] = featuresOf([
      candidate({ text: 0.4, vector: 0.2 }),
      candidate({ text: 0.8, vector: 0.4 }),
    ])
    expect(half).toMatchObject({ textToBest: 0.5, vectorToBest: 0.5, sentenceToBest: 1 })
    expect(best).toMatchObject({ textToBest: 1, vectorToBest: 1 })
  })

  it('lets the own words of a paragraph count for more that nothing is written about, only beside others that something is', () => {
    const unwritten = candidate({ text: 0.5 })
    const [beside, written] = featuresOf([unwritten, candidate({ questions: [QUESTION], text: 1 })])
    expect(beside).toMatchObject({ unwritten: 1, unwrittenTextToBest: 0.5, unwrittenSentenceToBest: 1 })
    expect(written).toMatchObject({ unwritten: 0, unwrittenTextToBest: 0, unwrittenSentenceToBest: 0 })
    expect(only(featuresOf([unwritten, unwritten]))).toMatchObject({ unwritten: 0, unwrittenTextToBest: 0 })
  })

  it('knows what is left unsaid of a follow-up', () => {
    expect(only(featuresOf([candidate({})]))).toMatchObject({ names: 1, ownUnsaid: 0.25 })
  })
})

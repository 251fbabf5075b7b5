import { describe, expect, it } from 'vitest'
import type {
  ReadCandidate,
  ReadQuestion,
  Surroundings,
} from '../../../src/retrieval/evidence/read-candidate.ts'
import { FEATURE_NAMES, type Features, featuresOf } from '../../../src/retrieval/ranking/features.ts'
import { ALL_SAID } from '../../support/corpora/answer-evidence.ts'

/** No paragraph beside it, no heading above it. */
const ALONE: Surroundings = {
  title: 0,
  heading: 0,
  headingShared: 0,
  previous: 0,
  previousSentence: 0,
  previousEcho: 0,
  next: 0,
  nextSentence: 0,
  withNeighbours: 0.5,
  section: 0.5,
  article: 0.5,
}

function candidate(parts: Partial<ReadCandidate>): ReadCandidate {
  return {
    paragraphRow: 0,
    lexicalScore: 0.5,
    cosine: 0.5,
    questions: [],
    sentences: [{ start: 0, end: 1, coverage: 0.5, withContext: 0.5, holdsAnswer: undefined }],
    focus: undefined,
    holdsAnswer: undefined,
    window: 0.5,
    shared: 0.5,
    surroundings: ALONE,
    kind: 'prose',
    isFirst: true,
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
    const bare = candidate({ lexicalScore: 0, cosine: 0, sentences: [], said: 0 })
    for (const features of featuresOf([bare, candidate({ questions: [QUESTION] })]))
      expect(FEATURE_NAMES.filter((name) => !Number.isFinite(features[name]))).toEqual([])
    expect(featuresOf([])).toEqual([])
  })

  it('tells shares of the best among the candidates', () => {
    const [half, best] = featuresOf([
      candidate({ lexicalScore: 0.4, cosine: 0.2 }),
      candidate({ lexicalScore: 0.8, cosine: 0.4 }),
    ])
    expect(half).toMatchObject({ lexicalToBest: 0.5, cosineToBest: 0.5, sentenceToBest: 1 })
    expect(best).toMatchObject({ lexicalToBest: 1, cosineToBest: 1 })
  })

  it('lets the own words of a paragraph count for more that nothing is written about, only beside others that something is', () => {
    const unwritten = candidate({ lexicalScore: 0.5 })
    const [beside, written] = featuresOf([unwritten, candidate({ questions: [QUESTION], lexicalScore: 1 })])
    expect(beside).toMatchObject({ unwritten: 1, unwrittenLexicalToBest: 0.5, unwrittenSentenceToBest: 1 })
    expect(written).toMatchObject({ unwritten: 0, unwrittenLexicalToBest: 0, unwrittenSentenceToBest: 0 })
    expect(only(featuresOf([unwritten, unwritten]))).toMatchObject({
      unwritten: 0,
      unwrittenLexicalToBest: 0,
    })
  })

  it('knows what is left unsaid of a follow-up', () => {
    expect(only(featuresOf([candidate({})]))).toMatchObject({ names: 1, ownUnsaid: 0.25 })
  })
})

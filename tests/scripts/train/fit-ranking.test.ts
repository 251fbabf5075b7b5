import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  figuresBySet,
  foldsOf,
  type Tested,
  test as testExample,
} from '../../../scripts/train/cross-validate.ts'
import type { Example } from '../../../scripts/train/example.ts'
import { fitConfidence } from '../../../scripts/train/fit-confidence.ts'
import { fitLogistic } from '../../../scripts/train/fit-logistic.ts'
import { fitRanking } from '../../../scripts/train/fit-ranking.ts'
import { minimise } from '../../../scripts/train/minimise.ts'
import { isAmongFirst } from '../../../scripts/train/rerank.ts'
import { CONFIDENCE_FILE, RANKING_FILE, weightsSource } from '../../../scripts/train/write-weights.ts'
import { CONFIDENCE_WEIGHTS } from '../../../src/answer/confidence/confidence-weights.ts'
import type { ReadQuestion } from '../../../src/retrieval/evidence/read-candidate.ts'
import { FEATURE_NAMES, type Features } from '../../../src/retrieval/ranking/features.ts'
import { RANKING_WEIGHTS } from '../../../src/retrieval/ranking/ranking-weights.ts'
import type { RankedParagraph } from '../../../src/retrieval/retriever.ts'
import { ALL_SAID } from '../../support/corpora/answer-evidence.ts'

/** Seven candidates: `lexical` tells which one answers, `cosine` is higher for another, the rest says nothing. */
function example(gold: number, group = gold, set = 'without questions'): Example {
  const ranked = Array.from({ length: 7 }, (_, paragraphRow): RankedParagraph => {
    const none = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Features
    const features = {
      ...none,
      lexical: paragraphRow === gold ? 1 : 0.4,
      cosine: paragraphRow === gold ? 0.2 : 0.6,
    }
    const questions: ReadQuestion[] = []
    return {
      paragraphRow,
      features,
      questions,
      evidence: ALL_SAID,
      length: 100,
    } as unknown as RankedParagraph
  })
  const retrieval = {
    ranked,
    query: [{ key: 'tea', kind: 'latin', isName: false, isOwn: true, weight: 1, expansions: [] }],
    question: { question: '?', parts: [{}], type: 'other' },
    unanswered: 0,
    form: 'prose',
    asksForName: false,
  } as unknown as Example['retrieval']
  return { set, source: 'article', retrieval, gold: new Set([gold]), group }
}

const EXAMPLES = Array.from({ length: 70 }, (_, i) => example(i % 7))

describe('fitRanking', () => {
  it('learns which features tell the answer, and in which direction', () => {
    const { prose: weights, written } = fitRanking(EXAMPLES)
    expect(written).toBe(RANKING_WEIGHTS.written)
    expect(weights.lexical).toBeGreaterThan(1)
    expect(weights.cosine).toBeLessThan(-1)
    expect(weights.heading).toBe(0)
  })

  it('finds the answer with what it learned', () => {
    const model = fitRanking(EXAMPLES)
    const tested = EXAMPLES.map((each) => testExample(each, model, CONFIDENCE_WEIGHTS))
    expect(figuresBySet(tested).get('without questions')).toMatchObject({
      answerable: 70,
      first: 1,
      firstThree: 1,
    })
    const { prose } = model
    const against = { ...model, prose: { ...prose, lexical: -prose.lexical, cosine: -prose.cosine } }
    expect(testExample(example(3), against, CONFIDENCE_WEIGHTS).place).toBe(6)
  })

  it('gives the same weights every time', () => {
    expect(fitRanking(EXAMPLES)).toEqual(fitRanking(EXAMPLES))
  })

  it('recovers from an answer so far behind the others that its probability is 0', () => {
    const withCosine = (cosine: number): Example => {
      const { retrieval, ...rest } = example(0)
      const [gold, ...others] = retrieval.ranked
      const moved = { ...gold, features: { ...gold?.features, cosine } } as RankedParagraph
      return { ...rest, retrieval: { ...retrieval, ranked: [moved, ...others] } }
    }
    // The first drives the weight up, which puts the answer of the second behind by thousands.
    const { prose } = fitRanking([withCosine(1e6), withCosine(-1e4)])
    expect(Object.values(prose).every(Number.isFinite)).toBe(true)
  })

  it('learns nothing from questions that no candidate answers', () => {
    const unanswerable = { ...example(0), gold: new Set<number>() }
    expect(fitRanking([unanswerable])).toEqual(RANKING_WEIGHTS)
  })
})

describe('foldsOf', () => {
  it('tests each example once, and never splits a group', () => {
    const folds = foldsOf(EXAMPLES)
    expect(folds.flatMap(({ testing }) => testing)).toHaveLength(EXAMPLES.length)
    for (const { training, testing } of folds) {
      const trained = new Set(training.map(({ group }) => group))
      expect(testing.some(({ group }) => trained.has(group))).toBe(false)
      expect(training.length + testing.length).toBe(EXAMPLES.length)
    }
  })
})

describe('fitLogistic', () => {
  it('finds the log-odds of what it is shown', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      values: Float64Array.of(1, i % 2),
      isTrue: i % 2 === 0 ? i % 10 === 0 : i % 10 !== 1,
      weight: 0.01,
    }))
    const [bias = 0, weight = 0] = fitLogistic(rows, 2, 0.0005)
    expect(1 / (1 + Math.exp(-bias))).toBeCloseTo(0.2, 1)
    expect(1 / (1 + Math.exp(-bias - weight))).toBeCloseTo(0.8, 1)
  })
})

describe('fitConfidence', () => {
  it('counts a paragraph that comes third as shown, and one that comes fourth as not', () => {
    const ranked = example(0).retrieval.ranked
    expect(isAmongFirst(3, { ranked }, new Set([2]))).toBe(true)
    expect(isAmongFirst(3, { ranked }, new Set([3]))).toBe(false)
  })

  it('is sure where the best candidate answered, and unsure where it never did', () => {
    const model = fitRanking(EXAMPLES)
    const unanswerable = Array.from({ length: 70 }, (_, i): Example => {
      const { retrieval, ...rest } = example(i % 7)
      const ranked = retrieval.ranked.map((each) => ({
        ...each,
        features: { ...each.features, lexical: 0.4 },
      }))
      return { ...rest, retrieval: { ...retrieval, ranked }, gold: new Set() }
    })
    const confidence = fitConfidence([...EXAMPLES, ...unanswerable], model)
    const of = (each: Example | undefined) => each && testExample(each, model, confidence).confidence
    expect(of(EXAMPLES[0])).toBeGreaterThan(0.9)
    expect(of(unanswerable[0])).toBeLessThan(0.2)
  })
})

describe('minimise', () => {
  it('finds the bottom of a long, narrow valley', () => {
    const bottom = Float64Array.of(3, -2, 0.5)
    const steepness = [1, 1000, 0.01]
    const found = minimise(3, (at, gradient) =>
      steepness.reduce((loss, steep, i) => {
        const away = (at[i] ?? 0) - (bottom[i] ?? 0)
        gradient[i] = steep * away
        return loss + (steep / 2) * away * away
      }, 0),
    )
    for (const [i, place] of bottom.entries()) expect(found[i]).toBeCloseTo(place, 2)
  })
})

describe('figuresBySet', () => {
  it('measures what was declined by its F1', () => {
    const tested = (answers: boolean, answerable: number): Tested => ({
      example: { ...example(0), gold: new Set(answers ? [0] : []) },
      place: answers ? 0 : Number.POSITIVE_INFINITY,
      answerable,
      confidence: answerable,
    })
    const figures = figuresBySet([tested(true, 0.9), tested(true, 0), tested(false, 0), tested(false, 0.9)])
    expect(figures.get('without questions')).toMatchObject({
      answerable: 2,
      unanswerable: 2,
      abstentionF1: 0.5,
    })
  })
})

describe('weightsSource', () => {
  it.each([
    [RANKING_FILE, RANKING_WEIGHTS],
    [CONFIDENCE_FILE, CONFIDENCE_WEIGHTS],
  ])('writes the committed file again: $constant', async (file, weights) => {
    expect(weightsSource(file, weights)).toBe(await readFile(file.path, 'utf8'))
  })
})

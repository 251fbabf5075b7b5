import {
  type ConfidenceModel,
  confidenceOf,
  LEAST_ANSWERABLE,
} from '../../src/answer/confidence/confidence.ts'
import type { RankingModel } from '../../src/retrieval/ranking/ranking-model.ts'
import { calibrationOf, type Judged } from '../evaluate/reliability/calibration.ts'
import type { Example } from './example.ts'
import { CITED, fitConfidence, UNANSWERABLE_SHARE } from './fit-confidence.ts'
import { fitRanking } from './fit-ranking.ts'
import { rerank } from './rerank.ts'

/** Parts of the examples; each is tested by weights that were fitted to the others. */
const FOLDS = 5

/** An example, and what became of it. */
export interface Tested {
  readonly example: Example
  /** Where the best paragraph that answers came, from 0; infinite where none was found or none answers. */
  readonly place: number
  readonly answerable: number
  readonly confidence: number
}

/** How good the weights are on a set that they were not fitted to. */
export interface SetFigures {
  readonly answerable: number
  readonly unanswerable: number
  /** Shares of the answerable questions whose paragraph comes first, or among the first three. */
  readonly first: number
  readonly firstThree: number
  /** Of declining what is too unlikely to be answerable. */
  readonly abstentionF1: number
  readonly expectedCalibrationError: number
  readonly brier: number
}

/**
 * Tests each set by weights that were fitted without any about the same corpus: what they are worth on documents that
 * nobody trained for. All sets about the article are one corpus.
 */
export function leaveOneCorpusOut(examples: readonly Example[]): Tested[] {
  const corpusOf = ({ set, source }: Example) => (source === 'article' ? source : set)
  const corpora = [...new Set(examples.map(corpusOf))]
  return testFolds(
    corpora.map((corpus) => ({
      training: examples.filter((example) => corpusOf(example) !== corpus),
      testing: examples.filter((example) => corpusOf(example) === corpus),
    })),
  )
}

function testFolds(
  folds: readonly { readonly training: Example[]; readonly testing: Example[] }[],
): Tested[] {
  return folds.flatMap(({ training, testing }) => {
    const ranking = fitRanking(training)
    const confidence = fitConfidence(training, ranking)
    return testing.map((example) => test(example, ranking, confidence))
  })
}

/** All examples of a group, which is those of a paragraph, fall into one fold: nothing can be learned by heart. */
export function foldsOf(examples: readonly Example[]): { training: Example[]; testing: Example[] }[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    training: examples.filter(({ group }) => group % FOLDS !== fold),
    testing: examples.filter(({ group }) => group % FOLDS === fold),
  }))
}

export function test(example: Example, ranking: RankingModel, model: ConfidenceModel): Tested {
  const retrieval = rerank(example.retrieval, ranking)
  const place = retrieval.ranked.findIndex(({ paragraphRow }) => example.gold.has(paragraphRow))
  return {
    example,
    place: place < 0 ? Number.POSITIVE_INFINITY : place,
    ...confidenceOf(retrieval, model),
  }
}

/** @returns the figures by set, in the order of their first examples */
export function figuresBySet(tested: readonly Tested[]): Map<string, SetFigures> {
  const sets = [...new Set(tested.map(({ example }) => example.set))]
  return new Map(sets.map((set) => [set, figuresOf(tested.filter(({ example }) => example.set === set))]))
}

function figuresOf(tested: readonly Tested[]): SetFigures {
  const answerable = tested.filter(({ example }) => example.gold.size > 0)
  const unanswerable = tested.length - answerable.length
  const declined = tested.filter(({ answerable: likely }) => likely < LEAST_ANSWERABLE)
  const rightly = declined.filter(({ example }) => example.gold.size === 0).length
  const within = (limit: number) => answerable.filter(({ place }) => place < limit).length / answerable.length
  // As many of them unanswerable as confidence takes for granted, however many the set has.
  const weightOf = ({ gold, retrieval: { form } }: Example) =>
    gold.size > 0
      ? (1 - UNANSWERABLE_SHARE[form]) / answerable.length
      : UNANSWERABLE_SHARE[form] / Math.max(1, unanswerable)
  const judged = tested.map(
    ({ example, place, confidence }): Judged => ({
      confidence,
      right: place < CITED,
      weight: weightOf(example),
    }),
  )
  const { expectedError, brier } = calibrationOf(judged)
  return {
    answerable: answerable.length,
    unanswerable,
    first: within(1),
    firstThree: within(3),
    // Twice what was declined rightly, among all that was or should have been declined.
    abstentionF1: (2 * rightly) / Math.max(1, declined.length + unanswerable),
    expectedCalibrationError: expectedError,
    brier,
  }
}

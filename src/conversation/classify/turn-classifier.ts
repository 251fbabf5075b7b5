import { itemAt } from '../../item-at.ts'
import { TURN_CLASSES, type TurnClass } from './turn-classes.ts'
import { turnFeatures } from './turn-features.ts'
import { decodeWeights, type StoredTurnModel } from './turn-model.ts'

/** What a turn is taken for. */
export interface Classified {
  readonly likeliest: TurnClass
  /** The likeliest of those that are no question. */
  readonly act: Exclude<TurnClass, 'question'>
  /** Probability of `act`, 0–1. */
  readonly probability: number
  /** Probability that the turn is a question about what the articles say, 0–1. */
  readonly question: number
}

/** Tells what a turn is by its words. Deterministic. */
export class TurnClassifier {
  private readonly model: StoredTurnModel
  private weights: Float32Array | undefined

  constructor(model: StoredTurnModel) {
    this.model = model
  }

  /** @param text comparable */
  classify(text: string): Classified {
    const probabilities = this.probabilities(text)
    const of = (name: TurnClass) => itemAt(probabilities, TURN_CLASSES.indexOf(name))
    const ranked = [...TURN_CLASSES].sort((a, b) => of(b) - of(a))
    const act = ranked.find((name) => name !== 'question') as Classified['act']
    return {
      likeliest: ranked[0] as TurnClass,
      act,
      probability: of(act),
      question: of('question'),
    }
  }

  private probabilities(text: string): number[] {
    // Decoded on first use: a Worker must not work at import.
    this.weights ??= decodeWeights(this.model)
    const features = turnFeatures(text)
    const share = 1 / Math.sqrt(features.length)
    const scores = [...this.model.bias]
    for (const bucket of features)
      for (let at = 0; at < scores.length; at++)
        scores[at] = (scores[at] as number) + share * (this.weights[bucket * scores.length + at] as number)
    const highest = Math.max(...scores)
    const odds = scores.map((score) => Math.exp(score - highest))
    const sum = odds.reduce((total, value) => total + value, 0)
    return odds.map((value) => value / sum)
  }
}

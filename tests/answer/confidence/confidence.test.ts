import { beforeAll, describe, expect, it } from 'vitest'
import { type ConfidenceModel, confidenceOf } from '../../../src/answer/confidence/confidence.ts'
import { CONFIDENCE_FEATURE_NAMES } from '../../../src/answer/confidence/confidence-features.ts'
import { CONFIDENCE_WEIGHTS } from '../../../src/answer/confidence/confidence-weights.ts'
import type { CorpusForm } from '../../../src/retrieval/ranking/corpus-form.ts'
import type { RankedParagraph } from '../../../src/retrieval/retriever.ts'
import { openSmallIndex, type SmallIndex } from '../../support/corpora/small-corpus-index.ts'

const zeros = Object.fromEntries(
  CONFIDENCE_FEATURE_NAMES.map((name) => [name, 0]),
) as ConfidenceModel['written']['found']
/** Takes everything to be as likely as not. */
const UNDECIDED: ConfidenceModel = {
  written: { answerable: zeros, found: zeros },
  prose: { answerable: zeros, found: zeros },
  documentation: { answerable: zeros, found: zeros },
}

describe('confidenceOf', () => {
  let small: SmallIndex

  beforeAll(async () => {
    small = await openSmallIndex()
  })

  const judge = async (question: string, model = UNDECIDED) =>
    confidenceOf(await small.retriever.retrieve(question), model)

  it.each([
    'EDDYSTONE',
    'Twinings',
  ])('is surer of the name %s alone, which a paragraph holds', async (name) => {
    expect(await judge(name)).toEqual({ answerable: 0.6, confidence: 0.3 })
  })

  it.each(['茶館是什麼時候開的?', 'Kubernetes'])('leaves "%s" to the model', async (question) => {
    expect(await judge(question)).toEqual({ answerable: 0.5, confidence: 0.25 })
  })

  it('is never surer that it has found the answer than that there is one', async () => {
    for (const question of ['Who bought Twinings?', 'Kubernetes', '茶館', 'Twinings 有多少茶']) {
      const { answerable, confidence } = await judge(question, CONFIDENCE_WEIGHTS)
      expect(confidence).toBeLessThanOrEqual(answerable)
      expect(confidence).toBeGreaterThanOrEqual(0)
    }
  })

  it('is judged by the weights of what stands written, or of the corpus', async () => {
    const biased = (answerable: number) => ({
      answerable: { ...zeros, bias: Math.log(answerable / (1 - answerable)) },
      found: zeros,
    })
    const model = { written: biased(0.9), prose: biased(0.8), documentation: biased(0.3) }
    const retrieval = await small.retriever.retrieve('Who bought Twinings?')
    const [best, ...others] = retrieval.ranked as readonly [RankedParagraph, ...RankedParagraph[]]
    const judged = (form: CorpusForm, questions: RankedParagraph['questions']) =>
      confidenceOf(
        { ...retrieval, asksForName: false, form, ranked: [{ ...best, questions }, ...others] },
        model,
      ).answerable
    expect(judged('prose', [])).toBeCloseTo(0.8)
    expect(judged('documentation', [])).toBeCloseTo(0.3)
    expect(judged('documentation', [{} as RankedParagraph['questions'][number]])).toBeCloseTo(0.9)
  })

  it('lets a name miss as much as a misspelling does, and no more', async () => {
    const retrieval = await small.retriever.retrieve('Twinings')
    const [best] = retrieval.ranked as readonly [RankedParagraph]
    const withGap = (gap: number) =>
      confidenceOf({ ...retrieval, ranked: [{ ...best, gap }] }, UNDECIDED).answerable
    expect([0.3, 0.31].map(withGap)).toEqual([0.6, 0.5])
  })

  it('is sure of nothing where nothing is asked', async () => {
    expect(await judge('?')).toEqual({ answerable: 0, confidence: 0 })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import {
  CONFIDENCE_FEATURE_NAMES,
  confidenceFeatures,
} from '../../../src/answer/confidence/confidence-features.ts'
import { RANKING_WEIGHTS } from '../../../src/retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever } from '../../../src/retrieval/retriever.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

describe('confidenceFeatures', () => {
  let retriever: ParagraphRetriever

  beforeAll(async () => {
    const { index, embeddings } = await openSmallIndex()
    retriever = new ParagraphRetriever(index, embeddings, RANKING_WEIGHTS)
  })

  async function featuresOf(question: string) {
    return confidenceFeatures(await retriever.retrieve(question))
  }

  it('has one finite number for each name and no other', async () => {
    for (const question of [
      'Who bought Twinings?',
      '鐵路什麼時候開通?',
      'Zyxwvut Twinings',
      'Twinings 有多少茶',
    ]) {
      const features = await featuresOf(question)
      expect(Object.keys(features ?? {}).sort()).toEqual([...CONFIDENCE_FEATURE_NAMES].sort())
      for (const value of Object.values(features ?? {})) expect(value).toSatisfy(Number.isFinite)
    }
  })

  it('says what is asked for, once', async () => {
    const asked = async (question: string) =>
      Object.entries((await featuresOf(question)) ?? {})
        .filter(([name, value]) => name.startsWith('asks-') && value === 1)
        .map(([name]) => name)
    expect(await asked('Who bought Twinings?')).toEqual(['asks-who'])
    expect(await asked('Twinings 多少錢?')).toEqual(['asks-how-much'])
    expect(await asked('Twinings tea')).toEqual([])
  })

  it('counts terms and ordinary words, not names', async () => {
    const features = await featuresOf('Twinings')
    expect(features).toMatchObject({ words: 0, hasWords: 0, length: Math.log(2) })
    expect(await featuresOf('Twinings railway tea')).toMatchObject({
      words: Math.log(3),
      hasWords: 1,
      length: Math.log(4),
    })
  })

  it('counts apart what a follow-up says', async () => {
    const history = [{ role: 'user', content: 'Who bought Twinings?' }] as const
    const follows = confidenceFeatures(await retriever.retrieve('and when?', history))
    expect(follows?.followUp).toBe(1)
    expect(follows).toMatchObject({ followUpSaid: follows?.said, followUpLength: follows?.length })
    const alone = await featuresOf('Who bought Twinings?')
    expect(alone).toMatchObject({ followUp: 0, followUpSaid: 0, followUpLength: 0, followUpUnanswered: 0 })
  })

  it('says that what would be quoted lacks what is asked for', async () => {
    const lacks = async (question: string, holdsAnswer: boolean | undefined) => {
      const retrieval = await retriever.retrieve(question)
      const ranked = retrieval.ranked.map((candidate) => ({ ...candidate, holdsAnswer }))
      return Object.entries(confidenceFeatures({ ...retrieval, ranked }) ?? {})
        .filter(([name, value]) => name.startsWith('lacks-') && value === 1)
        .map(([name]) => name)
    }
    expect(await lacks('Who bought Twinings?', false)).toEqual(['lacks-who'])
    expect(await lacks('Who bought Twinings?', true)).toEqual([])
    expect(await lacks('Who bought Twinings?', undefined)).toEqual([])
    expect(await lacks('Twinings tea', false)).toEqual([])
  })

  it('takes the nearer a question known to be unanswered comes for the worse', async () => {
    const retrieval = await retriever.retrieve('Who bought Twinings?')
    const [best] = retrieval.ranked
    if (best === undefined) throw new Error('nothing was found')
    const judged = (unanswered: number, question: number, shared: number) =>
      confidenceFeatures({
        ...retrieval,
        unanswered,
        ranked: [{ ...best, length: 200, features: { ...best.features, lexical: 9, question, shared } }],
      })
    expect(judged(0.8, 0.5, 0.6)).toMatchObject({
      unanswered: 0.8,
      lexical: 1.5,
      paragraphLength: Math.log(2),
    })
    expect(judged(0.8, 0.5, 0.6)?.unansweredLead).toBeCloseTo(0.5)
    expect(judged(0.8, 9, 0.5)?.unansweredLead).toBeCloseTo(0.2)
  })

  it('has nothing to say where nothing is found', async () => {
    const retrieval = await retriever.retrieve('Who bought Twinings?')
    expect(confidenceFeatures({ ...retrieval, ranked: [] })).toBeUndefined()
  })

  it('has nothing to say where nothing is asked', async () => {
    expect(await featuresOf('?!')).toBeUndefined()
  })
})

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

  it('has nothing to say where nothing is asked', async () => {
    expect(await featuresOf('?!')).toBeUndefined()
  })
})

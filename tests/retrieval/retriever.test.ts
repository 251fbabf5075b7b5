import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { FEATURE_NAMES } from '../../src/retrieval/ranking/features.ts'
import { softmax } from '../../src/retrieval/ranking/ranking-model.ts'
import { openSmallIndex, type SmallIndex } from '../support/corpora/small-corpus-index.ts'

describe('ParagraphRetriever', () => {
  let small: SmallIndex

  beforeAll(async () => {
    small = await openSmallIndex()
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  async function best(question: string, before: readonly string[] = []): Promise<string> {
    const history = before.map((content) => ({ role: 'user', content }) as const)
    const { ranked } = await small.retriever.retrieve(question, history)
    return ranked[0] === undefined ? '' : small.index.library.paragraphAt(ranked[0].paragraphRow).text
  }

  it.each([
    ['誰買下了 Twinings?', '收購了 Twinings'],
    ['谁收购了川宁?', 'Twinings'],
    ['Who bought Twinings?', '收購了 Twinings'],
    ['Who purchased Twinnings?', '收購了 Twinings'],
    ['唐宁什么时候开的茶馆?', '1717年'],
    ['倫敦的第一家茶館', '1717年'],
    ['EDDYSTONE', 'Eddystone'],
    ['誰用 granite 建造了燈塔?', 'granite'],
    ['西門子展出的火車', '柏林'],
    ['Which railway engineer drove Locomotion?', 'Locomotion'],
  ])('finds for "%s" the paragraph with "%s"', async (question, words) => {
    expect(await best(question)).toContain(words)
  })

  it.each([
    ['Who bought Twinings?', 'When?', '1964年'],
    ['Twinings 被誰收購了?', '什麼時候?', '1964年'],
    ['Who built the first lighthouse?', 'What about the third one?', 'Smeaton'],
  ])('finds for "%s" → "%s" the paragraph with "%s"', async (before, question, words) => {
    expect(await best(question, [before])).toContain(words)
  })

  it.each([
    ['an answer', 'When?', 'When?\nWhere was Twinings founded?'],
    ['a question whose name is another one now', 'And Eddystone?', 'And Eddystone?'],
  ])('embeds a question without %s, which is too little of it', async (_, question, expected) => {
    const embedded = vi.spyOn(small.embeddings, 'embedQuery')
    await small.retriever.retrieve(question, [
      { role: 'user', content: 'Where was Twinings founded?' },
      { role: 'assistant', content: 'In London, far from any lighthouse of granite.' },
    ])
    expect(embedded.mock.calls).toEqual([[expected]])
  })

  it('ranks best first, with probabilities that add up to 1', async () => {
    const { ranked } = await small.retriever.retrieve('茶館和燈塔')
    const scores = ranked.map(({ score }) => score)
    expect(scores.length).toBeGreaterThan(1)
    expect(scores).toEqual([...scores].sort((left, right) => right - left))
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 8)
  })

  it('knows every feature of every candidate, as a finite number', async () => {
    for (const question of ['茶館和燈塔', 'Twinings', '1717', '什麼?', 'a'.repeat(1000)]) {
      for (const { features } of (await small.retriever.retrieve(question)).ranked)
        for (const name of FEATURE_NAMES)
          expect(features[name], `${name} of ${question}`).toSatisfy(Number.isFinite)
    }
  })

  it('reads the sentences of each paragraph that it ranks', async () => {
    const { ranked } = await small.retriever.retrieve('Who built the lighthouse?')
    for (const { paragraphRow, sentences } of ranked) {
      const { text, sentences: spans } = small.index.library.paragraphAt(paragraphRow)
      expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(
        spans.map(({ start, end }) => text.slice(start, end)),
      )
    }
  })

  it('finds nothing for a question without a word', async () => {
    expect((await small.retriever.retrieve('?!')).ranked).toEqual([])
    expect((await small.retriever.retrieve('🚀')).ranked).toEqual([])
  })

  it('finds the same each time', async () => {
    const [one, other] = [await small.retriever.retrieve('茶館'), await small.retriever.retrieve('茶館')]
    expect(one).toEqual(other)
  })
})

describe('softmax', () => {
  it('adds up to 1 and keeps the order', () => {
    const probabilities = softmax([3, 1, 2])
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10)
    const [first = 0, second = 0, third = 0] = probabilities
    expect(first > third && third > second).toBe(true)
  })

  it.each([[[1000, 999]], [[-1000, -1001]], [[0]], [[]]])('stays finite for %j', (scores) => {
    for (const probability of softmax(scores)) expect(Number.isFinite(probability)).toBe(true)
  })
})

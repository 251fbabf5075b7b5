import { Embeddings } from '@langchain/core/embeddings'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../../src/answer/ask.ts'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Ask } from '../../../src/domain/ask.ts'
import { BuiltinEmbeddings } from '../../../src/embeddings/builtin.ts'
import type { FingerprintedEmbeddings } from '../../../src/embeddings/fingerprinted-embeddings.ts'
import { decodeLexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import type { OpenIndex } from '../../../src/index/open.ts'
import { corpusOfTexts, smallCorpus, smallDictionary } from '../../support/corpora/small-corpus.ts'
import { openIndexWith } from '../../support/corpora/small-corpus-index.ts'

const builtin = new BuiltinEmbeddings(smallDictionary())

const QUESTIONS = [
  'Twinings 被誰收購了?',
  'Who bought Twinings?',
  '唐宁什么时候开的茶馆?',
  'Who built the third lighthouse?',
  'How many candles burned in the tower?',
  '铁路是哪年开通的?',
  '第一列電力火車在哪裡展出?',
  // Nothing of this stands in the corpus, though some of its words do.
  'How tall is the lighthouse of Alexandria?',
  'Twinings 的執行長是誰?',
  '铁路的票价是多少?',
  'What is the capital of France?',
  '今天天氣如何?',
]

/** What a text has in another model that gives it this vector. */
class MappedEmbeddings extends Embeddings implements FingerprintedEmbeddings {
  readonly fingerprint = 'mapped'
  private readonly map: (vector: number[]) => number[]

  constructor(map: (vector: number[]) => number[]) {
    super({})
    this.map = map
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.map(Array.from(builtin.vectorOf(text)))
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
}

/** A large component that all texts share: the cosine of the built-in vectors, c, becomes (c + 4) / 5. */
const squeezed = new MappedEmbeddings((vector) => [...vector, 2])

async function answersOf(ask: Ask): Promise<Answer[]> {
  return Promise.all(QUESTIONS.map((question) => ask({ question })))
}

describe('a snapshot whose vectors come from a model with other cosines', () => {
  let own: readonly Answer[]
  let index: OpenIndex

  beforeAll(async () => {
    own = await answersOf(openSnapshot(await openIndexWith(builtin)).ask)
    index = await openIndexWith(squeezed)
  })

  /** By how much an answer is more confident than that with the built-in vectors, at most. */
  function excess(answers: readonly Answer[]): number {
    return Math.max(...answers.map(({ confidence }, at) => confidence - (own[at]?.confidence ?? 0)))
  }

  it('answers and declines as with the built-in one', async () => {
    expect(new Set(own.map(({ answered }) => answered)).size).toBe(2)
    const answers = await answersOf(openSnapshot(index, { embeddings: squeezed }).ask)
    expect(answers.map(({ answer }) => answer)).toEqual(own.map(({ answer }) => answer))
    expect(excess(answers)).toBeLessThan(0.02)
  })

  it('would be too confident if its cosines were taken as they are', async () => {
    const { library, passages, search } = index
    const lexicalIndex = decodeLexicalIndex(index.lexicalIndex)
    const answers = await answersOf(createAsk({ library, passages, search, lexicalIndex }, squeezed))
    expect(excess(answers)).toBeGreaterThan(0.05)
  })

  it('leaves the similarities of the built-in one as they are', async () => {
    const { library, passages, search, ...rest } = await openIndexWith(builtin)
    const lexicalIndex = decodeLexicalIndex(rest.lexicalIndex)
    expect(await answersOf(createAsk({ library, passages, search, lexicalIndex }, builtin))).toEqual(own)
  })

  it.each([
    ['all texts have the same vector', new MappedEmbeddings(() => [1, 2, 3]), smallCorpus()],
    ['no text has a vector', new MappedEmbeddings(() => [0, 0, 0]), smallCorpus()],
    ['there is one paragraph', squeezed, corpusOfTexts({ tea: '# Tea\n\nTwinings 被公司收購了。' })],
  ])('answers from words alone where %s', async (_, embeddings, corpus) => {
    const opened = await openIndexWith(embeddings, { corpus })
    const failing = new MappedEmbeddings(() => {
      throw new Error('no')
    })
    const answer = await openSnapshot(opened, { embeddings }).ask({ question: 'Twinings 被誰收購了?' })
    const wordsAlone = await openSnapshot(opened, { embeddings: failing }).ask({
      question: 'Twinings 被誰收購了?',
    })
    expect(answer.citations).not.toEqual([])
    expect(answer).toEqual(wordsAlone)
  })
})

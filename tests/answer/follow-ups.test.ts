import { beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../src/answer/ask.ts'
import type { Ask } from '../../src/domain/ask.ts'
import type { Turn } from '../../src/domain/question.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'

describe('a conversation', () => {
  let ask: Ask

  beforeAll(async () => {
    const { index, embeddings } = await openSmallIndex()
    ask = createAsk(index, embeddings)
  })

  it.each([
    ['Twinings 被誰收購了?', '那是哪一年?', '1964年'],
    ['Twinings 被谁收购了?', '是哪一年的事?', '1964年'],
  ])('%s → %s', async (first, question, words) => {
    const history: Turn[] = [{ role: 'user', content: first }]
    const answer = await ask({ question, history })
    expect(answer.citations[0]?.quote).toContain(words)
  })
})

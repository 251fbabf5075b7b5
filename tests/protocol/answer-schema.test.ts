import { beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../src/answer/ask.ts'
import type { Ask } from '../../src/domain/ask.ts'
import { servedAnswer as schema } from '../../src/protocol/answer-schema.ts'
import { servedAnswer } from '../../src/protocol/served-answer.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'

describe('the schema of an answer', () => {
  let ask: Ask

  beforeAll(async () => {
    const { index, embeddings } = await openSmallIndex()
    ask = createAsk(index, embeddings)
  })

  // A field that the schema does not have would be missing in what it returns.
  it.each([
    'Who bought Twinings?',
    '茶館是什麼時候開的?',
    'How do I cook spaghetti?',
    'Hello',
    'Thanks!',
    'What can you do?',
  ])('has all of what is answered to "%s"', async (question) => {
    const answer = servedAnswer(await ask({ question }), { id: 'generation-1' })
    expect(schema.parse(answer)).toEqual(answer)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendParts } from '../../../src/answer/streaming/answer-parts.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import type { AnswerPart } from '../../../src/domain/ask.ts'
import { fakeAsk } from '../../support/fake-snapshot.ts'

function partsOf(answer: Answer): AnswerPart[] {
  const parts: AnswerPart[] = []
  sendParts(answer, (part) => parts.push(part))
  return parts
}

describe('the parts of a finished answer', () => {
  it('are its citations first, then its text in pieces', async () => {
    const answer = await fakeAsk({ question: 'What is a container ship?' })
    const [first, ...tokens] = partsOf(answer)
    expect(first).toEqual({ type: 'citations', citations: answer.citations })
    expect(tokens.length).toBeGreaterThan(2)
    expect(tokens.every(({ type }) => type === 'token')).toBe(true)
  })

  it('hold no citations where there are none', async () => {
    const parts = partsOf(await fakeAsk({ question: 'What does a lighthouse cost?' }))
    expect(new Set(parts.map(({ type }) => type))).toEqual(new Set(['token']))
  })

  it('join to the answer, whatever it says, and split no character', async () => {
    const answer = await fakeAsk({ question: 'Lambda' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = partsOf({ ...answer, answer: text }).slice(1)
        const texts = tokens.map((part) => (part.type === 'token' ? part.text : ''))
        expect(texts.join('')).toBe(text)
        expect(texts.filter((piece) => piece === '')).toEqual([])
        expect(texts.filter((piece) => /\p{Surrogate}/u.test(piece))).toEqual([])
      }),
    )
  })
})

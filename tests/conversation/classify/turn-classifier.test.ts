import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TurnClassifier } from '../../../src/conversation/classify/turn-classifier.ts'
import { TURN_WEIGHTS } from '../../../src/conversation/classify/turn-weights.ts'
import { comparableTurn } from '../../../src/conversation/wording/comparable-turn.ts'
import { spellShorthand } from '../../../src/conversation/wording/spelling.ts'

const classifier = new TurnClassifier(TURN_WEIGHTS)
const classify = (turn: string) => classifier.classify(comparableTurn(turn, spellShorthand).text)

describe('TurnClassifier', () => {
  it.each([
    ['gotta catch my bus, talk tomorrow', 'farewell'],
    ['that reply was no use to me whatsoever', 'complaint'],
    ['which company is behind you', 'identity'],
    ['請問閣下是哪位', 'identity'],
    ['这篇是谁执笔的', 'author'],
    ['wirte me a peom', 'out-of-scope'],
    ['帮我把全文浓缩成三句话', 'summary'],
    ['怎麼選比較好呢', 'unclear'],
  ])('takes %j for %s', (turn, act) => {
    expect(classify(turn).likeliest).toBe(act)
  })

  it.each([
    'who wrote the Lambda runtime?',
    'what is the title of the CEO of Rackspace',
    'how many companies joined the foundation',
    'Docker 的作者是誰',
    'Serverless 的重點是什麼',
    '谁写了Linux内核',
    'thanks! and who founded docker',
  ])('takes %j for a question', (turn) => {
    expect(classify(turn).likeliest).toBe('question')
  })

  it('gives every turn probabilities', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (turn) => {
        const { probability, question } = classify(turn)
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability + question).toBeLessThanOrEqual(1 + 1e-9)
        expect(classify(turn)).toEqual(classify(turn))
      }),
    )
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureTurns, readTurns } from '../../scripts/evaluate/conversation/measure-turns.ts'
import { courtesyFor } from '../../scripts/evaluate/conversation/wrappers.ts'
import { readQuestions } from '../../scripts/evaluate/question-set.ts'
import { requestOf } from '../../scripts/evaluate/run-questions.ts'
import type { Ask } from '../../src/domain/ask.ts'
import { detectLanguage } from '../../src/text/languages.ts'
import { openShippedSnapshot } from '../answer/shipped-snapshot.ts'

const QUESTION_SETS = ['dev', 'held-out', 'fresh'].map((set) => `tests/evaluation/${set}.jsonl`)

describe('conversation about the shipped article', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = (await openShippedSnapshot()).ask
  }, 120_000)

  it('takes the turns of the development set as a person would', async () => {
    const turns = (await readTurns('tests/evaluation/conversation.jsonl')).filter(
      ({ split }) => split === 'dev',
    )
    const counts = await measureTurns(turns, ask)
    for (const { act, asked, right } of counts) expect([act, right / asked >= 0.95]).toEqual([act, true])
    const [right, asked] = [sum(counts.map((count) => count.right)), sum(counts.map((count) => count.asked))]
    expect(right / asked).toBeGreaterThanOrEqual(0.985)
  }, 120_000)

  it('takes no question for conversation that the article answers', async () => {
    const questions = (await readQuestions(QUESTION_SETS)).filter(({ gold }) => gold.length > 0)
    const taken: string[] = []
    for (const question of questions)
      if ((await ask(requestOf(question))).kind === 'conversation') taken.push(question.q)
    expect(taken).toEqual([])
  }, 120_000)

  it.each([
    'Who developed it?',
    'who built this',
    '那是谁开发了它',
  ])('takes «%s» behind a question for one about the same, and not for one about the bot', async (question) => {
    const history = [{ role: 'user', content: 'When was Lambda released?' }] as const
    expect((await ask({ question, history })).kind).not.toBe('conversation')
    expect((await ask({ question: 'Who built you?', history })).kind).toBe('conversation')
  })

  it.each([
    ['help me with my math homework', 'out-of-scope'],
    ['brill, cheers mate', 'thanks'],
    ['那就先到這邊囉', 'farewell'],
  ])('takes «%s» behind a question for %s, whatever ordinary words the article has too', async (question, act) => {
    const history = [
      { role: 'user', content: 'When was Lambda released?' },
      { role: 'assistant', content: 'On 14 November 2014, Amazon AWS released the new product Lambda.[1]' },
    ] as const
    expect(await ask({ question, history })).toMatchObject({ kind: 'conversation', act })
  })

  it('keeps the first citation of a question in whatever courtesy is put around it', async () => {
    const questions = await readQuestions(QUESTION_SETS)
    const wrapped = fc.constantFrom(...questions).chain((question) => {
      const { before, behind } = courtesyFor(detectLanguage(question.q))
      return fc.record({
        question: fc.constant(question),
        before: fc.array(fc.constantFrom(...before), { maxLength: 2 }).map((parts) => parts.join('')),
        behind: fc.constantFrom(...behind),
      })
    })
    const sample = fc.sample(wrapped, { numRuns: 300, seed: 12 })
    const lost: string[] = []
    for (const { question, before, behind } of sample) {
      const request = requestOf(question)
      const [bare, inside] = [
        await ask(request),
        await ask({ ...request, question: before + question.q + behind }),
      ]
      if (bare.citations[0]?.id !== inside.citations[0]?.id) lost.push(before + question.q + behind)
    }
    expect(lost.length / sample.length, lost.join('\n')).toBeLessThanOrEqual(0.02)
  }, 120_000)
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

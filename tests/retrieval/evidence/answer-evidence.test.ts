import { beforeAll, describe, expect, it } from 'vitest'
import type { LexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { type AnswerEvidence, answerEvidence } from '../../../src/retrieval/evidence/answer-evidence.ts'
import { Coverage } from '../../../src/retrieval/evidence/sentence-coverage.ts'
import { analyseQuestion } from '../../../src/retrieval/lexical/analyse-question.ts'
import { TermReader } from '../../../src/text/term-cache.ts'
import { ALL_SAID } from '../../support/corpora/answer-evidence.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

describe('answerEvidence', () => {
  let lexicalIndex: LexicalIndex

  beforeAll(async () => {
    lexicalIndex = (await openSmallIndex()).index.lexicalIndex
  })

  function evidence(question: string, said: string, around = said, earlier?: string): AnswerEvidence {
    const parts = [question, ...(earlier === undefined ? [] : [earlier])]
    const query = analyseQuestion(
      parts.map((text, at) => ({ text, weight: 1 - at / 2, withoutNames: false })),
      lexicalIndex,
    )
    const coverage = new Coverage(query, lexicalIndex, new TermReader(lexicalIndex.dictionary))
    return answerEvidence(coverage, coverage.of(said), coverage.of(around), coverage.of(said))
  }

  it('finds nothing wanting where the question itself is said', () => {
    const question = 'Twinings 收購茶館'
    expect(evidence(question, question)).toEqual(ALL_SAID)
  })

  it('finds everything wanting where nothing is said', () => {
    const { names, outright, unsaid, pairs, nameGap, sentenceGap } = evidence('Twinings 收購茶館', '')
    expect({ names, outright, unsaid, pairs }).toEqual({ names: 0, outright: 0, unsaid: 1, pairs: 0 })
    expect(nameGap).toBeGreaterThan(0.3)
    expect(sentenceGap).toBe(nameGap)
  })

  it('tells a name left unsaid from another word', () => {
    const without = evidence('Twinings 收購', '收購')
    expect(without).toMatchObject({ names: 0, wordGap: 0 })
    expect(without.nameGap).toBeGreaterThan(0)
    const unnamed = evidence('Twinings 收購', 'Twinings')
    expect(unnamed).toMatchObject({ names: 1, nameGap: 0 })
    expect(unnamed.wordGap).toBeGreaterThan(0)
  })

  it('counts a synonym or a translation as said, but not as said outright', () => {
    const { outright, unsaid } = evidence('purchase', '收購')
    expect({ outright, unsaid }).toEqual({ outright: 0, unsaid: 0 })
  })

  it('asks of the sentences around the best that the answer stand there', () => {
    const { sentenceGap, unsaid } = evidence('Twinings 收購', 'Twinings 收購', '茶館')
    expect(unsaid).toBe(0)
    expect(sentenceGap).toBeGreaterThan(0.3)
  })

  it('knows the words that nothing in the corpus stands for', () => {
    expect(evidence('Twinings', 'Twinings').unknown).toBe(0)
    expect(evidence('Zyxwvut', '').unknown).toBe(1)
  })

  it('asks whether what a follow-up adds is said, not only what it leans on', () => {
    expect(evidence('收購', 'Twinings 收購', undefined, 'Twinings').ownUnsaid).toBeCloseTo(0, 8)
    expect(evidence('收購', 'Twinings', undefined, 'Twinings').ownUnsaid).toBeCloseTo(1, 8)
  })

  it('stays within 0 and 1, for a question without words too', () => {
    for (const question of ['', '?!', 'Twinings', '什麼時候', '誰收購了 Twinings 1964']) {
      for (const value of Object.values(evidence(question, '收購', 'Twinings'))) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import type { LexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { Coverage, sum, union } from '../../../src/retrieval/evidence/sentence-coverage.ts'
import {
  bestSentence,
  evidenceScore,
  sentenceEvidence,
} from '../../../src/retrieval/evidence/sentence-evidence.ts'
import { analyseQuestion } from '../../../src/retrieval/lexical/analyse-question.ts'
import type { QuestionType } from '../../../src/text/question-type.ts'
import { splitSentences } from '../../../src/text/sentences.ts'
import { TermReader } from '../../../src/text/term-cache.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

describe('reading sentences', () => {
  let lexicalIndex: LexicalIndex

  beforeAll(async () => {
    lexicalIndex = (await openSmallIndex()).index.lexicalIndex
  })

  function coverage(question: string): Coverage {
    return new Coverage(
      analyseQuestion([{ text: question, weight: 1, withoutNames: false }], lexicalIndex),
      lexicalIndex,
      new TermReader(lexicalIndex.dictionary),
    )
  }

  function share(question: string, text: string): number {
    const read = coverage(question)
    return sum(read.of(text)) / read.total
  }

  function paragraph(text: string, section = ''): Paragraph {
    return {
      id: 'a#1',
      article: 'a',
      position: 1,
      section,
      kind: 'prose',
      text,
      blocks: [{ kind: 'prose', start: 0, end: text.length }],
      sentences: splitSentences(text),
    }
  }

  function evidence(question: string, text: string, type: QuestionType = 'other', section = '') {
    const read = coverage(question)
    const whole = paragraph(text, section)
    const sentences = whole.sentences.map(({ start, end }) => read.of(text.slice(start, end)))
    const reading = {
      paragraph: whole,
      sentences,
      shares: sentences.map((said) => said.reduce((total, worth) => total + worth, 0) / (read.total || 1)),
    }
    return sentenceEvidence(reading, read.of(section), read, type)
  }

  describe('Coverage', () => {
    it('is whole for the question itself, and nothing for what shares no word with it', () => {
      for (const question of ['Who bought Twinings?', '誰收購了 Twinings?', '铁路什么时候开通?']) {
        expect(share(question, question)).toBeCloseTo(1, 8)
        expect(share(question, '')).toBe(0)
        expect(share(question, '🚀')).toBe(0)
      }
    })

    it('grows with what is said', () => {
      const question = 'Twinings 公司收購茶館'
      const shares = ['', '公司', '公司收購', 'Twinings 公司收購', 'Twinings 公司收購茶館'].map((text) =>
        share(question, text),
      )
      expect(shares).toEqual([...new Set(shares)].sort((left, right) => left - right))
    })

    it('hears the same said in other words, scripts and languages', () => {
      expect(share('收購', '购买')).toBeGreaterThan(0.2)
      expect(share('purchase', '收購')).toBeGreaterThan(0.3)
      expect(share('燈塔', 'the lighthouse')).toBeGreaterThan(0.1)
    })

    it('is not more for saying it twice', () => {
      expect(share('Twinings', 'Twinings Twinings')).toBe(share('Twinings', 'Twinings'))
    })

    it('adds up what texts say together', () => {
      const read = coverage('Twinings 收購')
      const together = union(read.of('Twinings'), read.of('收購'))
      expect(sum(together)).toBeCloseTo(sum(read.of('Twinings 收購')), 8)
      expect(sum(union(read.of('Twinings'), read.of('Twinings')))).toBe(sum(read.of('Twinings')))
    })

    it('knows the largest word left unsaid', () => {
      const read = coverage('Twinings 收購')
      expect(read.largestGap(read.of('Twinings 收購'))).toBeCloseTo(0, 8)
      expect(read.largestGap(read.of(''))).toBeGreaterThan(0.3)
      expect(coverage('?!').largestGap(new Float64Array())).toBe(1)
    })

    it('says how much of another question this one asks as well', () => {
      const read = coverage('Who bought Twinings?')
      expect(read.sharedBy('Who bought Twinings?')).toBeCloseTo(1, 8)
      expect(read.sharedBy('Who built the lighthouse?')).toBeLessThan(0.3)
      expect(read.sharedBy('Who bought Twinings and the lighthouse?')).toBeLessThan(0.9)
      expect(read.sharedBy('?')).toBe(0)
    })
  })

  describe('sentenceEvidence', () => {
    it('has one entry a sentence, in order', () => {
      const text = '茶館開了。Twinings 被收購。一切如常。'
      const { sentences } = evidence('Twinings 被誰收購?', text)
      expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
        '茶館開了。',
        'Twinings 被收購。',
        '一切如常。',
      ])
    })

    it('prefers the sentence that says more', () => {
      const { sentences } = evidence('Twinings 被誰收購?', '茶館開了。Twinings 被收購。收購很快。')
      const scores = sentences.map(evidenceScore)
      expect(scores.indexOf(Math.max(...scores))).toBe(1)
    })

    it('credits a sentence with the name in the one before', () => {
      const { sentences } = evidence('Twinings 收購', 'Twinings 很老。後來有了收購。')
      expect(sentences[1]?.withContext).toBeGreaterThan(sentences[1]?.coverage ?? 1)
      expect(sentences[1]?.withContext).toBeLessThanOrEqual(1 + 1e-9)
    })

    it('credits the first sentence with the heading', () => {
      const [bare] = evidence('Twinings 收購', '1964年成交。').sentences
      const [under] = evidence('Twinings 收購', '1964年成交。', 'other', 'Twinings').sentences
      expect(under?.coverage).toBe(bare?.coverage)
      expect(under?.withContext).toBeGreaterThan(bare?.withContext ?? 1)
    })

    it('prefers the sentence that holds what is asked for', () => {
      const { sentences } = evidence(
        'Twinings 什麼時候開的?',
        'Twinings 開了。1717年 Twinings 開了。',
        'when',
      )
      expect(sentences.map(({ holdsAnswer }) => holdsAnswer)).toEqual([false, true])
      const [without = 0, having = 0] = sentences.map(evidenceScore)
      expect(having).toBeGreaterThan(without)
    })

    it('expects nothing where nothing special is asked', () => {
      expect(evidence('Twinings', '1717年。').sentences[0]?.holdsAnswer).toBeUndefined()
    })

    it('reads a paragraph without a sentence', () => {
      expect(evidence('Twinings', '').sentences).toEqual([])
    })

    it('says nothing of a question without words', () => {
      const { sentences } = evidence('?!', '茶館開了。')
      expect(sentences[0]).toMatchObject({ coverage: 0, withContext: 0 })
    })

    it('reads a long list to its last line', () => {
      const { sentences } = evidence('Twinings', `${'茶。'.repeat(5000)}Twinings 的茶。`)
      expect(bestSentence(sentences)?.coverage).toBeCloseTo(1, 8)
      expect(sentences).toHaveLength(5001)
    })
  })
})

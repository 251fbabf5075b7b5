import { describe, expect, it } from 'vitest'
import { nearestUnanswered } from '../../../src/retrieval/evidence/nearest-unanswered.ts'
import { TermReader } from '../../../src/text/term-cache.ts'
import { smallCorpus } from '../../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

async function nearest(question: string, unanswered: readonly string[]): Promise<number> {
  const corpus = smallCorpus()
  const { index } = await openSmallIndex({
    corpus: { ...corpus, unanswered: unanswered.map((text) => ({ text, article: 'tea', language: 'en' })) },
  })
  const reader = new TermReader(index.lexicalIndex.dictionary)
  return nearestUnanswered([{ text: question, weight: 1, withoutNames: false }], index.lexicalIndex, reader)
}

describe('nearestUnanswered', () => {
  it('is 1 for a question that is known, and 0 where none is', async () => {
    expect(await nearest('Who runs Twinings?', ['Who runs Twinings?'])).toBeCloseTo(1, 6)
    expect(await nearest('Who runs Twinings?', [])).toBe(0)
    expect(await nearest('Who runs Twinings?', ['What does a kettle cost?'])).toBe(0)
  })

  it('is less where either asks for something besides', async () => {
    expect(await nearest('Twinings', ['Twinings chairman'])).toBeCloseTo(0.5, 6)
    const asksMore = await nearest('Twinings chairman', ['Twinings'])
    expect(asksMore).toBeGreaterThan(0)
    expect(asksMore).toBeLessThan(1)
  })

  it('finds the one that asks just this among others with the same word', async () => {
    const others = 'shares logo website kettle cups saucers owner rival'.split(' ')
    const unanswered = [...others.map((word) => `Twinings ${word}`), 'Twinings']
    expect(await nearest('Twinings', unanswered)).toBeCloseTo(1, 6)
  })
})

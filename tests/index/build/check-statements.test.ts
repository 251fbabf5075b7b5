import { describe, expect, it } from 'vitest'
import type { ClaimFault } from '../../../src/claims/check-claim.ts'
import { checkStatements } from '../../../src/index/build/check-statements.ts'
import { encodeStatements, StoredStatements } from '../../../src/index/documents/stored-statements.ts'
import { ANY_CLAIM } from '../../support/chat/any-claim.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const articles = [articleOf('a', ['電報很快。', '林說的。']), articleOf('b', ['鐵路很長。'])]
const idOf = (article: number, paragraph: number) => articles[article]?.paragraphs[paragraph]?.id ?? ''
const answerOf = (quote: string, text: string) => ({
  quote,
  start: 0,
  end: quote.length,
  says: [{ language: 'en' as const, text }],
  questions: [],
})
const writtenQuestions = [
  { paragraphId: idOf(0, 1), names: ['Lin'], answers: [answerOf('林說的', 'Lin said so.')] },
  { paragraphId: idOf(1, 0), names: [], answers: [answerOf('鐵路很長', 'The railway is long.')] },
]

/** Refuses what names the railway, and keeps what it was asked. */
function checker() {
  const asked: string[] = []
  const fault: ClaimFault = { kind: 'words', detail: 'railway' }
  return {
    asked,
    check: (text: string) => {
      asked.push(text)
      return { ...ANY_CLAIM.check(text, { sentences: [] }), faults: text.includes('railway') ? [fault] : [] }
    },
  }
}

describe('checkStatements', () => {
  it('keeps what passes, by the rows of the paragraphs, and says what does not', () => {
    const { statements, refused } = checkStatements({ articles, writtenQuestions }, checker())
    expect(statements.map(({ sum, ...rest }) => rest)).toEqual([
      { paragraphRow: 1, start: 0, end: 3, language: 'en', text: 'Lin said so.' },
    ])
    expect(refused).toHaveLength(1)
    expect(refused[0]?.source).toBe('b.md')
    expect(refused[0]?.message).toContain('"The railway is long."')
    expect(refused[0]?.message).toContain('words: railway')
  })

  it('checks nothing again that passed with the same words', () => {
    const first = checkStatements({ articles, writtenQuestions }, checker())
    const previous = new StoredStatements(encodeStatements(first.statements, first.refused))
    const again = checker()
    expect(checkStatements({ articles, writtenQuestions }, again, previous)).toEqual(first)
    expect(again.asked).toEqual(['The railway is long.'])

    const renamed = writtenQuestions.map((entry) => ({ ...entry, names: ['Other'] }))
    const anew = checker()
    checkStatements({ articles, writtenQuestions: renamed }, anew, previous)
    expect(anew.asked).toEqual(['Lin said so.', 'The railway is long.'])
  })

  it('stores statements by their paragraph', () => {
    const { statements, refused } = checkStatements({ articles, writtenQuestions }, ANY_CLAIM)
    const stored = new StoredStatements(encodeStatements(statements, refused))
    expect(stored.about(0)).toEqual([])
    expect(stored.about(1).map(({ text }) => text)).toEqual(['Lin said so.'])
    expect(stored.about(2)).toEqual([
      { paragraphRow: 2, start: 0, end: 4, language: 'en', text: 'The railway is long.' },
    ])
    expect(stored.refused).toEqual([])
  })

  it('notices sections that do not fit together', () => {
    const { statements } = checkStatements({ articles, writtenQuestions }, ANY_CLAIM)
    const sections = { ...encodeStatements(statements, []), languages: Uint8Array.of(0, 9) }
    expect(() => new StoredStatements(sections)).toThrow('damaged')
  })
})

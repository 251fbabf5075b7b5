import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../src/question-log/question-log.ts'
import { summariseLog } from '../../src/question-log/summarise-log.ts'
import { FEEDBACK, QUESTION } from '../contracts/question-log.ts'

const LOG: readonly LogEntry[] = [
  { ...QUESTION, id: '1', question: 'When was Lambda released?', paragraphs: ['a#1', 'a#2'] },
  { ...QUESTION, id: '2', question: 'when was lambda released', paragraphs: ['a#1'] },
  { ...QUESTION, id: '3', question: 'hi', kind: 'conversation', act: 'greeting', paragraphs: [] },
  { ...QUESTION, id: '4', question: 'Who is the president?', kind: 'declined', paragraphs: [] },
  { ...QUESTION, id: '5', at: '2026-03-02T00:00:00.000Z', question: 'Docker?', paragraphs: ['a#2'] },
  { ...FEEDBACK, answer: '1', rating: 'down', voter: 'x', comment: 'It was 2015' },
  { ...FEEDBACK, answer: '5', rating: 'up', voter: 'x' },
  { ...FEEDBACK, answer: '5', rating: 'down', voter: 'x', comment: 'no' },
  { ...FEEDBACK, answer: '5', rating: 'down', voter: 'y', comment: 'wrong paragraph' },
  { ...FEEDBACK, answer: '5', rating: 'up', voter: 'y' },
]

describe('summariseLog', () => {
  const summary = summariseLog(LOG)

  it('counts questions and what became of them, apart from courtesies', () => {
    expect(summary).toMatchObject({ answered: 3, declined: 1, conversation: 1 })
    expect(summary.days).toEqual([
      { day: '2026-03-01', answered: 2, declined: 1 },
      { day: '2026-03-02', answered: 1, declined: 0 },
    ])
  })

  it('lists what was asked, and what was not answered, alike questions together', () => {
    expect(summary.asked[0]).toMatchObject({
      wordings: ['When was Lambda released?', 'when was lambda released'],
    })
    expect(summary.unanswered.map(({ question }) => question)).toEqual(['Who is the president?'])
  })

  it('lists what was taken for none of the articles’ business, apart from courtesies', () => {
    const away = { ...QUESTION, kind: 'conversation', act: 'out-of-scope', paragraphs: [] } as const
    const { turnedAway, conversation } = summariseLog([
      ...LOG,
      { ...away, id: '6', question: 'write me a poem' },
    ])
    expect(conversation).toBe(2)
    expect(turnedAway.map(({ question }) => question)).toEqual(['write me a poem'])
  })

  it('takes the last vote of each person, with what they said', () => {
    expect(summary).toMatchObject({ votedUp: 1, votedDown: 2 })
    expect(summary.disliked.map(({ group, comments }) => [group.entries[0]?.id, comments])).toEqual([
      ['1', ['It was 2015']],
      ['5', ['no']],
    ])
  })

  it('counts the votes against answers to the same question together', () => {
    const { disliked } = summariseLog([
      { ...QUESTION, id: '1', question: 'Docker?' },
      { ...QUESTION, id: '2', question: 'When was Lambda released?' },
      { ...QUESTION, id: '3', question: 'when was lambda released' },
      // A client may name two of its requests alike.
      { ...QUESTION, id: '3', question: 'when was lambda released' },
      { ...FEEDBACK, answer: '1', comment: 'no' },
      { ...FEEDBACK, answer: '2', comment: 'It was 2015' },
      { ...FEEDBACK, answer: '3', comment: 'Too late' },
    ])
    expect(disliked.map(({ group, votes, comments }) => [group.question, votes, comments])).toEqual([
      ['when was lambda released', 2, ['It was 2015', 'Too late']],
      ['Docker?', 1, ['no']],
    ])
  })

  it('counts each answer that cited a paragraph, and what it answered', () => {
    expect(summary.paragraphs.map(({ id, uses }) => [id, uses])).toEqual([
      ['a#1', 2],
      ['a#2', 2],
    ])
    expect(summary.paragraphs[1]?.questions.map(({ question }) => question)).toEqual([
      'When was Lambda released?',
      'Docker?',
    ])
  })

  it('has nothing to say of an empty log', () => {
    expect(summariseLog([])).toMatchObject({
      answered: 0,
      days: [],
      asked: [],
      disliked: [],
      turnedAway: [],
      paragraphs: [],
    })
  })
})

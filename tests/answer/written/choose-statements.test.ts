import { describe, expect, it } from 'vitest'
import { chooseStatements, type StatementChoice } from '../../../src/answer/written/choose-statements.ts'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'
import { TermReader } from '../../../src/text/term-cache.ts'

const reader = new TermReader(new BilingualDictionary(compileDictionary([], 'test')))

const statement = (start: number, end: number, text: string) => ({
  paragraphRow: 0,
  start,
  end,
  text,
  language: 'en' as const,
})
const FOUNDED = statement(
  0,
  20,
  'The line was founded by Stephenson, an engineer from the north of the country.',
)
const OPENED = statement(
  20,
  40,
  'It was opened in 1825, and people came from far and wide to see the first train.',
)
const LENGTH = statement(40, 60, 'It is 40 kilometres long.')
const ALL = [FOUNDED, OPENED, LENGTH]

const choose = (choice: Partial<StatementChoice>) =>
  chooseStatements(
    ALL,
    {
      question: 'Who founded the line?',
      type: 'who',
      leansOnHistory: false,
      quote: { start: 0, end: 60 },
      focus: { start: 0, end: 20 },
      room: 280,
      ...choice,
    },
    reader,
  )

describe('chooseStatements', () => {
  it('takes the one about the words that matter most', () => {
    expect(choose({ room: 90 })).toEqual([FOUNDED])
    expect(
      choose({ room: 90, focus: { start: 40, end: 60 }, question: 'How long?', type: 'how-many' }),
    ).toEqual([LENGTH])
  })

  it('adds others that say what else is asked, in the order of the words', () => {
    const question = 'Who founded the line, and how many kilometres is it long?'
    expect(choose({ question, quote: { start: 0, end: 60 }, room: 120 })).toEqual([FOUNDED, LENGTH])
  })

  it('adds nothing where enough is said', () => {
    const long = statement(0, 20, `${FOUNDED.text} ${'He was well known for it. '.repeat(3)}`)
    const choice = {
      question: 'Who founded the line?',
      type: 'who' as const,
      leansOnHistory: false,
      quote: { start: 0, end: 60 },
      focus: { start: 0, end: 20 },
      room: 280,
    }
    expect(chooseStatements([long, OPENED], choice, reader)).toEqual([long])
  })

  it('adds nothing to the one thing that is asked for, however short it is said', () => {
    const released = statement(0, 20, 'Lambda was released in November 2014.')
    const late = statement(20, 40, 'Lambda was late in coming, as others had offered the same before.')
    const choice = {
      question: 'When was Lambda released?',
      type: 'when' as const,
      leansOnHistory: false,
      quote: { start: 0, end: 40 },
      focus: { start: 0, end: 20 },
      room: 280,
    }
    expect(chooseStatements([released, late], choice, reader)).toEqual([released])
    expect(chooseStatements([released, late], { ...choice, focus: late }, reader)).toEqual([released])
    const others = { ...choice, question: 'Why was Lambda released?', type: 'why' as const }
    expect(chooseStatements([released, late], others, reader)).toEqual([released, late])
    const followUp = { ...choice, question: 'And Lambda?', leansOnHistory: true }
    expect(chooseStatements([released, late], followUp, reader)).toEqual([released, late])
  })

  it('takes nothing that is about other words, or that does not fit', () => {
    expect(choose({ quote: { start: 20, end: 40 }, focus: { start: 20, end: 40 } })).toEqual([OPENED])
    expect(choose({ focus: { start: 60, end: 80 }, quote: { start: 60, end: 80 } })).toEqual([])
    expect(choose({ room: 10 })).toEqual([])
  })

  it('does not say the same twice', () => {
    const again = statement(0, 18, 'Stephenson founded the line.')
    const choice = {
      question: 'Who founded the line?',
      type: 'who' as const,
      leansOnHistory: false,
      quote: { start: 0, end: 20 },
      focus: { start: 0, end: 20 },
      room: 280,
    }
    expect(chooseStatements([FOUNDED, again], choice, reader)).toHaveLength(1)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { withoutForeignText } from '../../../src/conversation/scope/foreign-text.ts'
import { spokenOf } from '../../../src/conversation/scope/spoken-of.ts'
import type { Turn } from '../../../src/domain/question.ts'
import type { LexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { corpusOfTexts } from '../../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

const PASTA =
  'The kitchen smelled of tomatoes and basil while my grandmother rolled out dough for noodles. She said that good pasta needs patience, flour, olive oil and a pinch of salt, and that nobody should ever put cream into a carbonara. Neighbours came with wine and bread.'
const TEA =
  'Tea came to Britain with merchants, who sold it in coffee houses. Twinings opened a shop in London, and railways carried tea to every town, so that its price fell.'

function asked(...questions: string[]): Turn[] {
  return questions.map((content) => ({ role: 'user', content }))
}

describe('withoutForeignText', () => {
  let lexicalIndex: LexicalIndex

  beforeAll(async () => {
    const corpus = corpusOfTexts({ tea: `${TEA}\n\nKeepers of a lighthouse drank strong tea to stay awake.` })
    lexicalIndex = (await openSmallIndex({ corpus })).index.lexicalIndex
  })

  it('leaves alone what the corpus speaks of', () => {
    const question = { question: `${TEA} ${TEA} Why did the price fall?`, history: asked(TEA) }
    expect(withoutForeignText(question, lexicalIndex)).toEqual(question)
    const short = { question: 'Who makes carbonara?', history: asked('Who cooks pasta?') }
    expect(withoutForeignText(short, lexicalIndex)).toEqual(short)
  })

  it('leaves out a text about something else', () => {
    const question = { question: `${PASTA} Who opened a tea shop in London?`, history: asked(PASTA) }
    expect(withoutForeignText(question, lexicalIndex)).toEqual({
      question: 'Who opened a tea shop in London?',
      history: [],
    })
  })

  it('has nothing left of a question that leans on such a text', () => {
    expect(withoutForeignText({ question: `${PASTA} Why?`, history: [] }, lexicalIndex)).toBeUndefined()
    expect(withoutForeignText({ question: 'Why?', history: asked(PASTA) }, lexicalIndex)).toBeUndefined()
    expect(
      withoutForeignText({ question: 'why is it so?', history: asked(TEA, PASTA) }, lexicalIndex),
    ).toBeUndefined()
    const words = PASTA.replace(/[.,]/g, '')
    expect(withoutForeignText({ question: words, history: [] }, lexicalIndex)).toBeUndefined()
  })

  it('lets a question lean on the last turn, where an earlier one was about something else', () => {
    const question = { question: 'Why?', history: asked(PASTA, TEA) }
    expect(withoutForeignText(question, lexicalIndex)).toEqual({ question: 'Why?', history: asked(TEA) })
  })
})

describe('spokenOf', () => {
  it('tells how much of a text stands in the corpus', async () => {
    const { lexicalIndex } = (await openSmallIndex({ corpus: corpusOfTexts({ tea: TEA }) })).index
    expect(spokenOf('Twinings railways', lexicalIndex)).toMatchObject({ words: 2, share: 1, isNamed: true })
    expect(spokenOf('Twinings carbonara', lexicalIndex)).toMatchObject({ words: 2, isNamed: true })
    expect(spokenOf('Twinings carbonara', lexicalIndex).share).toBeCloseTo(0.5)
    expect(spokenOf('the of', lexicalIndex)).toMatchObject({ words: 0, share: 0, isNamed: false })
  })
})

import { describe, expect, it } from 'vitest'
import { type Revisit, revisitedRequest } from '../../../src/conversation/revisit/revisited-request.ts'
import type { Turn } from '../../../src/domain/question.ts'

const HISTORY: Turn[] = [
  { role: 'user', content: 'When was Lambda released?' },
  { role: 'assistant', content: 'In 2014.[1]' },
  { role: 'user', content: 'thanks' },
  { role: 'assistant', content: 'You’re welcome!' },
]
const isQuestion = (content: string) => content !== 'thanks'

describe('revisitedRequest', () => {
  const revisit = (kind: Revisit, text: string, history = HISTORY) =>
    revisitedRequest({ question: text, history }, { revisit: kind, text }, isQuestion)

  it('asks the last question again, with what was said before it', () => {
    expect(revisit('again', 'say that again')).toEqual({ question: 'When was Lambda released?', history: [] })
    expect(revisit('source', 'source?')).toEqual({ question: 'When was Lambda released?', history: [] })
  })

  it('cites one paragraph where less is wanted', () => {
    expect(revisit('shorter', 'shorter')).toMatchObject({ maxCitations: 1 })
  })

  it.each([
    ['in english please', 'en'],
    ['请用英文', 'en'],
    ['说中文', 'zh-Hant'],
    ['用简体', 'zh-Hans'],
  ])('answers in the language of %j', (text, language) => {
    expect(revisit('in-language', text)).toMatchObject({ language })
  })

  it('says again what is to be said in no language', () => {
    expect(revisit('in-language', 'say it again')).toMatchObject({ question: 'When was Lambda released?' })
  })

  it('does not know other languages, and asks nothing where nothing was asked', () => {
    expect(revisit('in-language', 'in french please')).toBeUndefined()
    expect(revisit('more', 'more', [])).toBeUndefined()
    expect(revisit('more', 'more', HISTORY.slice(2))).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { readOptions } from '../../../src/browser/widget/widget-options.ts'

const SCRIPT = 'https://ask.example.org/widget.js'

describe('what a site says about its widget', () => {
  it('may be nothing', () => {
    expect(readOptions(SCRIPT, {}, '')).toEqual({
      origin: 'https://ask.example.org',
      language: 'en',
      title: 'Footnote',
      scheme: 'auto',
      side: 'right',
      questions: [],
      articles: [],
      color: undefined,
      label: undefined,
      opener: undefined,
      consent: undefined,
      note: undefined,
      key: undefined,
    })
  })

  it('finds the service where the script came from, also below a path', () => {
    expect(readOptions('https://a.example/docs/bot/widget.js?v=2', {}, '').origin).toBe(
      'https://a.example/docs/bot',
    )
  })

  it('takes lists apart and leaves out what is empty', () => {
    const { questions, articles } = readOptions(
      SCRIPT,
      { questions: 'A?| |B, C?|', articles: ' a ,notes/b,' },
      '',
    )
    expect(questions).toEqual(['A?', 'B, C?'])
    expect(articles).toEqual(['a', 'notes/b'])
  })

  it('tells no button from no label', () => {
    expect(readOptions(SCRIPT, { label: '' }, '').label).toBe('')
  })

  it('takes no colour, scheme, side or language that it does not know', () => {
    const data = { color: 'red;--x:1', scheme: 'neon', side: 'top', language: 'tlh' }
    expect(readOptions(SCRIPT, data, 'zh-TW')).toMatchObject({
      scheme: 'auto',
      side: 'right',
      language: 'en',
    })
    expect(readOptions(SCRIPT, data, 'zh-TW').color).toBeUndefined()
    expect(readOptions(SCRIPT, { color: '#0B57d0' }, 'zh-TW')).toMatchObject({
      color: '#0B57d0',
      language: 'zh-Hant',
    })
  })
})

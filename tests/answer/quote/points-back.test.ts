import { describe, expect, it } from 'vitest'
import { withWhatItPointsTo } from '../../../src/answer/quote/points-back.ts'
import { type BlockText, paragraphOf, spanOf } from '../../support/corpora/paragraphs.ts'

function quoteFrom(blocks: readonly BlockText[], words: string, room = Number.POSITIVE_INFINITY): string {
  const paragraph = paragraphOf(blocks)
  const fits = ({ start, end }: { start: number; end: number }) => end - start <= room
  const { start, end } = withWhatItPointsTo(paragraph, spanOf(paragraph.text, words), fits)
  return paragraph.text.slice(start, end)
}

const prose = (text: string): BlockText => ({ kind: 'prose', text })

describe('withWhatItPointsTo', () => {
  it('takes the sentence that the first word points to', () => {
    const dialogs = prose('Dialogs cannot be used. This is because they block the page.')
    expect(quoteFrom([dialogs], 'This is because they block the page.')).toBe(dialogs.text)
    expect(quoteFrom([prose('船到了碼頭。它有三面帆。')], '它有三面帆。')).toBe('船到了碼頭。它有三面帆。')
    expect(quoteFrom([prose('Tea is steeped.'), prose('It takes long.')], 'It takes long.')).toBe(
      'Tea is steeped.\n\nIt takes long.',
    )
  })

  it('follows two that point back, and no more', () => {
    const chain = prose('A ship came. It had sails. They were red. These tore.')
    expect(quoteFrom([chain], 'These tore.')).toBe('It had sails. They were red. These tore.')
  })

  it.each([
    'Its sails are red.',
    'However, he left.',
    'Item two is new.',
    '但是船走了。',
    '他人不在。',
  ])('takes nothing for %s', (sentence) => {
    expect(quoteFrom([prose(`A ship came. ${sentence}`)], sentence)).toBe(sentence)
  })

  it('takes no code or list, nothing that does not fit, and nothing where nothing is', () => {
    const code: BlockText = { kind: 'code', text: 'sail()' }
    expect(quoteFrom([code, prose('This sails.')], 'This sails.')).toBe('This sails.')
    expect(quoteFrom([prose('A ship came. It sails.')], 'It sails.', 12)).toBe('It sails.')
    expect(quoteFrom([prose('It sails.')], 'It sails.')).toBe('It sails.')
  })
})

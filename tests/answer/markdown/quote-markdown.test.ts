import { describe, expect, it } from 'vitest'
import { quoteMarkdown } from '../../../src/answer/markdown/quote-markdown.ts'
import { paragraphOf, spanOf } from '../../support/corpora/paragraphs.ts'

function markdownOf(blocks: Parameters<typeof paragraphOf>[0], words: string): string[] {
  const paragraph = paragraphOf(blocks)
  return quoteMarkdown(paragraph, spanOf(paragraph.text, words)).map(({ markdown }) => markdown)
}

describe('quoteMarkdown', () => {
  it('shows prose as text', () => {
    expect(markdownOf([{ kind: 'prose', text: 'Set ~a~ and <b>. Then go.' }], 'Set ~a~ and <b>.')).toEqual([
      'Set \\~a\\~ and `<b>`.',
    ])
  })

  it('shows lines of code with their indentation and what leads to them', () => {
    const blocks = [
      { kind: 'prose', text: 'There are two ways. Write this:' },
      { kind: 'code', text: 'if (a) {\n  run()\n  stop()\n}', language: 'js' },
    ] as const
    expect(markdownOf(blocks, 'run()\n  stop()')).toEqual(['Write this:', '```js\n  run()\n  stop()\n```'])
  })

  it('shows a row below the names of the columns', () => {
    const blocks = [{ kind: 'table', text: 'Name\tYear\nDocker\t2013\nLambda\t2014' }] as const
    expect(markdownOf(blocks, 'Lambda\t2014')).toEqual(['| Name | Year |\n| --- | --- |\n| Lambda | 2014 |'])
    expect(markdownOf(blocks, 'Name\tYear\nDocker\t2013')).toEqual([
      '| Name | Year |\n| --- | --- |\n| Docker | 2013 |',
    ])
  })

  it('leaves out a header that is longer than a table', () => {
    const blocks = [{ kind: 'table', text: `${'long '.repeat(100)}\tYear\nLambda\t2014` }] as const
    expect(markdownOf(blocks, 'Lambda\t2014')).toEqual(['|  |  |\n| --- | --- |\n| Lambda | 2014 |'])
  })

  it('shows an item with the items that it is nested in and what leads to the list', () => {
    const blocks = [
      { kind: 'prose', text: 'Choose one:' },
      { kind: 'list', text: 'Fruit\n  Apples\n  Pears\n    green\nBread' },
    ] as const
    expect(markdownOf(blocks, 'green')).toEqual(['Choose one:', '- Fruit\n  - Pears\n    - green'])
    expect(markdownOf(blocks, 'Bread')).toEqual(['Choose one:', '- Bread'])
  })

  it('does not take the text of an item for what leads to the next one', () => {
    const blocks = [
      { kind: 'list', text: '1. First' },
      { kind: 'prose', text: 'It is easy.' },
      { kind: 'list', text: '2. Second' },
      { kind: 'code', text: 'go()' },
    ] as const
    expect(markdownOf(blocks, '2. Second')).toEqual(['2. Second'])
    expect(markdownOf(blocks, 'go()')).toEqual(['2. Second', '```\ngo()\n```'])
  })

  it('shows a part of an item or a row as text', () => {
    expect(markdownOf([{ kind: 'list', text: '1. One, two, three' }], 'One, two')).toEqual(['One, two'])
    expect(markdownOf([{ kind: 'table', text: 'a\tb\none, two\tc' }], 'two\tc')).toEqual(['two c'])
  })

  it('shows several blocks each as it is', () => {
    const blocks = [
      { kind: 'prose', text: 'As follows:' },
      { kind: 'list', text: '1. a\n2. b' },
    ] as const
    expect(markdownOf(blocks, 'As follows:\n\n1. a\n2. b')).toEqual(['As follows:', '1. a\n2. b'])
  })
})

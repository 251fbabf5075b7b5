import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'

const paragraphsOf = (text: string, path = 'note.md') => parseArticle({ path, text }).paragraphs

const blocksOf = ({ text, blocks }: Paragraph) =>
  blocks.map(({ kind, start, end, language }) => [
    kind,
    text.slice(start, end),
    ...(language ? [language] : []),
  ])

const sentencesOf = ({ text, sentences }: Paragraph) =>
  sentences.map(({ start, end }) => text.slice(start, end))

describe('a lead-in', () => {
  it('is one paragraph with the code, list or table that it leads to', () => {
    const paragraphs = paragraphsOf(
      'Run it. Then see:\n\n```sh\nls\n```\n\n步骤如下：\n\n- 一\n- 二\n\nPrices:\n\n| a |\n|---|\n| 1 |\n',
    )
    expect(paragraphs.map(blocksOf)).toEqual([
      [
        ['prose', 'Run it. Then see:'],
        ['code', 'ls', 'sh'],
      ],
      [
        ['prose', '步骤如下：'],
        ['list', '一\n二'],
      ],
      [
        ['prose', 'Prices:'],
        ['table', 'a\n1'],
      ],
    ])
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['code', 'list', 'table'])
    expect(paragraphs[0]?.text).toBe('Run it. Then see:\n\nls')
  })

  it('may set its colon in bold or before a closing mark', () => {
    expect(paragraphsOf('**Note:**\n\n- a\n\n(see below:)\n\n- b\n').map(({ text }) => text)).toEqual([
      'Note:\n\na',
      '(see below:)\n\nb',
    ])
  })

  it('joins no prose, no quotation, nothing below the next heading, and only what follows directly', () => {
    expect(
      paragraphsOf('He said:\n\nNo.\n\nAnd:\n\n> q\n\nSo:\n\n## H\n\n- a\n').map(({ text }) => text),
    ).toEqual(['He said:', 'No.', 'And:', 'q', 'So:', 'a'])
    expect(paragraphsOf('A:\n\n```\nx\n```\n\n```\ny\n```\n').map(({ text }) => text)).toEqual([
      'A:\n\nx',
      'y',
    ])
  })

  it('joins on a page as well', () => {
    expect(
      paragraphsOf('<p>Run:</p><pre><code class="language-js">x()</code></pre>', 'a.html').map(blocksOf),
    ).toEqual([
      [
        ['prose', 'Run:'],
        ['code', 'x()', 'js'],
      ],
    ])
  })
})

describe('a list', () => {
  it('keeps its numbers, its levels and its ticks', () => {
    const [steps, tasks] = paragraphsOf(
      '3. Fill the tank.\n4. Start the pump.\n   - slowly\n     1. first\n\n- [x] Order the filter\n- [ ] Call the plumber\n',
    )
    expect(steps?.text).toBe('3. Fill the tank.\n4. Start the pump.\n  slowly\n    1. first')
    expect(tasks?.text).toBe('[x] Order the filter\n[ ] Call the plumber')
  })

  it('has an item a line and a sentence, whatever stands in it', () => {
    const [list] = paragraphsOf('- One. Two.\n  three\\\n  four\n- 一。\n  二。\n')
    expect(list?.text).toBe('One. Two. three four\n一。二。')
    expect(list && sentencesOf(list)).toEqual(['One. Two. three four', '一。二。'])
  })

  it('sets code, tables and further paragraphs in an item apart, in their place', () => {
    const [list] = paragraphsOf(
      '1. Build. Then go:\n\n   ```sh\n   make\n\n     all\n   ```\n\n   It takes a while. Wait.\n2. Look:\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n',
    )
    expect(list && blocksOf(list)).toEqual([
      ['list', '1. Build. Then go:'],
      ['code', 'make\n\n  all', 'sh'],
      ['prose', 'It takes a while. Wait.'],
      ['list', '2. Look:'],
      ['table', 'a\tb\n1\t2'],
    ])
    expect(list?.kind).toBe('list')
    expect(list && sentencesOf(list)).toEqual([
      '1. Build. Then go:',
      'make',
      'all',
      'It takes a while.',
      'Wait.',
      '2. Look:',
      'a\tb',
      '1\t2',
    ])
  })

  it('is taken apart into its items where it is long and more than lines', () => {
    const long = 'word '.repeat(200).trim()
    const paragraphs = paragraphsOf(`Steps:\n\n1. ${long}\n\n   more\n2. ${long}\n3. c\n`)
    expect(paragraphs.map(blocksOf)).toEqual([
      [
        ['prose', 'Steps:'],
        ['list', `1. ${long}`],
        ['prose', 'more'],
      ],
      [['list', `2. ${long}`]],
      [['list', '3. c']],
    ])
    expect(paragraphsOf(`1. ${long}\n2. ${long}\n`)).toHaveLength(1)
  })

  it('reads raw HTML in its items, as quotations and footnotes do', () => {
    const texts = paragraphsOf(
      '1. Off.\n   <details>\n   <summary>Why?</summary>\n   It may burst.\n   </details>\n\n2. Open.\n\n   <table>\n   <tr><th>Valve</th></tr><tr><td>35</td></tr>\n   </table>\n\n> <p>built in 1958</p>\n\n[^1]: <p>bought in 1961</p>\n',
    ).map(({ text }) => text)
    expect(texts[0]).toMatch(/^1\. Off\.\n\nWhy\?\n\nIt may burst\.\n\n2\. Open\.\n\nValve\n35$/)
    expect(texts.slice(1)).toEqual(['built in 1958', 'bought in 1961'])
  })
})

describe('a table', () => {
  it('has a row a line and a sentence, and neither line break nor tab in a cell', () => {
    const [table] = paragraphsOf(
      '| Day | Hours |\n|---|---|\n| Monday | 9–12<br>14–18 |\n| Tue. It is. | a&#9;b |\n',
    )
    expect(table?.text).toBe('Day\tHours\nMonday\t9–12 14–18\nTue. It is.\ta b')
    expect(table && sentencesOf(table)).toEqual(['Day\tHours', 'Monday\t9–12 14–18', 'Tue. It is.\ta b'])
  })
})

describe('code', () => {
  it('keeps its lines and its language; each line that says something is a sentence', () => {
    const [code] = paragraphsOf('```tsx\nif (a) {\n\n  b()\n}\n```\n')
    expect(code).toMatchObject({ kind: 'code', text: 'if (a) {\n\n  b()\n}' })
    expect(code && blocksOf(code)).toEqual([['code', 'if (a) {\n\n  b()\n}', 'tsx']])
    expect(code && sentencesOf(code)).toEqual(['if (a) {', 'b()', '}'])
  })
})

describe('a quotation', () => {
  it('has its paragraphs a line each, and lists and code as blocks of their own', () => {
    const [quote] = paragraphsOf('> One. Two.\n>\n> > three\n>\n> - a\n>\n> ```js\n> b\n> ```\n>\n> end\n')
    expect(quote?.kind).toBe('quote')
    expect(quote && blocksOf(quote)).toEqual([
      ['quote', 'One. Two.\nthree'],
      ['list', 'a'],
      ['code', 'b', 'js'],
      ['quote', 'end'],
    ])
    expect(quote && sentencesOf(quote).slice(0, 3)).toEqual(['One.', 'Two.', 'three'])
  })
})

describe('blocks and sentences of anything', () => {
  const line = fc.constantFrom(
    'One. Two.',
    'See:',
    '如下：',
    '- a. b',
    '  - c',
    '2. d',
    '   more',
    '- [ ] t',
    '| a | b |',
    '|---|---|',
    '```js',
    '    old',
    '> q. r',
    '> - s',
    '<table><tr><td><p>x</p>',
    '# H',
    '',
    '',
  )

  it('cover the text but for what stands between them', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        for (const { text, blocks, sentences, kind } of paragraphsOf(lines.join('\n'))) {
          expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
          expect(blocks.some((block) => block.kind === kind)).toBe(true)
          let from = 0
          for (const { start, end } of sentences) {
            expect(text.slice(from, start).trim()).toBe('')
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
            expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true)
            from = end
          }
          expect(text.slice(from).trim()).toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })
})

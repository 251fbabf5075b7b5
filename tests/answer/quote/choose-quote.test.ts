import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseQuote, type Evidence } from '../../../src/answer/quote/choose-quote.ts'
import { type Fits, fitsInto, WHOLE_ANSWER } from '../../../src/answer/quote/room.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import type { Span } from '../../../src/domain/span.ts'
import { arbitraryBlocks } from '../../support/corpora/arbitrary-paragraphs.ts'
import { evidenceOf } from '../../support/corpora/evidence.ts'
import { type BlockText, paragraphOf, spanOf } from '../../support/corpora/paragraphs.ts'

function within(room: number): Fits {
  return ({ start, end }) => end - start <= room
}

/** What is quoted of a paragraph where the words matter, or where the scored sentences do. */
function quoteOf(
  blocks: readonly BlockText[],
  evidence: string | readonly number[] | Evidence,
  room?: number,
  options: Partial<Parameters<typeof chooseQuote>[2]> = {},
): string | undefined {
  const paragraph = paragraphOf(blocks)
  const read = Array.isArray(evidence)
    ? evidenceOf(paragraph, { scores: evidence })
    : typeof evidence === 'string'
      ? evidenceOf(paragraph, { focus: spanOf(paragraph.text, evidence) })
      : (evidence as Evidence)
  const fits = room === undefined ? fitsInto(WHOLE_ANSWER, paragraph, '[1]') : within(room)
  const span = chooseQuote(paragraph, read, { fits, ...options })
  return span && paragraph.text.slice(span.start, span.end)
}

function prose(text: string): BlockText[] {
  return [{ kind: 'prose', text }]
}

const FIRST = '茶葉從福建運往倫敦。'
const SECOND = '1717年,唐寧在倫敦開了第一家茶館。'
const THIRD = '茶館叫做 Golden Lyon。'
const TEXT = prose(FIRST + SECOND + THIRD)

describe('a quote that would end in a colon', () => {
  const blocks: BlockText[] = [
    { kind: 'prose', text: 'The move keyword makes it take ownership of values. This compiles:' },
    { kind: 'code', text: 'move_it()' },
    { kind: 'prose', text: 'From then on the value is gone. The old way was:' },
    { kind: 'code', text: 'keep_it()' },
  ]

  it('takes what follows where that fits', () => {
    expect(quoteOf(blocks, 'move keyword', 90)).toMatch(/This compiles:\n\nmove_it\(\)$/)
  })

  it('leaves out the sentence that leads to nothing', () => {
    expect(quoteOf(blocks, 'move keyword', 70)).toBe('The move keyword makes it take ownership of values.')
  })

  it('keeps it where it is what the quote is for', () => {
    expect(quoteOf(blocks, 'This compiles', 15, { generosity: 'least' })).toBe('This compiles:')
  })
})

describe('chooseQuote of prose', () => {
  it('goes on where a short sentence says too little, or asks', () => {
    const texts = [
      '這不是嵌入式系統嗎?',
      '它可以運轉在低功耗的設備上。',
      '這將讓開發更為容易,也讓許多人高興得不得了,說了又說。',
    ]
    const paragraph = paragraphOf(prose(texts.join('')))
    const quoted = (holdsAnswer: boolean, scores: readonly number[]) =>
      quoteOf(prose(texts.join('')), evidenceOf(paragraph, { scores, holdsAnswer }), 280)
    expect(quoted(false, [1, 0, 0])).toBe(paragraph.text)
    expect(quoted(true, [1, 0, 0])).toBe(`${texts[0]}${texts[1]}`)
    expect(quoted(true, [0, 1, 0])).toBe(texts[1])
  })

  it.each([
    [[1, 0, 0], FIRST],
    [[0, 1, 0], SECOND],
    [[0, 0, 1], THIRD],
  ])('takes the whole sentence that answers', (scores, sentence) => {
    expect(quoteOf(TEXT, scores)).toBe(sentence)
  })

  it('takes the sentence that the words written ahead stand in, whole', () => {
    expect(quoteOf(TEXT, '第一家茶館')).toBe(SECOND)
    expect(quoteOf(TEXT, '倫敦開了第一家茶館。茶館叫做')).toBe(SECOND + THIRD)
  })

  it('takes in a neighbour that says as much, if there is room', () => {
    expect(quoteOf(TEXT, [0, 1, 1])).toBe(SECOND + THIRD)
    expect(quoteOf(TEXT, [0, 1, 1], SECOND.length + 1)).toBe(SECOND)
    expect(quoteOf(TEXT, [0, 1, 1], undefined, { generosity: 'least' })).toBe(SECOND)
  })

  it('takes the best sentence of words that do not fit together', () => {
    const paragraph = paragraphOf(TEXT)
    const evidence = evidenceOf(paragraph, {
      focus: { start: 0, end: paragraph.text.length },
      scores: [0.1, 0.3, 0.2],
    })
    expect(quoteOf(TEXT, evidence, SECOND.length)).toBe(SECOND)
  })

  it('never stops at a comma where the whole sentence fits', () => {
    const sentence = `${'這句話很長，'.repeat(40)}就是這樣。`
    expect(quoteOf(prose(`${sentence}還有。`), '就是這樣', 280)).toBe(sentence)
  })

  it('cuts a sentence that is too long between clauses, without the mark', () => {
    expect(quoteOf(prose('茶館開了,客人來了,公司賣了,大家走了。'), '客人來了', 10)).toBe('客人來了,公司賣了')
  })

  it('keeps the conclusion at the end of a sentence that is too long', () => {
    const text = `${'前面的話很長，'.repeat(50)}因此公司賣了茶館。`
    const quote = quoteOf(prose(text), [1]) ?? ''
    expect(quote).toMatch(/^前面的話很長，.*因此公司賣了茶館。$/)
    expect(quote.length).toBeGreaterThan(250)
  })

  it('keeps the words that matter when it cuts, and what follows them before what precedes them', () => {
    const text = `${'前面的話很長,'.repeat(10)}唐寧開了茶館,${'後面的話也很長,'.repeat(10)}完。`
    expect(quoteOf(prose(text), '唐寧開了茶館', 40)).toBe(
      '唐寧開了茶館,後面的話也很長,後面的話也很長,後面的話也很長,後面的話也很長',
    )
  })

  it('does not cut numbers, times and addresses at their marks', () => {
    const text = `It opened at 10:30 with 1,000 guests from https://a.example/b,c and ${'many more '.repeat(9)}came`
    expect(quoteOf(prose(text), '1,000 guests', 60)).toContain('1,000 guests')
  })

  it('cuts text without a sentence or a clause where a word ends', () => {
    expect(quoteOf(prose('tea shop '.repeat(60)), [1], 100)).toMatch(/^(tea shop )+tea( shop)?$/)
    expect(quoteOf(prose('茶'.repeat(300)), [1], 100)).toBe('茶'.repeat(100))
  })

  it('cuts nothing where it may not', () => {
    expect(quoteOf(prose('茶'.repeat(300)), [1], 100, { mayCut: false })).toBeUndefined()
    expect(quoteOf(TEXT, [0, 1, 0], 10, { mayCut: false })).toBeUndefined()
  })

  it('takes what a colon leads to in the same block', () => {
    expect(quoteOf(prose('原因如下：\n茶太貴了。\n也太遠了。'), '原因如下')).toBe('原因如下：\n茶太貴了。')
  })

  it('quotes a paragraph of which nothing was read', () => {
    const evidence: Evidence = { sentences: [], focus: undefined, holdsAnswer: undefined }
    expect(quoteOf(prose(FIRST), evidence)).toBe(FIRST)
  })
})

describe('chooseQuote of several blocks', () => {
  const option: BlockText[] = [
    { kind: 'list', text: 'Type: string\nDefault: Assam' },
    { kind: 'prose', text: 'Which tea is brewed. It must be in stock.' },
    { kind: 'prose', text: 'It cannot be changed while water boils.' },
  ]

  it('takes what stands around the words that matter, as long as there is room', () => {
    const whole = option.map(({ text }) => text).join('\n\n')
    expect(quoteOf(option, 'in stock')).toBe(whole)
    expect(quoteOf(option, 'in stock', 90)).toBe(
      'Which tea is brewed. It must be in stock.\n\nIt cannot be changed while water boils.',
    )
  })

  it('may hold more prose beside a list than by itself', () => {
    const remarks = Array.from(
      { length: 3 },
      (_, i) => prose(`${i}: ${'The tea must be in stock. '.repeat(4).trim()}`)[0],
    )
    const quoted = quoteOf([option[0], ...remarks] as BlockText[], 'Default: Assam') ?? ''
    expect(quoted.length).toBeGreaterThan(WHOLE_ANSWER.prose)
    expect(quoteOf(remarks as BlockText[], '0: The tea')?.length).toBeLessThan(WHOLE_ANSWER.prose)
  })

  it('does not end in the label of the code below it', () => {
    const labelled: BlockText[] = [
      { kind: 'prose', text: 'Kettles are set up by yourself. Use a list:' },
      { kind: 'prose', text: 'kettle.config.ts' },
      { kind: 'code', text: `boil(${'x'.repeat(300)})` },
    ]
    expect(quoteOf(labelled, 'set up by yourself', 90)).toBe('Kettles are set up by yourself.')
    const short = [...labelled.slice(0, 2), { kind: 'code', text: 'boil()' } as const]
    expect(quoteOf(short, 'set up by yourself')).toBe(short.map(({ text }) => text).join('\n\n'))
  })

  it('grows to no more than can be taken in at a glance', () => {
    const long: BlockText[] = [...option, { kind: 'code', text: 'brew()\n'.repeat(120) }]
    expect(quoteOf(long, 'in stock')?.length).toBeLessThanOrEqual(600)
  })

  it('takes few of many lines that say less than the best, and all that say as much', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i}. Version ${i} added a feature to kettles`)
    const list: BlockText[] = [{ kind: 'list', text: lines.join('\n') }]
    const best = (isBest: (i: number) => boolean) => lines.map((_, i) => (isBest(i) ? 1 : 0.8))
    expect(
      quoteOf(
        list,
        best((i) => i === 12),
      )?.split('\n'),
    ).toHaveLength(5)
    expect(
      quoteOf(
        list,
        best((i) => i >= 12 && i < 22),
      )?.split('\n'),
    ).toHaveLength(14)
  })

  it('keeps to the rows that were picked', () => {
    const table = Array.from({ length: 30 }, (_, i) => `Tea ${i}\t${1900 + i}`).join('\n')
    const blocks: BlockText[] = [
      { kind: 'prose', text: 'All of them.' },
      { kind: 'table', text: `Name\tYear\n${table}` },
    ]
    expect(quoteOf(blocks, 'Tea 7')).toBe('Tea 7\t1907')
  })
})

describe('chooseQuote of code', () => {
  const code = (text: string): BlockText[] => [{ kind: 'code', text, language: 'js' }]
  const SHORT = 'import { tea } from "tea"\n\nfunction brew() {\n  tea.brew()\n}'

  it('takes all of a short piece, and the sentence that leads to it', () => {
    expect(quoteOf(code(SHORT), 'tea.brew()')).toBe(SHORT)
    const blocks: BlockText[] = [{ kind: 'prose', text: 'First boil water. Then brew it:' }, ...code(SHORT)]
    expect(quoteOf(blocks, 'tea.brew()')).toBe(`First boil water. Then brew it:\n\n${SHORT}`)
  })

  it('takes the code that a sentence ending in a colon leads to', () => {
    const blocks: BlockText[] = [{ kind: 'prose', text: 'First boil water. Then brew it:' }, ...code(SHORT)]
    expect(quoteOf(blocks, 'Then brew')).toBe(`First boil water. Then brew it:\n\n${SHORT}`)
  })

  it('takes as many whole statements of that as fit', () => {
    const blocks: BlockText[] = [{ kind: 'prose', text: 'Then brew it:' }, ...code(SHORT)]
    expect(quoteOf(blocks, 'Then brew', 60)).toBe('Then brew it:\n\nimport { tea } from "tea"')
  })

  const functions = Array.from(
    { length: 30 },
    (_, i) =>
      `// makes tea ${i}\nfunction brew${i}() {\n  if (hot) {\n    pour(${i})\n  } else {\n    wait(${i})\n  }\n}`,
  )

  it('takes whole statements of a longer piece, with the comments above them', () => {
    const quote = quoteOf(code(functions.join('\n\n')), 'pour(15)') ?? ''
    expect(quote).toContain('pour(15)')
    expect(quote.split('\n').length).toBeLessThanOrEqual(40)
    expect(quote.split('\n\n').every((statement) => functions.includes(statement))).toBe(true)
    expect(quote.split('\n\n').length).toBeGreaterThan(2)
  })

  it('takes the largest statement that fits of one that is too long', () => {
    const text = `class Shop {\n${Array.from({ length: 60 }, (_, i) => `  brew${i}() {\n    pour(${i})\n  }`).join('\n')}\n}`
    const quote = quoteOf(code(text), 'pour(30)') ?? ''
    expect(quote).toMatch(/^brew\d+\(\) \{\n {4}pour/)
    expect(quote).toMatch(/pour\(\d+\)\n {2}\}$/)
  })

  it('finds the statement that a closing line belongs to', () => {
    const quote = quoteOf(code(functions.join('\n\n')), 'wait(15)\n  }\n}', 200) ?? ''
    for (const statement of quote.split('\n\n')) expect(functions).toContain(statement)
    expect(quote).toContain('wait(15)')
  })

  it('takes whole lines where no statement fits, and a part of a line that does not fit', () => {
    const lines = Array.from({ length: 90 }, (_, i) => `${i % 2 ? '  ' : ''}value(${i})`)
    const quote =
      quoteOf(code(['begin {', ...lines.map((line) => `  ${line}`), '}'].join('\n')), 'value(41)', 120) ?? ''
    expect(quote).toContain('value(41)')
    for (const line of quote.split('\n')) expect(line.trim()).toMatch(/^value\(\d+\)$/)
    expect(quoteOf(code(`x=${'1+'.repeat(900)}1`), [1], 50)).toHaveLength(50)
  })
})

describe('chooseQuote of lists and tables', () => {
  const LONG = Array.from({ length: 20 }, (_, i) => `Option ${i} of the tea shop is described here`)
  const list = (lines: readonly string[]): BlockText[] => [{ kind: 'list', text: lines.join('\n') }]
  const leadIn: BlockText = { kind: 'prose', text: 'There are options:' }

  it('takes all of a short list with what leads to it', () => {
    expect(quoteOf([leadIn, ...list(['Green', 'Black'])], 'Black')).toBe('There are options:\n\nGreen\nBlack')
  })

  it('takes an item of a longer one with what is nested in it', () => {
    const lines = [
      ...LONG.slice(0, 9),
      'Nested one',
      '  Inner first',
      '    Innermost',
      '  Inner last',
      ...LONG.slice(10),
    ]
    expect(quoteOf(list(lines), 'Nested one')).toBe('Nested one\n  Inner first\n    Innermost\n  Inner last')
    expect(quoteOf(list(lines), 'Inner last')).toBe('Inner last')
  })

  it('takes all numbered steps', () => {
    const steps = Array.from({ length: 12 }, (_, i) => `${i + 1}. Step ${i + 1} takes the tea further`)
    expect(quoteOf(list(steps), 'Step 7')).toBe(steps.join('\n'))
    expect(quoteOf(list(steps), 'Step 7', undefined, { generosity: 'least' })).toBe(steps[6])
  })

  it('takes the items beside the best that say nearly as much', () => {
    expect(quoteOf(list(LONG), [0, 0, 0, 1, 0.9, 0])).toBe(LONG.slice(3, 5).join('\n'))
  })

  it('takes the list that a sentence leads to, or as many of its items as fit', () => {
    expect(quoteOf([leadIn, ...list(LONG)], 'There are')).toBe(`There are options:\n\n${LONG.join('\n')}`)
    expect(quoteOf([leadIn, ...list(LONG)], 'There are', 200)).toBe(
      `There are options:\n\n${LONG.slice(0, 4).join('\n')}`,
    )
  })

  it('cuts a single item only where it is longer than an answer', () => {
    const item = 'a very long item, '.repeat(40).trim()
    expect(quoteOf(list([...LONG, item]), item)).toBe(item)
    expect(quoteOf(list([item.repeat(4)]), [1])?.length).toBeLessThan(1500)
  })

  const TABLE: BlockText = {
    kind: 'table',
    text: ['Name\tYear', ...Array.from({ length: 30 }, (_, i) => `Tea ${i}\t${1900 + i}`)].join('\n'),
  }

  it('takes the row that answers', () => {
    expect(quoteOf([TABLE], 'Tea 7')).toBe('Tea 7\t1907')
    expect(quoteOf([leadIn, TABLE], '1929')).toBe('Tea 29\t1929')
  })

  it('takes all rows that fit where the names of the columns answer, or a colon leads there', () => {
    expect(quoteOf([TABLE], 'Name')).toBe(TABLE.text)
    expect(quoteOf([leadIn, TABLE], 'There are')).toBe(`There are options:\n\n${TABLE.text}`)
    expect(quoteOf([TABLE], 'Name', 30)).toBe('Name\tYear\nTea 0\t1900')
  })
})

describe('chooseQuote of any paragraph', () => {
  const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })

  /** Words from the start of the text that may matter, never beginning or ending inside a character. */
  function focusAt(text: string, at: number, length: number): Span {
    const characters = [...text]
    const from = at % characters.length
    const start = characters.slice(0, from).join('').length
    return { start, end: start + characters.slice(from, from + 1 + (length % 60)).join('').length }
  }

  function check(paragraph: Paragraph, evidence: Evidence): void {
    const { text, sentences } = paragraph
    const fits = fitsInto(WHOLE_ANSWER, paragraph, '[1]')
    const span = chooseQuote(paragraph, evidence, { fits })
    if (span === undefined) throw new Error('nothing was quoted')
    const quote = text.slice(span.start, span.end)
    expect(quote.trim()).toBe(quote)
    expect(quote).not.toBe('')
    expect(quote).not.toMatch(/\p{Surrogate}/u)
    expect(fits(span)).toBe(true)
    const focus = evidence.focus ?? span
    const touched = sentences.filter(({ start, end }) => start < focus.end && focus.start < end)
    // Only a sentence, an item, a row or a line that does not fit alone is cut.
    if (touched.some((sentence) => !fits(sentence))) return
    expect(sentences.map(({ start }) => start)).toContain(span.start)
    expect(sentences.map(({ end }) => end)).toContain(span.end)
  }

  it('is verbatim, whole, and within limits', () => {
    fc.assert(
      fc.property(
        arbitraryBlocks,
        scores,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (blocks, given, at, length, isRead) => {
          const paragraph = paragraphOf(blocks)
          const focus = isRead ? undefined : focusAt(paragraph.text, at, length)
          if (focus !== undefined) fc.pre(paragraph.text.slice(focus.start, focus.end).trim() !== '')
          check(paragraph, evidenceOf(paragraph, { scores: given, focus }))
        },
      ),
      { numRuns: 150 },
    )
  })
})

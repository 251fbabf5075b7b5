import fc from 'fast-check'
import type { BlockText } from './paragraphs.ts'

/** Words with all that Markdown could take for markup, and what looks like our markers. */
const WORDS = [
  '茶館開了',
  '因此賣了',
  'the tea shop',
  'a_b *c* **d**',
  '[1]',
  'rows[2]',
  '<b>bold</b>',
  '`tick`',
  '~~gone~~',
  '# no heading',
  '| a | b |',
  '1. one',
  '😀',
  '𠮷',
  'https://a.example/b',
  '&amp;',
  '\\',
  'x'.repeat(90),
  '茶'.repeat(120),
]

const words = fc.constantFrom(...WORDS)
const mark = fc.constantFrom('，', '。', '. ', '、', ': ', '：', '? ', ' ', '\n')

/** Without white space at its ends, never empty. */
const prose = fc.array(fc.tuple(words, mark), { minLength: 1, maxLength: 12 }).map((parts) =>
  parts
    .map((part) => part.join(''))
    .join('')
    .trim(),
)

const line = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))

const codeLine = fc
  .tuple(
    fc.nat(3),
    fc.oneof(line, fc.constantFrom('', '```', '}', 'function f() {', '// comment', '~~~', 'a[0] = b[1]')),
  )
  .map(([level, text]) => (text === '' ? '' : ' '.repeat(2 * level) + text))

const code = fc
  .array(codeLine, { minLength: 1, maxLength: 60 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '')

const item = fc
  .tuple(fc.nat(2), fc.constantFrom('', '1. ', '2. ', '[x] ', '[ ] '), line)
  .map(([level, before, text]) => `${'  '.repeat(level)}${before}${text}`)
const list = fc.array(item, { minLength: 1, maxLength: 20 }).map((lines) => lines.join('\n'))

const cell = fc.oneof(words, fc.constant(''))
const table = fc
  .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 20 })
  .map((rows) => rows.map((cells) => cells.join('\t')).join('\n'))
  .filter((text) => text.trim() !== '')

const block: fc.Arbitrary<BlockText> = fc.oneof(
  prose.map((text) => ({ kind: 'prose', text }) as const),
  prose.map((text) => ({ kind: 'quote', text }) as const),
  code.map((text) => ({ kind: 'code', text, language: 'ts' }) as const),
  list.map((text) => ({ kind: 'list', text }) as const),
  table.map((text) => ({ kind: 'table', text }) as const),
)

/** The blocks of a paragraph, of every kind and in any order. */
export const arbitraryBlocks = fc.array(block, { minLength: 1, maxLength: 4 })

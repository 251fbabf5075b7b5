import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertEntry, removeEntries } from '../../../scripts/enrich/drafting/edit-sidecar.ts'
import { readSidecar } from '../../../scripts/enrich/drafting/read-sidecar.ts'
import type { SidecarEntry } from '../../../scripts/enrich/drafting/sidecar-entry.ts'
import { parseWrittenQuestions } from '../../../src/corpus/written-questions.ts'
import { CorpusError } from '../../../src/errors.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const ORDER = ['a', 'b', 'c', 'd']

function entryOf(paragraph: string): SidecarEntry {
  const answers = [{ quote: 'q', 'zh-Hant': [], 'zh-Hans': [], en: ['who?'] }]
  return { paragraph, opening: 'Opening.', names: [], answers }
}

const WRITTEN = (paragraph: string) =>
  `- paragraph: ${paragraph}\n  opening: Opening.\n  answers:\n    - quote: q\n      en:\n        - who?\n`

function insert(text: string, paragraph: string): string {
  return insertEntry({ source: 's.yaml', text }, entryOf(paragraph), ORDER)
}

describe('insertEntry', () => {
  const A = "# about a\n- paragraph: a\n  names: [x,   'y'] # why y\n  # more to come\n\n"
  const C = '# about c\n- {paragraph: c}\n'
  const HEAD = '# Head of the file\n\n'

  it.each([
    ['into an empty file', '', 'b', WRITTEN('b')],
    ['below comments', HEAD, 'b', `${HEAD}${WRITTEN('b')}`],
    [
      'below what comes earlier in the article',
      `${HEAD}${A}${C}`,
      'b',
      `${HEAD}${A.trimEnd()}\n${WRITTEN('b')}\n${C}`,
    ],
    ['above what comes later', `${HEAD}${C}`, 'b', `${HEAD}${WRITTEN('b')}${C}`],
    [
      'below the comment at the head, if that is all there is above',
      `# Head\n- paragraph: c\n`,
      'b',
      `# Head\n${WRITTEN('b')}- paragraph: c\n`,
    ],
    ['at the end', `${A}${C}`, 'd', `${A}${C}${WRITTEN('d')}`],
    ['at an end without a line break', '- paragraph: a', 'b', `- paragraph: a\n${WRITTEN('b')}`],
    ['below a document mark', '---\n', 'b', `---\n${WRITTEN('b')}`],
    ['among entries of other articles', '- paragraph: gone\n', 'b', `${WRITTEN('b')}- paragraph: gone\n`],
    ['nowhere, where there is one', `${A}${C}`, 'c', `${A}${C}`],
  ])('puts an entry %s and leaves every byte', (_, text, paragraph, edited) => {
    expect(insert(text, paragraph)).toBe(edited)
  })

  it('keeps indentation and line breaks', () => {
    const edited = insert('  - paragraph: a\r\n    names: [x]\r\n', 'b')
    expect(edited).toMatch(/^ {2}- paragraph: a\r\n {4}names: \[x\]\r\n {2}- paragraph: b\r\n {4}opening/)
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n')
    expect(readSidecar('s', edited).map(({ paragraph }) => paragraph)).toEqual(['a', 'b'])
  })

  it.each([
    ['in flow style', '[{paragraph: a}]\n', /list of entries/],
    ['of another kind', 'paragraph: a\n', /list of entries/],
    ['that is not YAML', '- a: [1\n- b\n', /line \d+: not valid YAML/],
    ['that ends its document', '- paragraph: a\n...\n', undefined],
  ])('touches no file %s that it could spoil', (_, text, message) => {
    if (message) expect(() => insert(text, 'b')).toThrow(message)
    else expect(insert(text, 'b')).toBe(`- paragraph: a\n${WRITTEN('b')}...\n`)
  })

  it('writes what the reader of sidecars reads, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.trim())
    const usable = words.filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\uFEFF\u2028\u2029]/u.test(text))
    const line = fc.oneof(
      usable,
      fc.constantFrom(
        '- x',
        'a: b',
        '#1',
        '"q"',
        "it's",
        'no',
        '1e5',
        '!x',
        '&y',
        '*z',
        '| >',
        '『』',
        'k: # v',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const article = articleOf('t', [lines.join('\n'), 'Another.'])
        const [first = '', second = ''] = article.paragraphs.map(({ id }) => id.split('#')[1])
        const [quote = '', ...others] = lines
        const entry: SidecarEntry = {
          paragraph: first,
          opening: article.paragraphs[0]?.text ?? '',
          context: quote,
          names: others,
          answers: [{ quote: lines.join('\n'), 'zh-Hant': others, 'zh-Hans': [], en: [quote] }],
        }
        const text = insertEntry({ source: 's', text: `# head\n\n- paragraph: ${second}\n` }, entry, [
          first,
          second,
        ])
        const read = parseWrittenQuestions(text, article)
        expect(read.dropped).toEqual([])
        expect(read.entries).toHaveLength(2)
        expect(read.entries[0]).toMatchObject({ context: quote, names: [...new Set(others)] })
        expect(read.entries[0]?.answers[0]?.quote).toBe(lines.join('\n'))
        expect(read.entries[0]?.answers[0]?.questions.map(({ text }) => text)).toEqual([...others, quote])
      }),
    )
  })
})

describe('removeEntries', () => {
  it('takes out entries with the comments inside them, and no other byte', () => {
    const text =
      '# head\n\n# about a\n- paragraph: a\n  names: [x] # c\n  # inside\n\n# about b\n- paragraph: b\n- paragraph: c'
    expect(removeEntries({ source: 's', text }, new Set(['a', 'c', 'z']))).toBe(
      '# head\n\n# about a\n\n# about b\n- paragraph: b\n',
    )
  })

  it('may take out all of them', () => {
    expect(removeEntries({ source: 's', text: '# head\n- paragraph: a\n' }, new Set(['a']))).toBe('# head\n')
  })

  it.each([
    ['that others refer to', '- &a\n  paragraph: a\n- *a\n', /anchor/],
    [
      'whose first line is not found',
      '-\n  # x - y\n  paragraph: a\n- paragraph: b\n',
      /cannot be edited safely/,
    ],
  ])('refuses to take out an entry %s', (_, text, message) => {
    const remove = () => removeEntries({ source: 's', text }, new Set(['a']))
    expect(remove).toThrow(CorpusError)
    expect(remove).toThrow(message)
  })
})

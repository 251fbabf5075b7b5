import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeImport } from '../../../scripts/import/describe-import.ts'
import { type Errata, parseErrata } from '../../../scripts/import/errata.ts'
import { importArticle } from '../../../scripts/import/import-article.ts'
import { parseHtml } from '../../../src/corpus/formats/parse-html.ts'
import { parseMarkdown } from '../../../src/corpus/formats/parse-markdown.ts'
import { parsePlainText } from '../../../src/corpus/formats/parse-plain-text.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import { CorpusError } from '../../../src/errors.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url), 'utf8')

const errata = parseErrata(
  'errata.yaml',
  'title: 從驛馬到電報\ncorrections:\n  - found: 非???,價\n    correct: 非常快,價\n    why: bytes are lost\n',
)

function importText(text: string, known?: Errata) {
  const document = parsePlainText({ path: 'found.txt', text })
  return importArticle({ document, hasHeadings: false, ...(known ? { errata: known } : {}) })
}

function importPage(text: string) {
  return importArticle({ document: parseHtml({ path: 'found.html', text }), hasHeadings: true })
}

describe('a damaged page', () => {
  const imported = importText(fixture('damaged-page.txt'), errata)

  test('is repaired, character for character', () => {
    expect(imported.markdown).toBe(fixture('repaired-page.md'))
    expect(imported).toMatchObject({ sections: 2, paragraphs: 6, doubts: [] })
  })

  test('is reported on: what went, what changed, and what nobody could repair', () => {
    const report = describeImport(imported).join('\n')
    expect(report).toContain('title: 從驛馬到電報,消息是怎樣變快的?')
    expect(report).toContain('before the title: 1 block\n  - 某某專欄SOME COLUMN')
    expect(report).toContain('after the article: 11 blocks')
    expect(report).toContain('fused full stop: 4')
    expect(report).toContain('現(xiàn) → 現 (3 times)')
    expect(report).toContain('erratum: 1')
    expect(report).not.toContain('please look')

    const without = importText(fixture('damaged-page.txt'))
    expect(without.doubts).toMatchObject([{ context: expect.stringContaining('速度非???') }])
    expect(describeImport(without).join('\n')).toContain('please look')
  })

  test('an erratum that no longer fits is a doubt', () => {
    const { doubts } = importText('標題\n\n沒有損壞。', errata)
    expect(doubts).toMatchObject([{ context: '非???,價' }])
  })
})

describe('a page of HTML', () => {
  const page = `<html lang="en"><head><title>Wires | Site</title></head><body><nav>Home</nav>
      <article><h1>Wires</h1><p>By Jane Doe</p><p>It was *very* <b>fast</b> &amp; cheap_now. See https://a.example/b?c.</p>
      <h2>Later</h2><ul><li>one</li><li>two</li></ul><p>發(fā)現(xiàn)了</p><p>Related articles</p><p>More</p></article></body></html>`
  const imported = importArticle({
    document: parseHtml({ path: 'page.html', text: page }),
    hasHeadings: true,
    metadata: { url: 'https://a.example/wires' },
  })

  test('keeps its markup and loses what stands around it', () => {
    expect(imported.metadata).toEqual({
      title: 'Wires',
      author: 'Jane Doe',
      language: 'en',
      url: 'https://a.example/wires',
    })
    const article = parseArticle({ path: 'wires.md', text: imported.markdown })
    expect(article).toMatchObject({ title: 'Wires', sections: [{ heading: 'Later', level: 2 }] })
    expect(article.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['prose', 'It was *very* fast & cheap_now. See https://a.example/b?c.'],
      ['list', 'one\ntwo\n\n發現了'],
    ])
    expect(imported.markdown).toContain('**fast** & cheap_now. See https://a.example/b?c.')
  })
})

describe('a found page', () => {
  test('keeps its own title rather than the first short line, and is counted as it is written', () => {
    const { metadata, markdown, paragraphs, dropped } = importPage(
      '<html><head><title>Kettle trips the fuse</title></head><body><!-- saved from url=x --><h2></h2><article><div>ann</div><p>My kettle trips the fuse each time.</p></article><article><div>bob</div><p>Replace the element.</p></article></body></html>',
    )
    expect(metadata.title).toBe('Kettle trips the fuse')
    expect(markdown).not.toContain('saved from')
    expect(markdown).not.toMatch(/^#+\s*$/m)
    expect(paragraphs).toBe(parseArticle({ path: 'a.md', text: markdown }).paragraphs.length)
    expect(dropped.flatMap(({ texts }) => texts)).not.toContain('')
  })

  test('has tables that stay tables, whatever stands in their cells', () => {
    const { markdown } = importPage(
      '<h1>T</h1><table><tr><th>A</th><th>B</th></tr><tr><td><ul><li>one</li><li>two</li></ul></td><td><pre>a\nb</pre><h3>c</h3></td></tr></table>',
    )
    expect(parseArticle({ path: 'a.md', text: markdown }).paragraphs).toMatchObject([
      { kind: 'table', text: 'A\tB\none / two\ta / b c' },
    ])
  })

  test('that looks damaged otherwise is a doubt', () => {
    expect(importPage('<h1>T</h1><p>这是锟斤拷的。</p>').doubts).toMatchObject([
      { reason: expect.stringContaining('lost'), context: expect.stringContaining('锟斤拷') },
    ])
  })
})

describe('Markdown of a site', () => {
  test('becomes plain Markdown that says the same', () => {
    const text =
      '# My note\n\n::: warning Hot\nThe *lid* is hot.\n:::\n\n- one\n- [x] two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSo $a*b$ is.\n\n```js\nx\n```\n'
    const document = parseMarkdown({ path: 'note.md', text })
    const { markdown, metadata } = importArticle({ document, hasHeadings: true })
    expect(metadata.title).toBe('My note')
    expect(markdown).toContain('**Hot**\n\nThe *lid* is hot.\n')
    expect(markdown).toContain('So $a*b$ is.')
    const texts = (path: string, from: string) =>
      parseArticle({ path, text: from }).paragraphs.flatMap((paragraph) => paragraph.text.split('\n\n'))
    expect(texts('a.md', markdown)).toEqual(texts('note.md', text))
  })
})

describe('text that is not damaged', () => {
  test('comes out as it went in, whatever it looks like as Markdown', () => {
    const paragraphs = [
      '# not a heading',
      '* no list *',
      '1. 第一',
      '[a](b) <c> `d` ~~e~~ \\f',
      '> g',
      'h | i\n--|--',
      '    j',
      '&amp; AT&T',
      '{{ k }} {% l %} {#m} ==n== %%o%%',
      '::: tip',
      'p<q>r</q> <Tabs> import x from "y"',
    ]
    const { markdown } = importText(`Title\n\n${paragraphs.join('\n\n')}`)
    const article = parseArticle({ path: 'a.md', text: markdown })
    expect(article.paragraphs.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
      paragraphs.map((text) => `prose ${text.trim().replace('\n', ' ')}`),
    )
  })
})

describe('errata', () => {
  test.each([
    ['malformed YAML', 'a: [', /errata\.yaml, line 1, column \d/],
    ['another form', 'title: x\ncorrections:\n  - found: a\n', /errata\.yaml must have/],
  ])('%s is refused by name', (_, yaml, message) => {
    expect(() => parseErrata('errata.yaml', yaml)).toThrow(CorpusError)
    expect(() => parseErrata('errata.yaml', yaml)).toThrow(message)
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeImport } from '../../../scripts/import/describe-import.ts'
import { parseErrata } from '../../../scripts/import/errata.ts'
import { importArticle } from '../../../scripts/import/import-article.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import { CorpusError } from '../../../src/errors.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url), 'utf8')

const errata = parseErrata(
  'errata.yaml',
  'title: 從驛馬到電報\ncorrections:\n  - found: 非???,價\n    correct: 非常快,價\n    why: bytes are lost\n',
)

describe('a damaged page', () => {
  const imported = importArticle({ text: fixture('damaged-page.txt'), format: 'text', errata })

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

    const without = importArticle({ text: fixture('damaged-page.txt'), format: 'text' })
    expect(without.doubts).toMatchObject([{ context: expect.stringContaining('速度非???') }])
    expect(describeImport(without).join('\n')).toContain('please look')
  })

  test('an erratum that no longer fits is a doubt', () => {
    const { doubts } = importArticle({ text: '標題\n\n沒有損壞。', format: 'text', errata })
    expect(doubts).toMatchObject([{ context: '非???,價' }])
  })
})

describe('a page of HTML', () => {
  const imported = importArticle({
    text: `<html lang="en"><head><title>Wires | Site</title></head><body><nav>Home</nav>
      <article><h1>Wires</h1><p>By Jane Doe</p><p>It was *very* <b>fast</b> &amp; cheap_now. See https://a.example/b?c.</p>
      <h2>Later</h2><ul><li>one</li><li>two</li></ul><p>發(fā)現(xiàn)了</p><p>Related articles</p><p>More</p></article></body></html>`,
    format: 'html',
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
    ]
    const { markdown } = importArticle({ text: `Title\n\n${paragraphs.join('\n\n')}`, format: 'text' })
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

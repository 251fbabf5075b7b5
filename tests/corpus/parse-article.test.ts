import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../src/corpus/parse-article.ts'

const parse = (text: string, path = 'note.md') => parseArticle({ path, text })
const texts = (text: string, path?: string) => parse(text, path).paragraphs.map((paragraph) => paragraph.text)

describe('an article', () => {
  test('takes its facts from the front matter', () => {
    const article = parse(
      '---\nid: my-note\ntitle: 標題\nauthor: Jo\ndate: 2016-05-01\nlang: zh-Hant\nurl: https://a.example/b\nmine: 1\n---\n\n好。\n',
      'folder/note.md',
    )
    expect(article).toMatchObject({
      id: 'my-note',
      title: '標題',
      author: 'Jo',
      date: '2016-05-01',
      language: 'zh-Hant',
      url: 'https://a.example/b',
      source: 'folder/note.md',
      sections: [],
    })
    expect(article.paragraphs.map(({ text }) => text)).toEqual(['好。'])
    expect(article).not.toHaveProperty('mine')
  })

  test('works without front matter and without headings', () => {
    const article = parse('First.\n\nSecond.', 'folder/my-first_note.md')
    expect(article).toMatchObject({ id: 'folder.my-first-note', title: 'my first note' })
    expect(article.paragraphs).toMatchObject([
      { text: 'First.', position: 1, section: '', kind: 'prose', article: 'folder.my-first-note' },
      { text: 'Second.', position: 2, section: '', kind: 'prose' },
    ])
  })

  test('has the first heading of level 1 for its title and deeper ones for sections', () => {
    const article = parse('# T *i*\n\na\n\n## S 1\n\n### Deep\n\nb\n\nc\n\n## Empty\n')
    expect(article.title).toBe('T i')
    expect(article.sections).toEqual([
      { heading: 'S 1', level: 2, position: 2 },
      { heading: 'Deep', level: 3, position: 2 },
      { heading: 'Empty', level: 2, position: 4 },
    ])
    expect(article.paragraphs.map(({ section }) => section)).toEqual(['', 'Deep', 'Deep'])
  })

  test('keeps chapters of level 1 when the front matter has the title', () => {
    const article = parse('---\ntitle: Book\n---\n# One\n\na\n\n# Two\n\nb\n')
    expect(article.title).toBe('Book')
    expect(article.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['One', 1],
      ['Two', 1],
    ])
  })

  test('does not repeat a title that is given twice', () => {
    expect(parse('---\ntitle: Same\n---\n# Same\n\na\n').sections).toEqual([])
  })

  test('keeps a lone heading of level 1 that says more than the title', () => {
    expect(parse('---\ntitle: API\n---\n# The REST interface of Zebra\n\na\n')).toMatchObject({
      title: 'API',
      sections: [{ heading: 'The REST interface of Zebra', level: 1, position: 1 }],
      paragraphs: [{ section: 'The REST interface of Zebra' }],
    })
  })

  test('reads the same with line breaks of any system', () => {
    const text = '---\ntitle: T\n---\n\n# T\n\na\nb\n\n```\nx\ny\n```\n\n- 1\n- 2\n'
    expect(parse(text.replaceAll('\n', '\r\n'))).toEqual(parse(text))
    expect(parse(text.replaceAll('\n', '\r'))).toEqual(parse(text))
  })

  test('has no paragraphs when the file is empty', () => {
    expect(parse('').paragraphs).toEqual([])
  })
})

describe('blocks', () => {
  test('each list, table, code block and quotation is one paragraph, in plain words', () => {
    const article = parse(
      '- a **b**\n- c\n  - d\n\n1. one\n\n| h | i |\n|---|---|\n| `1` | 2 |\n\n> q\n>\n> r\n\n```js\nx = 1\n\n  y\n```\n\n    old\n',
    )
    expect(article.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['list', 'a b\nc\n  d'],
      ['list', '1. one'],
      ['table', 'h\ti\n1\t2'],
      ['quote', 'q\nr'],
      ['code', 'x = 1\n\n  y'],
      ['code', 'old'],
    ])
  })

  test('lose their markup and keep their words', () => {
    expect(
      texts(
        'See [the *docs*](http://a.example) at https://b.example/c?d, `code`, ~~old~~ &amp; AT\\&T.[^1]\n\n[^1]: Note.',
      ),
    ).toEqual(['See the docs at https://b.example/c?d, code, ~~old~~ & AT&T.', 'Note.'])
    expect(texts('<!-- hidden -->\n\na<br>b <i>c</i>\n\n---\n\n![A picture](x.png)')).toEqual([
      'a\nb c',
      'A picture',
    ])
  })

  test('a line break is a space, but nothing between Han characters', () => {
    expect(texts('one\ntwo')).toEqual(['one two'])
    expect(texts('中文\n中文，\n中文')).toEqual(['中文中文，中文'])
    expect(texts('Docker\n中文\nDocker')).toEqual(['Docker 中文 Docker'])
    expect(texts('one  \ntwo\\\n中\\\n文')).toEqual(['one\ntwo\n中\n文'])
  })

  test('raw HTML is read as a page is', () => {
    expect(texts('<div><p>One</p><script>no()</script><p hidden>no</p>\n<p>Two</p></div>\n\nThree')).toEqual([
      'One',
      'Two',
      'Three',
    ])
  })

  test('have their sentences', () => {
    const [paragraph] = parse('一句。兩句!\n').paragraphs
    expect(paragraph?.sentences).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ])
  })
})

describe('plain text', () => {
  test('has empty lines between its paragraphs, or one paragraph a line', () => {
    expect(texts('one\ntwo\n \n# three\n', 'a.txt')).toEqual(['one two', '# three'])
    expect(texts('一。\n二。\n', 'a.txt')).toEqual(['一。', '二。'])
  })

  test('may have front matter', () => {
    expect(parse('---\ntitle: T\n---\n\nx', 'a.txt')).toMatchObject({
      title: 'T',
      paragraphs: [{ text: 'x' }],
    })
  })
})

describe('paragraph ids', () => {
  const words = fc.stringMatching(/^[a-c一二]{1,3}$/)
  const idsOf = (paragraphs: readonly string[]) =>
    parse(paragraphs.join('\n\n'), 'n.md').paragraphs.map(({ id }) => id)

  test('are the article and a short hash, with a suffix for the same text', () => {
    const [first, second, third] = idsOf(['same', 'other', 'same'])
    expect(first).toMatch(/^n#[0-9a-f]{12}$/)
    expect(second).toMatch(/^n#[0-9a-f]{12}$/)
    expect(third).toBe(`${first}-2`)
  })

  test('never change, because links to them stand in old messages', () => {
    expect(idsOf(['沒有捷徑!'])).toEqual(['n#792bf011e11b'])
  })

  test('do not depend on line breaks, the width of marks or the section', () => {
    expect(idsOf(['a b，c'])).toEqual(idsOf(['a\nb,c']))
    expect(parse('# T\n\n## S\n\na b,c\n', 'n.md').paragraphs[0]?.id).toBe(idsOf(['a b,c'])[0])
  })

  test('are unique within an article', () => {
    fc.assert(
      fc.property(fc.array(words), (paragraphs) => {
        const ids = idsOf(paragraphs)
        expect(ids).toHaveLength(paragraphs.length)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('stay when another paragraph is added, changed or removed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1 }), fc.nat(), (paragraphs, at) => {
        const place = at % paragraphs.length
        const kept = new Set(idsOf(paragraphs))
        const inserted = idsOf(paragraphs.toSpliced(place, 0, 'something new'))
        const changed = idsOf(paragraphs.with(place, 'something new'))
        const removed = idsOf(paragraphs.toSpliced(place, 1))
        expect(inserted.filter((id) => kept.has(id))).toHaveLength(paragraphs.length)
        expect(changed.filter((id) => kept.has(id))).toHaveLength(paragraphs.length - 1)
        expect(removed.every((id) => kept.has(id))).toBe(true)
      }),
    )
  })
})

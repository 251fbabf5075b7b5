import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/corpus/front-matter.ts'
import { CorpusError } from '../../src/errors.ts'

function read(content: string) {
  const notes: string[] = []
  const { metadata, draft, body } = readFrontMatter('folder/note.md', content, (note) => notes.push(note))
  return { metadata, draft, body: body.trim(), notes }
}

describe('front matter', () => {
  it.each([
    ['YAML', '---\ntitle: T\ndraft: true\n---\nx'],
    ['YAML that says so', '---yaml\ntitle: T\ndraft: true\n---\nx'],
    ['YAML that ends in dots', '---\ntitle: T\ndraft: true\n...\nx'],
    ['TOML', '+++\ntitle = "T"\ndraft = true\ntags = ["a"]\n+++\nx'],
    ['TOML between hyphens', '---toml\ntitle = "T"\ndraft = true\n---\nx'],
    ['JSON', '{\n  "title": "T",\n  "draft": true,\n  "a": {"b": 1}\n}\n\nx'],
    ['JSON on one line', '{"title": "T", "draft": true}\nx'],
    ['JSON between semicolons', ';;;\n{"title": "T", "draft": true}\n;;;\nx'],
    ['behind empty lines', '\n\n---\ntitle: T\ndraft: true\n---\nx'],
    ['behind a comment', '<!-- vale off -->\n---\ntitle: T\ndraft: true\n---\nx'],
    ['with full-width colons', '---\ntitle： T\ndraft：true\n---\nx'],
    ['with the fields of Jekyll', '---\ntitle: T\npublished: false\n---\nx'],
    ['with words for true', '---\ntitle: T\ndraft: "yes"\n---\nx'],
    ['with capitals', '---\nTitle: T\nDraft: true\n---\nx'],
  ])('is read as %s', (_, content) => {
    expect(read(content)).toEqual({ metadata: { title: 'T' }, draft: true, body: 'x', notes: [] })
  })

  it('is read up to the last field where nothing ends it', () => {
    expect(read('---\ntitle: T\nauthor: Bo\n\nOolong: it is steeped.')).toEqual({
      metadata: { title: 'T', author: 'Bo' },
      draft: false,
      body: 'Oolong: it is steeped.',
      notes: [expect.stringMatching(/^folder\/note\.md: .*read up to line 3/)],
    })
  })

  it('keeps what other tools write for fields of ours, where it is of use', () => {
    const fields = (yaml: string) => read(`---\n${yaml}\n---\nx`)
    expect(fields('title: 2020\nid: 7')).toMatchObject({ metadata: { title: '2020', id: '7' }, notes: [] })
    expect(fields('author: [Ann, Bob]')).toMatchObject({ metadata: { author: 'Ann, Bob' }, notes: [] })
    expect(fields('author:\n  name: Ann\n  url: x')).toMatchObject({ metadata: { author: 'Ann' }, notes: [] })
    expect(fields('author:\n  - name: Ann\n  - name: Bob')).toMatchObject({
      metadata: { author: 'Ann, Bob' },
    })
    expect(fields('lang: zh_CN')).toMatchObject({ metadata: { language: 'zh-CN' } })
    expect(fields('published: 2020-01-01\ndraft: "false"')).toMatchObject({ draft: false, notes: [] })
    expect(read('+++\ndate = 2021-03-04\n+++\nx')).toMatchObject({ metadata: { date: '2021-03-04' } })
  })

  it.each([
    ['title: [a, b]', '"title"'],
    ['author: {a: b}', '"author"'],
    ['id: guides/intro', '"id"'],
    ['id: "a#b"', '"id"'],
    ['id: ..', '"id"'],
    ['id: "a\\uD800b"', '"id"'],
    ['lang: 5', '"lang"'],
    ['url: /posts/tea/', '"url"'],
    ['url: javascript:alert(1)', '"url"'],
  ])('is read without %s, with a note', (field, name) => {
    const { metadata, body, notes } = read(`---\nmine: 1\n${field}\n---\nx`)
    expect({ metadata, body }).toEqual({ metadata: {}, body: 'x' })
    expect(notes).toEqual([expect.stringMatching(/^folder\/note\.md: the front matter is read without /)])
    expect(notes[0]).toContain(name)
  })

  it('takes a value with a colon in it as it is meant', () => {
    expect(read('---\ntitle: Docker: the good parts\ndraft: true\n---\nx')).toEqual({
      metadata: { title: 'Docker: the good parts' },
      draft: true,
      body: 'x',
      notes: [expect.stringMatching(/^folder\/note\.md, line 2: .*quotes/)],
    })
  })

  it('is not seen in what only looks like it; empty fields are none', () => {
    for (const text of [
      '---\n\nJust prose\n\n---\n\nx',
      '---\nNote: prose\n---\nx',
      '{ "a": 1 }\nx',
      '+++\nx',
      '---\nx',
    ])
      expect(read(text)).toMatchObject({ metadata: {}, body: text, notes: [] })
    expect(read('---\ntitle:\nauthor: ""\n---\n# H\n\nx')).toMatchObject({ metadata: {}, body: '# H\n\nx' })
    expect(read('---\n---\nx')).toMatchObject({ metadata: {}, body: 'x' })
  })
})

describe('front matter that cannot be used', () => {
  function failureOf(content: string): CorpusError {
    try {
      readFrontMatter('folder/note.md', content)
    } catch (error) {
      if (error instanceof CorpusError) return error
    }
    throw new Error('it was read')
  }

  it('says neither yes nor no to being a draft', () => {
    expect(failureOf('---\ndraft: maybe\n---\nx').message).toBe(
      'folder/note.md: in the front matter "draft" must be true or false.',
    )
  })

  it('names line and column of malformed YAML, and where other languages begin', () => {
    expect(failureOf('---\ntitle: a\nauthor: "b\n---\n').message).toMatch(
      /^folder\/note\.md, line \d, column \d+: .*YAML/,
    )
    expect(failureOf('---\na: 1\na: 2\n---\n').fields).toMatchObject({ line: 3, column: 1 })
    expect(failureOf('\n+++\na = = 1\n+++\n').message).toMatch(/^folder\/note\.md, from line 3: .*TOML/)
  })
})

import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CorpusError } from '../../../src/errors.ts'
import { readCorpusFolder } from '../../../src/storage/corpus/corpus-folder.ts'
import { encode } from '../../corpus/support/encode.ts'

let outside: string
let folder: string

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'footnote-corpus-'))
  folder = join(outside, 'corpus')
  await mkdir(folder)
})

afterEach(async () => {
  await rm(outside, { recursive: true, force: true })
})

async function write(files: Record<string, string | Uint8Array>, base = folder): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(base, name)), { recursive: true })
    await writeFile(join(base, name), content)
  }
}

const sources = async () => (await readCorpusFolder(folder)).articles.map(({ source }) => source)
const messages = async () => (await readCorpusFolder(folder)).problems.map(({ message }) => message)

describe('a corpus folder', () => {
  test('is read with all its folders, in an order that no machine changes', async () => {
    await write({
      'b.md': 'b',
      'a/z.md': 'z',
      'a/É.md': 'e',
      'F.md': 'f',
      'a.txt': 'a',
      'c.html': '<p>c',
      'd.HTM': 'd',
      'e.markdown': 'e',
    })
    expect(await sources()).toEqual([
      'F.md',
      'a.txt',
      'a/z.md',
      'a/É.md',
      'b.md',
      'c.html',
      'd.HTM',
      'e.markdown',
    ])
  })

  test('holds other files, hidden ones and drafts without reading them', async () => {
    await write({
      'a.md': 'a',
      'image.png': Uint8Array.of(0x89, 0x50, 0),
      '.hidden.md': 'x',
      '.git/x.md': 'x',
      'README.md': '---\ndraft: true\n---\nAbout this folder.',
      'draft.questions.yaml': '- paragraph: x',
      'draft.md': '---\ndraft: true\n---\nx',
    })
    expect(await readCorpusFolder(folder)).toMatchObject({ articles: [{ source: 'a.md' }], problems: [] })
  })

  test('may be empty', async () => {
    expect(await readCorpusFolder(folder)).toMatchObject({
      articles: [],
      writtenQuestions: [],
      unanswered: [],
      problems: [],
    })
  })

  test('that is none is an error that names it', async () => {
    const missing = readCorpusFolder(join(folder, 'nowhere'))
    await expect(missing).rejects.toThrow(CorpusError)
    await expect(missing).rejects.toThrow(/nowhere.*does not exist/)
    await write({ file: '' })
    await expect(readCorpusFolder(join(folder, 'file'))).rejects.toThrow(/file.*not a folder/)
  })

  test('keeps a paragraph that stands twice, under two ids', async () => {
    await write({ 'a.md': 'same\n\nsame', 'b.md': 'same' })
    const ids = (await readCorpusFolder(folder)).articles.flatMap(({ paragraphs }) =>
      paragraphs.map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(3)
  })
})

describe('the hash', () => {
  const hash = async () => (await readCorpusFolder(folder)).hash

  test('changes with every content that shapes the index, and with nothing else', async () => {
    await write({ 'a.md': '# T\n\n電報很快。\n' })
    const before = await hash()
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    await write({
      'a.md': '---\n---\n# T\r\n\r\n\r\n電報很快。',
      'b.png': 'x',
      'c.md': '---\ndraft: true\n---\nx',
    })
    expect(await hash()).toBe(before)

    const hashes = [before]
    await write({ 'a.md': '# T\n\n電報很快!\n' })
    hashes.push(await hash())
    await write({ 'a.md': '# U\n\n電報很快!\n' })
    hashes.push(await hash())
    await write({ 'a.md': '# U\n\n## S\n\n電報很快!\n' })
    hashes.push(await hash())
    await write({ 'b.md': 'b' })
    hashes.push(await hash())
    const { articles } = await readCorpusFolder(folder)
    await write({
      'a.questions.yaml': `- paragraph: ${articles[0]?.paragraphs[0]?.id.split('#')[1]}\n  names: [n]\n`,
    })
    hashes.push(await hash())
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('sidecars', () => {
  test('belong to the article of their name', async () => {
    await write({ 'deep/a.md': '電報很快。', 'deep/b.html': '<p>電報很快。' })
    const { articles } = await readCorpusFolder(folder)
    const [a, b] = articles.map(({ paragraphs }) => paragraphs[0]?.id ?? '')
    const entry = (id: string) =>
      `- paragraph: ${id.split('#')[1]}\n  answers:\n    - quote: 很快\n      en: [How fast?]\n`
    await write({ 'deep/a.questions.yaml': entry(a ?? ''), 'deep/b.questions.yml': entry(b ?? '') })
    const { writtenQuestions, problems } = await readCorpusFolder(folder)
    expect(problems).toEqual([])
    expect(writtenQuestions.map(({ paragraph }) => paragraph)).toEqual([a, b])
  })

  test('say by file and line what the article no longer holds', async () => {
    await write({
      'a.md': '電報很快。',
      'a.questions.yaml': '# old\n- paragraph: 0123456789ab\n',
      'b.questions.yaml': '[]',
    })
    expect(await messages()).toEqual([
      expect.stringMatching(/^a\.questions\.yaml, line 2: .*0123456789ab/),
      expect.stringMatching(/^b\.questions\.yaml .*no article/),
    ])
  })

  test('that are malformed are a problem of theirs alone', async () => {
    await write({ 'a.md': '電報很快。', 'a.questions.yaml': '- a: [1\n- b' })
    expect(await readCorpusFolder(folder)).toMatchObject({
      articles: [{ source: 'a.md' }],
      problems: [{ source: 'a.questions.yaml', message: expect.stringMatching(/line 2.*column 1/) }],
    })
  })
})

describe('a bad file', () => {
  const BAD: Record<string, string | Uint8Array> = {
    'binary.md': Uint8Array.from({ length: 999 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256),
    'empty.md': '',
    'fields.md': '---\ntitle: [a]\n---\nx',
    'yaml.md': '---\ntitle: "a\n---\nx',
    'nothing.html': '<script>x</script>',
    'same.txt': 'x',
  }

  test('is reported by name and skipped, the others are read', async () => {
    await write({ ...BAD, 'good.md': 'good', 'same.md': 'x' })
    const { articles, problems } = await readCorpusFolder(folder)
    expect(articles.map(({ source }) => source)).toEqual(['good.md', 'same.md'])
    expect(problems.map(({ source }) => source)).toEqual(Object.keys(BAD).sort())
    for (const { source, message } of problems) expect(message).toContain(source)
  })

  test('fails a strict reading, which lists all of them', async () => {
    await write({ ...BAD, 'good.md': 'good', 'same.md': 'x' })
    const error: unknown = await readCorpusFolder(folder, { strict: true }).catch((reason) => reason)
    expect(error).toBeInstanceOf(CorpusError)
    for (const name of Object.keys(BAD)) expect((error as CorpusError).message).toContain(name)
    expect((error as CorpusError).message).not.toContain('good.md')
  })

  test('a strict reading of a sound corpus succeeds', async () => {
    await write({ 'good.md': 'good' })
    expect((await readCorpusFolder(folder, { strict: true })).articles).toHaveLength(1)
  })

  test('two articles of one id are named together', async () => {
    await write({ 'a.md': '---\nid: x\n---\na', 'b/c.md': '---\nid: x\n---\nc' })
    expect(await messages()).toEqual([expect.stringMatching(/b\/c\.md and a\.md .*"x"/)])
  })

  test.skipIf(process.getuid?.() === 0)('that may not be read is named', async () => {
    await write({ 'secret.md': 'x', 'locked/a.md': 'x' })
    await chmod(join(folder, 'secret.md'), 0)
    await chmod(join(folder, 'locked'), 0)
    const found = await messages()
    await chmod(join(folder, 'locked'), 0o700)
    expect(found.sort()).toEqual([
      expect.stringMatching(/^locked .*permission denied/),
      expect.stringMatching(/^secret\.md .*permission denied/),
    ])
  })

  test('that is far too large is not read', async () => {
    await write({ 'huge.txt': new Uint8Array(16 * 1024 * 1024 + 1).fill(0x61) })
    expect(await messages()).toEqual([expect.stringMatching(/huge\.txt has 16777217 bytes/)])
  })
})

describe('links', () => {
  test('are followed within the folder, once', async () => {
    await write({ 'a.md': 'a', '.store/v1/b.md': 'b', '.store/v1/deep/c.md': 'c' })
    await symlink(join(folder, 'a.md'), join(folder, 'again.md'))
    await symlink('.store/v1/b.md', join(folder, 'b.md'))
    await symlink('.store/v1/deep', join(folder, 'deep'))
    expect(await readCorpusFolder(folder)).toMatchObject({
      articles: [{ source: 'a.md' }, { source: 'b.md' }, { source: 'deep/c.md' }],
      problems: [],
    })
  })

  test('out of the folder, in a circle or nowhere are reported', async () => {
    await write({ 'a.md': 'a', 'sub/b.md': 'b' })
    await write({ 'secret.md': 's', 'secrets/s.md': 's', 'corpus-2/s.md': 's' }, outside)
    await symlink('../secret.md', join(folder, 'out.md'))
    await symlink('../secrets', join(folder, 'out'))
    await symlink('../corpus-2', join(folder, 'sibling'))
    await symlink('..', join(folder, 'sub', 'up'))
    await symlink('loop.md', join(folder, 'loop.md'))
    await symlink('gone.md', join(folder, 'gone-link.md'))
    const { articles, problems } = await readCorpusFolder(folder)
    expect(articles.map(({ source }) => source)).toEqual(['a.md', 'sub/b.md'])
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^gone-link\.md .*does not exist/),
      expect.stringMatching(/^loop\.md .*circle/),
      expect.stringMatching(/^out is a link out of/),
      expect.stringMatching(/^out\.md is a link out of/),
      expect.stringMatching(/^sibling is a link out of/),
      expect.stringMatching(/^sub\/up .*stands in itself/),
    ])
  })

  test('may lead to the corpus folder itself', async () => {
    await write({ 'a.md': 'a' })
    const link = join(outside, 'link')
    await symlink(folder, link)
    expect((await readCorpusFolder(link)).articles).toMatchObject([{ id: 'a', source: 'a.md' }])
  })
})

describe('corpora as people have them', () => {
  test('come in several encodings', async () => {
    const text = '# 標題\r\n\r\n從驛馬到電報，消息是怎樣變快的？\r\n'
    await write({
      'big5.md': encode(text, 'big5'),
      'gb18030.md': encode(text, 'gb18030'),
      'utf-16.md': encode(`\ufeff${text}`, 'utf-16le'),
      'utf-8.md': `\ufeff${text}`,
    })
    const { articles, problems } = await readCorpusFolder(folder)
    expect(problems).toEqual([])
    expect(articles).toHaveLength(4)
    for (const article of articles) {
      expect(article).toMatchObject({
        title: '標題',
        paragraphs: [{ text: '從驛馬到電報，消息是怎樣變快的？' }],
      })
    }
  })

  test('hold paragraphs of 200 kB', async () => {
    const sentence = 'Docker 是 1.0 版。See https://a.example/b?c=d for more! '
    const long = sentence.repeat(4000).trim()
    await write({ 'long.md': `# L\n\n${long}\n\n${'字'.repeat(200_000)}\n` })
    const [article] = (await readCorpusFolder(folder)).articles
    expect(article?.paragraphs.map(({ text }) => text.length)).toEqual([long.length, 200_000])
    expect(article?.paragraphs.map(({ sentences }) => sentences.length)).toEqual([8000, 1])
  })

  test('hold 10 000 small files', async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `${i % 100}/${i}.txt`)
    for (let i = 0; i < 100; i++) await mkdir(join(folder, String(i)))
    await Promise.all(names.map((name) => writeFile(join(folder, name), `Note ${name}.`)))
    expect(await readdir(folder)).toHaveLength(100)
    const { articles, problems } = await readCorpusFolder(folder)
    expect(problems).toEqual([])
    expect(articles.map(({ source }) => source)).toEqual(names.toSorted())
  })

  test('hold pages nested deeper than any reader goes', async () => {
    await write({ 'deep.html': `${'<div>'.repeat(20_000)}x`, 'good.md': 'good' })
    const { articles, problems } = await readCorpusFolder(folder)
    expect(articles.map(({ source }) => source)).toEqual(['good.md'])
    expect(problems.map(({ source }) => source)).toEqual(['deep.html'])
  })
})

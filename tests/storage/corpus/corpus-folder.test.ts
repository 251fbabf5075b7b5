import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CorpusError } from '../../../src/errors.ts'
import { readCorpusFolder } from '../../../src/storage/corpus/corpus-folder.ts'
import type { ReadCorpusOptions } from '../../../src/storage/corpus/read-options.ts'
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
    expect(writtenQuestions.map(({ paragraphId }) => paragraphId)).toEqual([a, b])
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
    'draft.md': '---\ndraft: perhaps\n---\nx',
    'yaml.md': '---\ntitle: "a\n---\nx',
    'nothing.html': '<script>x</script>',
  }

  test('is reported by name and skipped, the others are read', async () => {
    await write({ ...BAD, 'good.md': 'good' })
    const { articles, problems } = await readCorpusFolder(folder)
    expect(articles.map(({ source }) => source)).toEqual(['good.md'])
    expect(problems.map(({ source }) => source)).toEqual(Object.keys(BAD).sort())
    for (const { source, message } of problems) expect(message).toContain(source)
  })

  test('fails a strict reading, which lists all of them', async () => {
    await write({ ...BAD, 'good.md': 'good' })
    const error: unknown = await readCorpusFolder(folder, { strict: true }).catch((reason) => reason)
    expect(error).toBeInstanceOf(CorpusError)
    for (const name of Object.keys(BAD)) expect((error as CorpusError).message).toContain(name)
    expect((error as CorpusError).message).not.toContain('good.md')
  })

  test('a strict reading of a sound corpus succeeds', async () => {
    await write({ 'good.md': 'good' })
    expect((await readCorpusFolder(folder, { strict: true })).articles).toHaveLength(1)
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

describe('articles that ask for the same id', () => {
  const served = async (options: ReadCorpusOptions = {}) => {
    const { articles, notes = [] } = await readCorpusFolder(folder, options)
    return {
      ids: Object.fromEntries(articles.map(({ source, id }) => [source, id])),
      notes: notes.map(({ message }) => message),
      articles,
    }
  }
  /** What an index of these articles knows. */
  const indexOf = (ids: Record<string, string>): ReadCorpusOptions['before'] => ({
    idOf: (source) => ids[source],
    last: () => undefined,
    sources: () => Object.keys(ids),
  })

  test('are all served, the one whose path reads like it under that id', async () => {
    await write({
      'a b.md': 'Red',
      'a-b.md': 'Green',
      'docs.md': 'd',
      'docs/☕.md': 'c',
      'page.html': '<p>h',
      'page.md': 'm',
    })
    const { ids, notes, articles } = await served()
    expect(ids).toEqual({
      'a b.md': expect.stringMatching(/^a-b-[0-9a-f]{6}$/),
      'a-b.md': 'a-b',
      'docs.md': 'docs',
      'docs/☕.md': expect.stringMatching(/^docs-[0-9a-f]{6}$/),
      'page.html': expect.stringMatching(/^page-[0-9a-f]{6}$/),
      'page.md': 'page',
    })
    expect(notes).toEqual([
      expect.stringMatching(
        /^a b\.md and a-b\.md have the same article id "a-b"; .*"id" in its front matter/,
      ),
      expect.stringContaining('docs/☕.md and docs.md'),
      expect.stringContaining('page.html and page.md'),
    ])
    for (const { id, paragraphs } of articles)
      expect(paragraphs[0]).toMatchObject({ article: id, id: expect.stringContaining(`${id}#`) })
  })

  test('get their path where their authors chose the same', async () => {
    await write({ 'a/intro.md': '---\nid: intro\n---\nx', 'b/intro.md': '---\nid: intro\n---\ny' })
    expect((await served()).ids).toEqual({ 'a/intro.md': 'intro', 'b/intro.md': 'b.intro' })
  })

  test('keep the id that they had', async () => {
    await write({ 'a b.md': 'Red', 'a-b.md': 'Green' })
    const { ids } = await served({ before: indexOf({ 'a b.md': 'a-b' }) })
    expect(ids).toEqual({ 'a b.md': 'a-b', 'a-b.md': expect.stringMatching(/^a-b-/) })
    await rm(join(folder, 'a b.md'))
    const left = await served({ before: indexOf(ids) })
    expect(left.ids).toEqual({ 'a-b.md': ids['a-b.md'] })
    expect(left.notes).toEqual([])
  })

  test('keep it when they are not parsed again', async () => {
    await write({ 'a b.md': 'Red', 'a-b.md': 'Green' })
    const first = await readCorpusFolder(folder)
    const known = (source: string) => {
      const article = first.articles.find((one) => one.source === source)
      const origin = first.origins?.get(source)
      return article && origin && { article, ...origin }
    }
    const again = await readCorpusFolder(folder, {
      findKnown: known,
      before: { idOf: (source) => known(source)?.article.id, last: known, sources: () => [] },
    })
    expect(again.articles).toEqual(first.articles)
    expect(again.hash).toBe(first.hash)
  })
})

describe('a file that cannot be read for a moment', () => {
  test.skipIf(process.getuid?.() === 0)('leaves what it said last, and so does a folder', async () => {
    await write({ 'a.md': 'a', 'deep/b.md': 'b' })
    const first = await readCorpusFolder(folder)
    const last = (source: string) => {
      const article = first.articles.find((one) => one.source === source)
      const origin = first.origins?.get(source)
      return article && origin && { article, ...origin }
    }
    const before = {
      idOf: (source: string) => last(source)?.article.id,
      last,
      sources: () => ['a.md', 'deep/b.md'],
    }
    await chmod(join(folder, 'a.md'), 0)
    await chmod(join(folder, 'deep'), 0)
    const again = await readCorpusFolder(folder, { before })
    const strict = readCorpusFolder(folder, { before, strict: true })
    await expect(strict).rejects.toThrow(/a\.md cannot be read/)
    await chmod(join(folder, 'deep'), 0o700)
    expect(again.articles).toEqual(first.articles)
    expect(again.hash).toBe(first.hash)
    expect(again.notes?.map(({ message }) => message)).toEqual([
      'a.md cannot be read: permission denied. What it said last is kept.',
      'deep cannot be read: permission denied. What it said last is kept.',
    ])
    expect(again.problems).toEqual([])
  })
})

describe('files of other kinds', () => {
  test('are named: documents of formats that are not read one by one, the rest together', async () => {
    await write({
      'a.md': 'a',
      'b.rst': 'b',
      'c.adoc': 'c',
      'd.ipynb': '{}',
      'e.png': 'x',
      'deep/f.PNG': 'x',
      LICENSE: 'x',
    })
    const { problems, notes } = await readCorpusFolder(folder)
    expect(problems.map(({ message }) => message)).toEqual([
      'b.rst is reStructuredText, which is not read; convert it to Markdown or HTML, with Pandoc or the program that made it.',
      expect.stringContaining('c.adoc is AsciiDoc'),
      expect.stringContaining('d.ipynb is a notebook'),
    ])
    expect(notes?.map(({ message }) => message)).toEqual([
      '3 files that are no texts are not read: .png (2), without an ending',
    ])
    await expect(readCorpusFolder(folder, { strict: true })).rejects.toThrow(/b\.rst/)
  })

  test('in folders of packages and of what was built are skipped with a word', async () => {
    await write({
      'a.md': 'a',
      'node_modules/x/README.md': 'x',
      'deep/dist/y.md': 'y',
      'vendor/z.md': 'z',
      '.git/q.md': 'q',
    })
    const { articles, problems, notes } = await readCorpusFolder(folder)
    expect(articles.map(({ source }) => source)).toEqual(['a.md'])
    expect(problems).toEqual([])
    expect(notes?.map(({ source, message }) => [source, message])).toEqual([
      ['deep/dist', expect.stringMatching(/^deep\/dist is skipped, .*rename it/)],
      ['node_modules', expect.stringContaining('node_modules is skipped')],
      ['vendor', expect.stringContaining('vendor is skipped')],
    ])
  })

  test('never wait for whoever writes to a pipe', async () => {
    await write({ 'a.md': 'a' })
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await symlink('pipe', join(folder, 'fifo.md'))
    expect(await messages()).toEqual(['fifo.md is a link to a pipe or a device; leave it out of the corpus.'])
    expect(await sources()).toEqual(['a.md'])
  })

  test('cannot write on the terminal by their names', async () => {
    await write({ 'evil\u001b[31m\nLeft out: x.md': '' })
    expect(await messages()).toEqual(['evil\\u001b[31m\\u000aLeft out: x.md has no text in it.'])
  })
})

describe('what was mended', () => {
  test('is told by file and line, and leaves the article', async () => {
    await write({
      'esc.md': '# T\n\nred \u001b[31mletters\u001b[0m\n',
      'half.md': '---\nid: "a\\uD800b"\n---\nwalrus',
      'mojibake.md': 'fine\n\n锟斤拷 here',
      'other.md': '---\nurl: /posts/tea/\n---\ntea',
    })
    const { articles, notes, problems } = await readCorpusFolder(folder)
    expect(problems).toEqual([])
    expect(articles.map(({ id }) => id)).toEqual(['esc', 'half', 'mojibake', 'other'])
    expect(articles[0]?.paragraphs[0]?.text).toBe('red letters')
    expect(notes?.map(({ message }) => message)).toEqual([
      'esc.md has 2 control characters, the first in line 3; it is read without.',
      expect.stringMatching(/^half\.md: the front matter is read without "id"/),
      expect.stringMatching(/^mojibake\.md, paragraph 2: "锟斤拷" looks like characters that were lost/),
      expect.stringMatching(/^other\.md: the front matter is read without "url"/),
    ])
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
  }, 120_000)

  test('hold pages nested deeper than any reader goes', async () => {
    await write({ 'deep.html': `${'<div>'.repeat(20_000)}x`, 'good.md': 'good' })
    const { articles, problems } = await readCorpusFolder(folder)
    expect(articles.map(({ source }) => source)).toEqual(['good.md'])
    expect(problems.map(({ source }) => source)).toEqual(['deep.html'])
  })

  test.each([
    ['slow.md', `# Slow\n\n${'- '.repeat(20_000)}x\n`],
    ['slow.html', `<p>Slow${'<a href=x>'.repeat(10_000)}</p>`],
  ])('names a small file that a parser takes for ever over, and is read without it: %s', async (name, content) => {
    await write({ 'good.md': 'A walrus sang.', [name]: content })
    const { articles, problems } = await readCorpusFolder(folder, { seconds: 1 })
    expect(articles.map(({ source }) => source)).toEqual(['good.md'])
    expect(problems).toMatchObject([{ source: name }])
    expect(problems[0]?.message).toMatch(new RegExp(`^${name} takes longer than 2 seconds to read`))
  })
})

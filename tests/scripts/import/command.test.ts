import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encode } from '../../corpus/support/encode.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-import-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

interface Outcome {
  readonly code: number
  readonly output: string
  readonly errors: string
}

function runImport(...parameters: string[]): Promise<Outcome> {
  const env = { ...process.env, CORPUS_DIR: join(folder, 'mine') }
  const command = ['--import', 'tsx', 'scripts/import.ts', ...parameters]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: project, env }, (error, output, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors })
    })
  })
}

test('imports a file of any encoding, with what the person knows better, and writes nothing over', async () => {
  const source = join(folder, 'found.txt')
  const target = join(folder, 'new', 'article.md')
  await writeFile(
    source,
    encode('某站\n\n標題？\n\n林 / 12人閱讀\n\n從驛馬到電報，消息是怎樣變快的？\n\n?\n', 'big5'),
  )

  const first = await runImport(source, '--out', target, '--id', 'telegraph', '--date', '2016')
  expect(first).toMatchObject({ code: 0, errors: '' })
  expect(first.output).toContain('before the title: 1 block')
  const written = await readFile(target, 'utf8')
  expect(written).toBe(
    '---\nid: telegraph\ntitle: 標題？\nauthor: 林\ndate: "2016"\nlang: zh-Hant\n---\n\n# 標題？\n\n從驛馬到電報，消息是怎樣變快的？\n',
  )

  const second = await runImport(source, '--out', target)
  expect(second.code).toBe(1)
  expect(second.errors).toContain('--force')
  expect(await readFile(target, 'utf8')).toBe(written)
  expect(await runImport(source, '--out', target, '--force')).toMatchObject({ code: 0 })
  expect(await readFile(target, 'utf8')).not.toContain('telegraph')
})

test('says what is wrong in one line, and how it is used', async () => {
  const missing = await runImport(join(folder, 'nowhere.txt'))
  expect(missing.code).toBe(1)
  expect(missing.errors).toMatch(/nowhere\.txt/)
  expect(missing.errors).not.toMatch(/^\s+at /m)

  const unknown = await runImport('--colour', 'x')
  expect(unknown.code).toBe(2)
  expect(unknown.errors).toContain('--colour')

  const bare = await runImport()
  expect(bare.code).toBe(2)
  expect(bare.errors + bare.output).toContain('npm run import -- FILE')
})

test('writes into the corpus that is configured, and writes nothing where nothing is left', async () => {
  const page = join(folder, 'A page.html')
  await writeFile(page, '<html><body><h1>T</h1><p>The kettle holds two litres.</p></body></html>')
  expect(await runImport(page)).toMatchObject({ code: 0 })
  expect(await readFile(join(folder, 'mine', 'a-page.md'), 'utf8')).toContain('two litres')

  const empty = join(folder, 'spa.html')
  await writeFile(empty, '<html><body><div id="root"></div><script>x</script></body></html>')
  const nothing = await runImport(empty)
  expect(nothing).toMatchObject({ code: 1, output: '' })
  expect(nothing.errors).toContain('nothing is written')
  await expect(readFile(join(folder, 'mine', 'spa.md'))).rejects.toThrow('ENOENT')
})

test('says what to do with what it does not read', async () => {
  await writeFile(join(folder, 'crane.rst'), 'Title\n=====\n')
  const unread = await runImport(join(folder, 'crane.rst'))
  expect(unread).toMatchObject({ code: 1 })
  expect(unread.errors).toContain('is reStructuredText, which is not read; convert it')
  const address = await runImport('https://a.example/b')
  expect(address).toMatchObject({ code: 1 })
  expect(address.errors).toBe('https://a.example/b is an address; save the page and import the file.\n')
})

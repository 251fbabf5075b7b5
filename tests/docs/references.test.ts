import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const PAGES = [
  'README.md',
  'DESIGN.md',
  'CONTRIBUTING.md',
  'corpus/README.md',
  'index/README.md',
  ...(await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
]

/** Code, for pages that name a file by the end of its path: `answer/citations.ts` for `src/answer/citations.ts`. */
const CODE = (
  await Promise.all(
    ['src', 'scripts', 'tests'].map((folder) => readdir(join(ROOT, folder), { recursive: true })),
  )
)
  .flat()
  .map((path) => `/${path}`)

async function exists(path: string): Promise<boolean> {
  return access(join(ROOT, path)).then(
    () => true,
    () => false,
  )
}

function matchesOf(page: string, pattern: RegExp): string[] {
  return [...new Set([...page.matchAll(pattern)].map(([, match = '']) => match))]
}

/** The constants of a source tree that are plain numbers. */
async function constants(): Promise<Map<string, Set<number>>> {
  const found = new Map<string, Set<number>>()
  const files = await readdir(join(ROOT, 'src'), { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const source = await readFile(join(ROOT, 'src', file), 'utf8')
    for (const [, name = '', value = ''] of source.matchAll(
      /^(?:export )?const ([A-Z][A-Z\d_]+) = ([\d_.]+)$/gm,
    )) {
      const values = found.get(name) ?? new Set()
      found.set(name, values.add(Number(value.replaceAll('_', ''))))
    }
  }
  return found
}

describe.each(PAGES)('%s', (name) => {
  it('names files and folders that are there', async () => {
    const page = await readFile(join(ROOT, name), 'utf8')
    const paths = matchesOf(page, /(?<![\w/.-])((?:src|scripts|tests)\/[\w./-]*[\w/])/g)
    const linked = matchesOf(page, /\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)\s]*)?\)/g)
    const missing = []
    for (const path of paths) if (!(await exists(path))) missing.push(path)
    for (const link of linked) if (!(await exists(join(name, '..', link)))) missing.push(link)
    for (const file of matchesOf(page, /`((?:[\w-]+\/)*[\w-]+\.tsx?)`/g))
      if (!CODE.some((path) => path.endsWith(`/${file.replace(/^(?:src|scripts|tests)\//, '')}`)))
        missing.push(file)
    expect(missing).toEqual([])
  })

  it('names commands that npm knows', async () => {
    const page = await readFile(join(ROOT, name), 'utf8')
    const commands = matchesOf(page, /npm run (?:-s |--silent )?([a-z][\w:-]*)/g)
    expect(commands.filter((command) => !(command in packageFile.scripts))).toEqual([])
  })

  it('quotes the numbers that stand in the code', async () => {
    const page = await readFile(join(ROOT, name), 'utf8')
    const known = await constants()
    const wrong = []
    for (const [quoted, constant = '', value = ''] of page.matchAll(
      /`([A-Z][A-Z\d]*_[A-Z\d_]+)` (?:\(|=|is |of )\s*(\.?\d[\d.]*)/g,
    )) {
      const values = known.get(constant)
      if (values !== undefined && !values.has(Number(value.replace(/\.$/, '')))) wrong.push(quoted)
    }
    expect(wrong).toEqual([])
  })
})

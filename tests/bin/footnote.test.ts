import { execFile } from 'node:child_process'
import { access, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileIfChanged } from '../../bin/compile.mjs'
import { readRecord } from '../../bin/source-state.mjs'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A compilation, on a busy machine. */
const TIMEOUT = 120_000

const temporaryDirectory = useTemporaryDirectories()

beforeAll(() => compileIfChanged(), TIMEOUT)

function run(root: string, ...args: string[]) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [join(root, 'bin/footnote.mjs'), ...args], (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}

/** A folder with what a release consists of; nothing is installed there. */
async function release(): Promise<string> {
  const root = await temporaryDirectory()
  for (const part of ['bin', 'dist', 'data', 'package.json'])
    await cp(join(ROOT, part), join(root, part), { recursive: true })
  return root
}

describe('footnote', { timeout: TIMEOUT }, () => {
  it('lists its commands, and refuses any other with 2', async () => {
    expect(await run(ROOT, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('  ask ') })
    for (const args of [[], ['serve'], ['constructor']])
      expect(await run(ROOT, ...args)).toMatchObject({ code: 2, err: expect.stringContaining('  ask ') })
  })

  it('runs from a release without its source and without a package', async () => {
    const root = await release()
    const { code, out } = await run(root, 'ask', '--help')
    expect(out).toMatch(/^Asks a question/)
    expect(code).toBe(0)

    await mkdir(join(root, 'corpus'))
    await writeFile(join(root, 'corpus/a.md'), '# Tea\n\nTea was first grown in Yunnan.\n')
    const folders = ['--corpus', join(root, 'corpus'), '--index', join(root, 'index')]
    expect(await run(root, 'index', ...folders)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 new'),
    })
  })

  it.skipIf(!('enableCompileCache' in nodeModule))(
    'keeps compiled code below installed packages, and nowhere else',
    async () => {
      const root = await release()
      await run(root, 'ask', '--help')
      await expect(access(join(root, 'node_modules'))).rejects.toThrow('ENOENT')
      await mkdir(join(root, 'node_modules'))
      expect(await run(root, 'ask', '--help')).toMatchObject({ code: 0 })
      expect(await readdir(join(root, 'node_modules/.cache/footnote/code'))).toHaveLength(1)
    },
  )

  it('carries no messages of zod in other languages', async () => {
    const programs = readRecord(ROOT)?.outputs.filter((path) => path.startsWith('dist/node/')) ?? []
    expect(programs.length).toBeGreaterThan(10)
    for (const path of programs)
      expect(await readFile(join(ROOT, path), 'utf8'), path).not.toContain('Ungültige Eingabe')
  })

  it('says how to get a program that is not there', async () => {
    const root = await release()
    await rm(join(root, 'dist'), { recursive: true })
    expect(await run(root, 'ask')).toMatchObject({ code: 1, err: expect.stringMatching(/Run: npm ci/) })
  })

  it('never runs a program that is older than its source, and says how to compile it', async () => {
    const root = await release()
    await mkdir(join(root, 'src'))
    await writeFile(join(root, 'src/new.ts'), '')
    const { code, err } = await run(root, 'ask', '--help')
    expect(err).toMatch(/^The source is newer than dist\/.* Run: npm ci /)
    expect(code).toBe(1)
  })

  it('compiles what has changed, and keeps what a running process may still load', async () => {
    const root = await release()
    for (const part of ['src', 'scripts', 'package-lock.json', 'tsconfig.json'])
      await cp(join(ROOT, part), join(root, part), { recursive: true })
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    const before = readRecord(root)
    await writeFile(join(root, 'src/cli/command-line.ts'), "\nexport const HELP = 'Another help\\n'\n", {
      flag: 'a',
    })
    expect(await run(root, 'ask', '--help')).toMatchObject({ code: 1, err: expect.stringContaining('HELP') })

    const source = join(root, 'src/cli/command-line.ts')
    await cp(join(ROOT, 'src/cli/command-line.ts'), source)
    await writeFile(source, "\nprocess.stdout.write('Changed. ')\n", { flag: 'a' })
    expect(await run(root, 'ask', '--help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Changed\. Asks a question/),
    })
    const after = readRecord(root)
    expect(after?.id).not.toBe(before?.id)
    const filesIn = async (folder: string) =>
      (await readdir(join(root, folder))).map((name) => `${folder}/${name}`)
    const files = await Promise.all(['dist/node', 'dist/library'].map(filesIn))
    expect(new Set(files.flat())).toEqual(new Set([...(before?.outputs ?? []), ...(after?.outputs ?? [])]))
  })
})

import { copyFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeEach, describe, expect, it } from 'vitest'
import { isCurrent, readRecord, sourceFiles, sourceId, writeRecord } from '../../bin/source-state.mjs'
import { PROGRAMS } from '../../scripts/build/programs.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let root: string

beforeEach(async () => {
  root = await temporaryDirectory()
  await mkdir(join(root, 'src/text'), { recursive: true })
  await mkdir(join(root, 'dist'))
  await writeFile(join(root, 'src/a.ts'), 'one')
  await writeFile(join(root, 'src/text/b.ts'), 'two')
})

/** What a build leaves behind. */
function recordBuild(): void {
  writeRecord(root, { id: sourceId(root), files: sourceFiles(root), outputs: [] })
}

describe('isCurrent', () => {
  it('is false where nothing was built, or the record is no JSON', async () => {
    expect(isCurrent(root)).toBe(false)
    await writeFile(join(root, 'dist/build.json'), '{')
    expect(isCurrent(root)).toBe(false)
  })

  it('is true while nothing was touched', () => {
    recordBuild()
    expect(isCurrent(root)).toBe(true)
  })

  it.each([
    ['another length', 'src/a.ts', 'three'],
    ['the same length', 'src/a.ts', 'six'],
    ['a new file', 'src/text/c.ts', 'two'],
    ['another package', 'package-lock.json', '{}'],
  ])('is false after an edit: %s', async (_name, path, content) => {
    recordBuild()
    await writeFile(join(root, path), content)
    expect(isCurrent(root)).toBe(false)
  })

  it('is false where an edit has kept the length and set the time back', async () => {
    const past = new Date(2020, 1, 1)
    await utimes(join(root, 'src/a.ts'), past, past)
    recordBuild()
    await writeFile(join(root, 'src/a.ts'), 'six')
    await utimes(join(root, 'src/a.ts'), past, past)
    expect(isCurrent(root)).toBe(false)
  })

  it('is false where a file is gone', async () => {
    recordBuild()
    await rm(join(root, 'src/text/b.ts'))
    expect(isCurrent(root)).toBe(false)
  })

  it('is true where the files were only written again, and tells at once the next time', async () => {
    recordBuild()
    const file = join(root, 'src/a.ts')
    await copyFile(file, `${file}.copy`)
    await rm(file)
    await writeFile(file, await readFile(`${file}.copy`))
    await rm(`${file}.copy`)
    const before = readRecord(root)?.files
    expect(isCurrent(root)).toBe(true)
    expect(readRecord(root)?.files).not.toEqual(before)
    expect(readRecord(root)?.files).toEqual(sourceFiles(root))
  })
})

describe('the source', () => {
  it('is all that the programs are made of', async () => {
    const { metafile } = await build({
      entryPoints: [...PROGRAMS],
      outdir: 'dist/node',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    const watched = sourceFiles(process.cwd())
    expect(Object.keys(metafile.inputs).filter((path) => !(path in watched))).toEqual([])
  })
})

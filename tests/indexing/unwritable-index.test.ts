import { execFile } from 'node:child_process'
import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { ensureIndex } from '../../src/indexing/ensure-index.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { readCurrentGeneration } from '../../src/storage/index/read-generation.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', 'The first paragraph.')
  await rebuildIndex(fixture.options())
})

const servedText = async () => {
  const { index } = await readCurrentGeneration(new IndexFolder(fixture.indexDirectory))
  return index.library.paragraphAt(0).text
}

/** Builds in a process that may write files of so many kilobytes: what a full disk does, without filling one. */
function rebuildLimitedTo(kilobytes: number): Promise<{ code: number | null; said: string }> {
  const script = fileURLToPath(new URL('../support/servers/rebuild-process.ts', import.meta.url))
  const command = `ulimit -f ${kilobytes * 2}; exec "$0" --import "$1" "$2" "$3" "$4"`
  const args = [
    process.execPath,
    import.meta.resolve('tsx'),
    script,
    fixture.corpusDirectory,
    fixture.indexDirectory,
  ]
  return new Promise((resolve) => {
    const child = execFile('sh', ['-c', command, ...args], (_, stdout, stderr) => {
      resolve({ code: child.exitCode, said: stdout + stderr })
    })
  })
}

const many = Array.from({ length: 1000 }, (_, number) => `Paragraph ${number}: ${'word '.repeat(60)}`)

describe('an index that cannot be written', () => {
  it.skipIf(process.platform === 'win32')(
    'names the file, leaves nothing behind and serves the old one',
    { timeout: 120_000 },
    async () => {
      await fixture.write('a.md', 'A new paragraph.', ...many)
      const { code, said } = await rebuildLimitedTo(128)
      expect(code).toBe(1)
      expect(said).toMatch(/^IndexError: .*portable\.bin cannot be written: the file is larger than allowed/)
      expect(await servedText()).toBe('The first paragraph.')
      expect(await readdir(join(fixture.indexDirectory, 'generations'))).toHaveLength(1)

      expect((await rebuildIndex(fixture.options())).outcome).toBe('built')
      expect(await servedText()).toBe('A new paragraph.')
    },
  )

  // The superuser may write anywhere.
  it.skipIf(process.getuid?.() === 0)('says that there is no permission, and still opens', async () => {
    await chmod(fixture.indexDirectory, 0o500)
    try {
      expect((await ensureIndex(fixture.options())).report.outcome).toBe('unchanged')
      await fixture.write('a.md', 'A new paragraph.')
      await expect(rebuildIndex(fixture.options())).rejects.toThrow('there is no permission')
      expect(await servedText()).toBe('The first paragraph.')
    } finally {
      await chmod(fixture.indexDirectory, 0o700)
    }
  })
})

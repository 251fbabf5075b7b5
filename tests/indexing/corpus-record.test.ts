import { execFileSync } from 'node:child_process'
import { readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fingerprintCorpus } from '../../src/indexing/corpus-record.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import type { RebuildReport } from '../../src/indexing/rebuild-options.ts'
import * as corpusFolder from '../../src/storage/corpus/corpus-folder.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

vi.mock(import('../../src/storage/corpus/corpus-folder.ts'), { spy: true })

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', 'one')
  await fixture.write('b/b.md', 'two')
})

/** Rebuilds, and says whether the files of the corpus were parsed. */
async function rebuild(
  program = 'v1',
  more: { strict?: boolean; full?: boolean; dryRun?: boolean } = {},
): Promise<{ parsed: boolean; report: RebuildReport }> {
  const read = vi.mocked(corpusFolder.readCorpusFolder)
  read.mockClear()
  const report = await rebuildIndex({ ...fixture.options(), program, ...more })
  return { parsed: read.mock.calls.length > 0, report }
}

describe('rebuildIndex', () => {
  it('parses no file while every byte is the same', async () => {
    expect(await rebuild()).toMatchObject({ parsed: true, report: { outcome: 'built' } })
    const later = new Date(Date.now() + 60_000)
    await utimes(join(fixture.corpusDirectory, 'a.md'), later, later)
    expect(await rebuild()).toMatchObject({
      parsed: false,
      report: { outcome: 'unchanged', changes: { kept: 2 } },
    })
  })

  it.each([
    ['an edit of the same length and time', () => editUnseen('# a.md\n\nsix\n')],
    ['a new file', () => fixture.write('c.md', 'three')],
    ['a file that is gone', () => fixture.remove('b/b.md')],
    ['a sidecar', () => fixture.write('a.unanswered.yaml', 'x')],
  ])('parses after %s', async (_name, change) => {
    await rebuild()
    await change()
    expect((await rebuild()).parsed).toBe(true)
  })

  async function editUnseen(text: string): Promise<void> {
    const path = join(fixture.corpusDirectory, 'a.md')
    const past = new Date(2020, 1, 1)
    await utimes(path, past, past)
    await writeFile(path, text)
    await utimes(path, past, past)
  }

  it('parses again where another version of the program reads the corpus', async () => {
    await rebuild('v1')
    expect((await rebuild('v2')).parsed).toBe(true)
    expect((await rebuild('v2')).parsed).toBe(false)
  })

  it('parses after an edit that changes nothing, once', async () => {
    await rebuild()
    await writeFile(join(fixture.corpusDirectory, 'a.md'), '# a.md\n\n\none\n\n')
    expect(await rebuild()).toMatchObject({ parsed: true, report: { outcome: 'unchanged' } })
    expect((await rebuild()).parsed).toBe(false)
  })

  it('names what was left out, although it is not looked at again', async () => {
    await writeFile(join(fixture.corpusDirectory, 'junk.md'), new Uint8Array([0, 1, 2, 0, 255, 0]))
    const { report } = await rebuild()
    expect(report.problems).toHaveLength(1)
    expect(await rebuild()).toMatchObject({ parsed: false, report: { problems: report.problems } })
    await expect(rebuild('v1', { strict: true })).rejects.toThrow('junk.md')
  })

  it('builds where it has to, whatever was recorded', async () => {
    await rebuild()
    expect(await rebuild('v1', { full: true })).toMatchObject({ report: { outcome: 'built' } })
    await writeFile(join(fixture.indexDirectory, 'current'), 'no pointer')
    expect(await rebuild()).toMatchObject({ parsed: true, report: { outcome: 'built' } })
  })

  it('records nothing for a dry run, nor where nobody names the program', async () => {
    await rebuild('v1', { dryRun: true })
    await rebuildIndex(fixture.options())
    await expect(readFile(join(fixture.indexDirectory, 'corpus.json'))).rejects.toThrow('ENOENT')
  })

  it('takes a record that is no record for none', async () => {
    await rebuild()
    await writeFile(join(fixture.indexDirectory, 'corpus.json'), '{"program":1')
    expect((await rebuild()).parsed).toBe(true)
    expect((await rebuild()).parsed).toBe(false)
  })
})

describe('fingerprintCorpus', () => {
  it('has none of a folder that cannot be read', async () => {
    expect(await fingerprintCorpus(join(fixture.corpusDirectory, 'nowhere'))).toBeUndefined()
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(fixture.corpusDirectory, 'pipe')])
    await symlink('pipe', join(fixture.corpusDirectory, 'pipe.md'))
    expect(await fingerprintCorpus(fixture.corpusDirectory)).toMatch(/^[0-9a-f]{64}$/)
  })
})

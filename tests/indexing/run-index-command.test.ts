import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IndexError } from '../../src/errors.ts'
import { runIndexCommand } from '../../src/indexing/run-index-command.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { IndexFixture } from '../support/index-fixture.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

/** A process starts, and compiles the dictionary. */
const TIMEOUT = 120_000

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', 'one')
})

afterEach(() => vi.unstubAllEnvs())

describe('runIndexCommand', { timeout: TIMEOUT }, () => {
  it('says what was done, and which files were left out', async () => {
    await writeFile(join(fixture.corpusDirectory, 'junk.md'), new Uint8Array([0, 1, 2, 0, 255, 0]))
    const { summary, leftOut } = await runIndexCommand(fixture)
    expect(summary).toMatch(/ 1 new,/)
    expect(leftOut).toEqual([expect.stringContaining('junk.md')])
  })

  it('fails with the words of the command', async () => {
    const corpusDirectory = join(fixture.corpusDirectory, 'missing')
    const failed = runIndexCommand({ ...fixture, corpusDirectory })
    await expect(failed).rejects.toThrow(IndexError)
    await expect(failed).rejects.toThrow(/^The index could not be rebuilt: [^\n]*missing[^\n]*$/)
  })

  it('shows nobody a stack', async () => {
    vi.stubEnv('NODE_OPTIONS', '--require ./nowhere.cjs')
    const failed = runIndexCommand(fixture)
    await expect(failed).rejects.toThrow(/Cannot find module '.\/nowhere.cjs'/)
    await expect(failed).rejects.not.toThrow(/\n +at /)
  })

  it('ends when it is told to, and writes nothing', async () => {
    const stopping = new AbortController()
    const stopped = runIndexCommand({ ...fixture, signal: stopping.signal })
    stopping.abort()
    await expect(stopped).rejects.toThrow('It was stopped')
    expect(await new IndexFolder(fixture.indexDirectory).pointer()).toBeUndefined()
  })
})

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IndexError } from '../../src/errors.ts'
import { type IndexCommandOptions, runIndexCommand } from '../../src/indexing/run-index-command.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { commandOf } from '../support/servers/start-server.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

/** A process starts, and compiles the dictionary. */
const TIMEOUT = 120_000

const COMMAND = commandOf('src/entries/index.ts')

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', 'one')
})

afterEach(() => vi.unstubAllEnvs())

function run(options: Partial<IndexCommandOptions> = {}) {
  const { corpusDirectory, indexDirectory } = fixture
  return runIndexCommand({ command: COMMAND, corpusDirectory, indexDirectory, ...options })
}

/** A command that does what the script says. */
function script(source: string): string[] {
  return ['--input-type=module', '--eval', source, '--']
}

describe('runIndexCommand', { timeout: TIMEOUT }, () => {
  it('says what was done, and which files were left out', async () => {
    await writeFile(join(fixture.corpusDirectory, 'junk.md'), new Uint8Array([0, 1, 2, 0, 255, 0]))
    expect(await run()).toMatchObject({
      outcome: 'built',
      changes: { added: 1 },
      leftOut: [{ source: 'junk.md', message: expect.stringContaining('junk.md') }],
      summary: expect.stringContaining(' 1 new,'),
    })
  })

  it('fails with the words of the command', async () => {
    const corpusDirectory = join(fixture.corpusDirectory, 'missing')
    const failed = run({ corpusDirectory })
    await expect(failed).rejects.toThrow(IndexError)
    await expect(failed).rejects.toThrow(/^The index could not be rebuilt: [^\n]*missing[^\n]*$/)
  })

  it('shows nobody a stack', async () => {
    vi.stubEnv('NODE_OPTIONS', '--require ./nowhere.cjs')
    const failed = run()
    await expect(failed).rejects.toThrow(/Cannot find module '.\/nowhere.cjs'/)
    await expect(failed).rejects.not.toThrow(/\n +at /)
  })

  it('takes what else the process prints for no report', async () => {
    const report = {
      event: 'report',
      outcome: 'unchanged',
      generation: 'abc',
      changes: { changed: 0, added: 0, removed: 0, kept: 1 },
      embedded: 0,
      milliseconds: 1,
      leftOut: [],
      // Ends a line for some readers, and stands inside a string of JSON.
      summary: 'Up to\u2028date',
    }
    const lines = ['Left out: forged.md', '{"event":"report"}', JSON.stringify(report), '{}']
    const command = script(`console.log(${JSON.stringify(lines.join('\n'))})`)
    expect(await run({ command })).toEqual(report)
  })

  it.each([
    ['ends without a report', 'process.exit(0)', /ended with the code 0$/],
    ['ends with an error of its own', 'throw new Error("no such thing")', /Error: no such thing/],
    ['is killed', 'process.kill(process.pid, "SIGKILL")', /killed, perhaps because memory ran out$/],
    [
      'runs out of memory',
      'console.error("JavaScript heap out of memory"); process.abort()',
      /out of memory$/,
    ],
    ['says why', 'console.log(\'{"event":"failed","message":"no"}\'); process.exit(1)', /rebuilt: no$/],
  ])('says why a process failed that %s', async (_name, source, message) => {
    await expect(run({ command: script(source) })).rejects.toThrow(message)
  })

  it('kills a process that does not heed being stopped', async () => {
    const stopping = new AbortController()
    const stopped = run({
      command: script('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'),
      signal: stopping.signal,
    })
    stopping.abort()
    await expect(stopped).rejects.toThrow('It was stopped')
  })

  it('ends when it is told to, and writes nothing', async () => {
    const stopping = new AbortController()
    const stopped = run({ signal: stopping.signal })
    stopping.abort()
    await expect(stopped).rejects.toThrow('It was stopped')
    expect(await new IndexFolder(fixture.indexDirectory).pointer()).toBeUndefined()
  })
})

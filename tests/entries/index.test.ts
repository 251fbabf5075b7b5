import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseIndexArguments } from '../../src/cli/index-arguments.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { describeRebuild } from '../../src/indexing/describe-rebuild.ts'
import { parseIndexEvent } from '../../src/indexing/index-events.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { commandOf } from '../support/servers/start-server.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('parseIndexArguments', () => {
  it('reads flags and folders', () => {
    expect(parseIndexArguments([])).toEqual({
      mode: 'build',
      corpus: undefined,
      index: undefined,
      full: false,
      strict: false,
      json: false,
      yes: false,
    })
    expect(
      parseIndexArguments(['--corpus', 'a', '--index=b', '--watch', '--strict', '--full', '--json']),
    ).toEqual({
      mode: 'watch',
      corpus: 'a',
      index: 'b',
      full: true,
      strict: true,
      json: true,
      yes: false,
    })
    expect(parseIndexArguments(['-h', '--check']).mode).toBe('help')
  })

  it('refuses what it does not know, with the help', () => {
    for (const args of [
      ['--fast'],
      ['corpus'],
      ['--corpus'],
      ['--check', '--watch'],
      ['--rollback', '--full'],
    ]) {
      expect(() => parseIndexArguments(args), args.join(' ')).toThrow(ConfigurationError)
      expect(() => parseIndexArguments(args)).toThrow('npm run index')
    }
  })
})

describe('describeRebuild', () => {
  it('says in one line what happened', () => {
    const report = {
      outcome: 'built',
      reason: undefined,
      generation: '3f9a2c',
      changes: { changed: 2, added: 1, removed: 1, kept: 115 },
      embedded: 3,
      estimate: undefined,
      problems: [],
      milliseconds: 234,
      stored: undefined,
    } as const
    const line = '2 changed, 1 new, 1 removed, 115 kept · 3 embedded · 0.2 s · 3f9a2c'
    expect(describeRebuild(report)).toBe(line)
    expect(describeRebuild({ ...report, outcome: 'would build' })).toBe(`Would build: ${line}`)
    expect(describeRebuild({ ...report, outcome: 'unchanged' })).toBe(
      'Up to date: 115 paragraphs · 0.2 s · 3f9a2c',
    )
  })
})

describe('npm run index', () => {
  const temporaryDirectory = useTemporaryDirectories()
  let fixture: IndexFixture

  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const folders = ['--corpus', fixture.corpusDirectory, '--index', fixture.indexDirectory]
      const command = [...commandOf('src/entries/index.ts'), ...folders, ...args]
      const child = execFile(process.execPath, command, { cwd: ROOT }, (_, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err })
      })
    })

  /** Every line must be an event. */
  const eventsOf = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => parseIndexEvent(line) ?? expect.unreachable(line))

  it('builds, keeps, edits, checks and rolls back', { timeout: 120_000 }, async () => {
    fixture = new IndexFixture(await temporaryDirectory())
    await fixture.write('cloud.md', 'Docker 誕生於 dotCloud。', 'AWS 發布了 Lambda。')
    expect(await run('--check')).toMatchObject({ code: 1, out: expect.stringContaining('no index') })

    const first = await run()
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('2 new') })
    expect(first.err).toContain('Index: embedding the passages\n')
    expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/^Up to date/), err: '' })

    await fixture.write('cloud.md', 'Docker 誕生於 dotCloud。', 'AWS 於 2014 年發布了 Lambda。')
    expect(await run('--check')).toMatchObject({ code: 1, out: expect.stringContaining('changed') })
    expect(await run('--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Would build: 1 changed/),
    })
    expect(await run()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 changed, 0 new.* 1 embedded/),
    })
    const planned = eventsOf((await run('--dry-run', '--json')).out)
    expect(planned.at(-1)).toMatchObject({ event: 'report', outcome: 'unchanged', changes: { kept: 2 } })
    expect(await run('--rollback')).toMatchObject({ code: 0, out: expect.stringContaining('again') })
    expect(eventsOf((await run('--check', '--json')).out)).toEqual([
      { event: 'checked', upToDate: false, message: expect.stringContaining('rolled back') },
    ])
    expect(await run('--check')).toMatchObject({ code: 1, out: expect.stringContaining('rolled back') })
  })
})

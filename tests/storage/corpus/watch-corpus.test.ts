import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CorpusWatch, watchCorpus } from '../../../src/storage/corpus/watch-corpus.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let directory: string
let watching: CorpusWatch | undefined

beforeEach(async () => {
  directory = await temporaryDirectory()
  await writeFile(join(directory, 'article.md'), 'one')
})

afterEach(async () => {
  await watching?.close()
})

/** Watches and counts; `until(n)` waits for the n-th call. */
async function watchAndCount(work: () => Promise<void> = async () => {}) {
  const onChange = vi.fn(work)
  watching = await watchCorpus(directory, onChange)
  const until = (calls: number) =>
    vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(calls), { timeout: 10_000 })
  return { onChange, until }
}

describe('watchCorpus', () => {
  it('notices a save, a save by renaming, a new folder and a removal', async () => {
    const { until } = await watchAndCount()
    await writeFile(join(directory, 'article.md'), 'two')
    await until(1)
    await writeFile(join(directory, '.article.md.swp'), 'three')
    await rename(join(directory, '.article.md.swp'), join(directory, 'article.md'))
    await until(2)
    await mkdir(join(directory, 'deep', 'deeper'), { recursive: true })
    await writeFile(join(directory, 'deep', 'deeper', 'other.md'), 'other')
    await until(3)
    await rm(join(directory, 'article.md'))
    await until(4)
  })

  it('takes a burst of saves for one', async () => {
    const { onChange, until } = await watchAndCount()
    for (let number = 0; number < 20; number++) await writeFile(join(directory, `${number}.md`), 'text')
    await until(1)
    await writeFile(join(directory, 'last.md'), 'text')
    await until(2)
    expect(onChange).toHaveBeenCalledTimes(2)
  })

  it('never runs twice at once, and misses nothing that happens meanwhile', async () => {
    let running = 0
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { onChange, until } = await watchAndCount(async () => {
      expect(++running).toBe(1)
      await finished
      running--
    })
    await writeFile(join(directory, 'article.md'), 'two')
    await until(1)
    await writeFile(join(directory, 'article.md'), 'three')
    finish()
    await until(2)
    expect(onChange).toHaveBeenCalledTimes(2)
  })

  it('notices that the folder itself is replaced, and watches the new one', async () => {
    const { onChange, until } = await watchAndCount()
    await rename(directory, `${directory}-before`)
    await until(1)
    await mkdir(directory)
    await writeFile(join(directory, 'article.md'), 'new')
    await vi.waitFor(() => expect(onChange.mock.calls.length).toBeGreaterThan(1), { timeout: 10_000 })
    const calls = onChange.mock.calls.length
    let saves = 0
    await vi.waitFor(
      async () => {
        await writeFile(join(directory, 'other.md'), `${saves++}`)
        expect(onChange.mock.calls.length).toBeGreaterThan(calls + 2)
      },
      { timeout: 15_000, interval: 400 },
    )
    await rm(`${directory}-before`, { recursive: true })
  })

  it('notices that a link leads elsewhere', async () => {
    const releases = await temporaryDirectory()
    await mkdir(join(releases, 'r1'))
    await mkdir(join(releases, 'r2'))
    const link = join(releases, 'current')
    await symlink('r1', link)
    directory = link
    const { until } = await watchAndCount()
    await symlink('r2', join(releases, 'next'))
    await rename(join(releases, 'next'), link)
    await until(1)
  })

  it('waits for a folder that is not there yet', async () => {
    directory = join(directory, 'later')
    const { onChange } = await watchAndCount()
    await mkdir(directory)
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 10_000 })
  })
})

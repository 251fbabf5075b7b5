import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Stillness } from '../../../src/storage/index/stillness.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()

describe('how long a file was not touched', () => {
  it('is told by its time', async () => {
    const path = join(await temporaryDirectory(), 'lock')
    await writeFile(path, '')
    const anHourAgo = new Date(Date.now() - 3_600_000)
    await utimes(path, anHourAgo, anHourAgo)
    expect(await new Stillness().of(path)).toBeGreaterThanOrEqual(3_600_000)
  })

  it('is told by what was seen where its time lies in the future', async () => {
    const path = join(await temporaryDirectory(), 'lock')
    await writeFile(path, '')
    const tomorrow = new Date(Date.now() + 86_400_000)
    await utimes(path, tomorrow, tomorrow)
    let now = 0
    const stillness = new Stillness(() => now)
    expect(await stillness.of(path)).toBe(0)
    now = 15_000
    expect(await stillness.of(path)).toBe(15_000)
    // A sign of life.
    await utimes(path, tomorrow, new Date(tomorrow.getTime() + 1000))
    expect(await stillness.of(path)).toBe(0)
    now = 18_000
    expect(await stillness.of(path)).toBe(3_000)
  })

  it('is nothing where there is no file', async () => {
    expect(await new Stillness().of(join(await temporaryDirectory(), 'gone'))).toBe(0)
  })
})

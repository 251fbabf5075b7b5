import { statSync } from 'node:fs'
import { rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startHeartbeat } from '../../../src/storage/index/heartbeat.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()

describe('startHeartbeat', () => {
  it('touches the file although this thread is busy, until it is ended', async () => {
    const path = join(await temporaryDirectory(), 'lock')
    await writeFile(path, '')
    const longAgo = new Date(2020, 1, 1)
    await utimes(path, longAgo, longAgo)
    const end = startHeartbeat(path, 5)
    const deadline = Date.now() + 20_000
    while (statSync(path).mtime.getFullYear() === 2020 && Date.now() < deadline);
    expect(statSync(path).mtime.getFullYear()).toBeGreaterThan(2020)
    await end()
    await utimes(path, longAgo, longAgo)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statSync(path).mtime.getFullYear()).toBe(2020)
  })

  it('does not mind that the file is gone', async () => {
    const path = join(await temporaryDirectory(), 'lock')
    const end = startHeartbeat(path, 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await end()
    await rm(path, { force: true })
  })
})

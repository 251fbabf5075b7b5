import { spawnSync } from 'node:child_process'
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { withLock } from '../../../src/storage/index/index-lock.ts'
import { ownIdentity } from '../../../src/storage/index/process-identity.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

vi.mock('node:fs/promises', { spy: true })

const temporaryDirectory = useTemporaryDirectories()
const lockPath = async () => join(await temporaryDirectory(), 'lock')

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

function hold(path: string, holder: object): Promise<void> {
  return writeFile(path, JSON.stringify({ since: '2026-01-01T00:00:00Z', ...holder }))
}

const take = (path: string) => withLock(path, { wait: false }, async () => 'taken')

describe('withLock', () => {
  it('gives the lock back, also after an error', async () => {
    const path = await lockPath()
    const failing = withLock(path, { wait: false }, () => Promise.reject(new Error('failed')))
    await expect(failing).rejects.toThrow('failed')
    expect(await take(path)).toBe('taken')
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  it('lets one in at a time, and everybody in the end', async () => {
    const path = await lockPath()
    let inside = 0
    const entries = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        withLock(path, { wait: true }, async () => {
          expect(++inside).toBe(1)
          await new Promise((resolve) => setTimeout(resolve, 2))
          inside--
          return number
        }),
      ),
    )
    expect(entries).toHaveLength(8)
  })

  it('says who holds it', async () => {
    const path = await lockPath()
    await withLock(path, { wait: false }, async () => {
      await expect(take(path)).rejects.toThrow(`process ${process.pid}`)
      await expect(take(path)).rejects.toMatchObject({ fault: 'locked' })
    })
  })

  it('tells who it waits for, and stops waiting when told to', async () => {
    const path = await lockPath()
    const waitedFor: string[] = []
    await withLock(path, { wait: false }, async () => {
      const controller = new AbortController()
      const onWait = (who: string) => {
        waitedFor.push(who)
        controller.abort(new Error('it was stopped'))
      }
      const waiting = withLock(path, { wait: true, onWait, signal: controller.signal }, async () => 'taken')
      await expect(waiting).rejects.toThrow('it was stopped')
    })
    expect(waitedFor).toEqual([expect.stringContaining(`process ${process.pid}`)])
  })

  it('takes over the lock of a dead process', async () => {
    const path = await lockPath()
    await hold(path, { pid: deadProcess(), host: hostname() })
    expect(await take(path)).toBe('taken')
  })

  it('takes over the lock of a dead process whose number another one got', async () => {
    const path = await lockPath()
    const own = await ownIdentity()
    await hold(path, { ...own, started: own.started && `${own.started}0` })
    if (own.started === undefined) await expect(take(path)).rejects.toThrow(IndexError)
    else expect(await take(path)).toBe('taken')
  })

  it('lets only one of many take over a dead lock', async () => {
    const path = await lockPath()
    await hold(path, { pid: deadProcess(), host: hostname() })
    let inside = 0
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withLock(path, { wait: true }, async () => {
          expect(++inside).toBe(1)
          await new Promise((resolve) => setTimeout(resolve, 2))
          inside--
        }),
      ),
    )
  })

  it('leaves the lock alone that another process made after the dead one was seen', async () => {
    const path = await lockPath()
    await hold(path, { pid: deadProcess(), host: hostname() })
    const { mkdir: make } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')
    let turns = 0
    vi.mocked(mkdir).mockImplementation(async (directory, options) => {
      if (String(directory).endsWith('.takeover') && turns++ === 0) await hold(path, await ownIdentity())
      return make(directory, options)
    })
    try {
      await expect(take(path)).rejects.toMatchObject({ fault: 'locked' })
      expect(turns).toBe(1)
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
    } finally {
      vi.mocked(mkdir).mockReset()
    }
  })

  it('respects another machine while that gives signs of life', async () => {
    const path = await lockPath()
    await hold(path, { pid: 1, host: 'another-machine' })
    await expect(take(path)).rejects.toMatchObject({
      fault: 'locked',
      message: expect.stringContaining('another-machine'),
    })
    await expect(take(path)).rejects.toThrow('taken over 2 minutes after its last sign of life')
    const longAgo = new Date(Date.now() - 3 * 60_000)
    await utimes(path, longAgo, longAgo)
    expect(await take(path)).toBe('taken')
  })

  it('takes over a lock whose writer died over it', async () => {
    const path = await lockPath()
    await writeFile(path, '')
    await expect(take(path)).rejects.toMatchObject({ fault: 'locked' })
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(path, longAgo, longAgo)
    expect(await take(path)).toBe('taken')
  })

  it('says when the lock cannot be made', async () => {
    const file = join(await temporaryDirectory(), 'file')
    await writeFile(file, '')
    await expect(take(join(file, 'lock'))).rejects.toMatchObject({ fault: 'unwritable' })
  })

  it('leaves nothing but the lock, and that only while it is held', async () => {
    const path = await lockPath()
    await withLock(path, { wait: false }, async () => {
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() })
    })
    await rm(path, { force: true })
  })
})

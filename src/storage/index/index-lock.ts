import { mkdir, open, readFile, rm, rmdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { IndexError } from '../../errors.ts'
import { codeOf } from '../file-errors.ts'
import { writing } from './durable-files.ts'
import { startHeartbeat } from './heartbeat.ts'
import { isRunning, ownIdentity } from './process-identity.ts'
import { Stillness } from './stillness.ts'

/** How long to wait between two looks at a lock that somebody else holds. */
const LOOK_EVERY_MILLISECONDS = 100
/** The holder touches its lock this often, so that other machines see that it lives. */
const TOUCH_EVERY_MILLISECONDS = 10_000
/** A lock of another machine that was not touched for so long is taken for left behind. */
const LEFT_BEHIND_MILLISECONDS = 2 * 60_000
/** Taking over a stale lock takes microseconds; if it takes longer, the process doing so has died. */
const TAKEOVER_MILLISECONDS = 10_000

const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  started: z.string().optional(),
  /** When it took the lock (ISO 8601). */
  since: z.string(),
})

type Holder = z.infer<typeof holderSchema>

export interface LockOptions {
  /** Wait while somebody else builds; otherwise that is an error. */
  readonly wait: boolean
  /** Called once with a description of the current holder. */
  readonly onWait?: ((who: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Does something while no other process holds the lock. The lock of a process that died is taken over.
 *
 * @throws IndexError `locked` where somebody else holds it and `wait` is false; `unwritable` where it cannot be made
 */
export async function withLock<T>(path: string, options: LockOptions, action: () => Promise<T>): Promise<T> {
  await acquire(path, options)
  const endHeartbeat = startHeartbeat(path, TOUCH_EVERY_MILLISECONDS)
  try {
    return await action()
  } finally {
    await endHeartbeat()
    await rm(path, { force: true }).catch(() => undefined)
  }
}

async function acquire(path: string, { wait, onWait, signal }: LockOptions): Promise<void> {
  await writing(path, () => mkdir(dirname(path), { recursive: true }))
  const stillness = new Stillness()
  for (let told = false; ; ) {
    signal?.throwIfAborted()
    if (await create(path)) return
    const holder = await readHolder(path)
    if (holder === 'gone') continue
    if (await isLeftBehind(path, holder, stillness)) {
      await takeOver(path, stillness)
      continue
    }
    const who = describe(holder)
    if (!wait) {
      throw new IndexError('locked', `The index is being built by ${who}; try again when it is done`, {
        fields: { path },
      })
    }
    if (!told) onWait?.(who)
    told = true
    // An interrupted wait ends with the reason for it, above.
    await sleep(LOOK_EVERY_MILLISECONDS, undefined, signal ? { signal } : {}).catch(() => undefined)
  }
}

function describe(holder: Holder | 'unknown'): string {
  if (holder === 'unknown') return 'another process'
  const { pid, host, since } = holder
  const patience =
    host === hostname()
      ? ''
      : ` (taken over ${LEFT_BEHIND_MILLISECONDS / 60_000} minutes after its last sign of life)`
  return `process ${pid} on ${host}, since ${since}${patience}`
}

/** @returns whether there was no lock */
async function create(path: string): Promise<boolean> {
  const holder: Holder = { ...(await ownIdentity()), since: new Date().toISOString() }
  return writing(path, async () => {
    try {
      const file = await open(path, 'wx')
      try {
        await file.writeFile(JSON.stringify(holder))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  })
}

async function readHolder(path: string): Promise<Holder | 'unknown' | 'gone'> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    // It is empty while it is being written, or because its writer died.
    return codeOf(error) === 'ENOENT' ? 'gone' : 'unknown'
  }
}

async function isLeftBehind(
  path: string,
  holder: Holder | 'unknown',
  stillness: Stillness,
): Promise<boolean> {
  const running = holder === 'unknown' ? undefined : await isRunning(holder)
  if (running !== undefined) return !running
  const patience = holder === 'unknown' ? TAKEOVER_MILLISECONDS : LEFT_BEHIND_MILLISECONDS
  return (await stillness.of(path)) > patience
}

/** Removes a dead lock. Only one process at a time may, or the second would remove the lock that the first one makes. */
async function takeOver(path: string, stillness: Stillness): Promise<void> {
  const turn = `${path}.takeover`
  try {
    await mkdir(turn)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if ((await stillness.of(turn)) > TAKEOVER_MILLISECONDS) await rmdir(turn).catch(() => undefined)
    await sleep(LOOK_EVERY_MILLISECONDS)
    return
  }
  try {
    const holder = await readHolder(path)
    if (holder !== 'gone' && (await isLeftBehind(path, holder, stillness))) await rm(path, { force: true })
  } finally {
    await rmdir(turn).catch(() => undefined)
  }
}

import { realpath, stat } from 'node:fs/promises'
import { type FSWatcher, watch } from 'chokidar'

/** How long nothing must have happened before a save is taken for done: editors write, rename and remove in a burst. */
const QUIET_MILLISECONDS = 150

/** How often the folder itself is looked at: a system tells what happens in a folder, not that another took its place. */
const LOOK_EVERY_MILLISECONDS = 500

export interface CorpusWatch {
  close(): Promise<void>
}

/**
 * Calls `onChange` after files below a folder were added, changed or removed, or the folder itself was replaced. It is not
 * called again before it is done; what happens meanwhile leads to one more call. Temporary files of editors lead to a
 * call too: whether anything is new is for the caller to find out by reading the folder. A folder that cannot be watched
 * is watched as soon as it can; reading the corpus says what is wrong with it.
 *
 * @returns when it watches; nothing that happens afterwards is missed
 */
export async function watchCorpus(directory: string, onChange: () => Promise<void>): Promise<CorpusWatch> {
  const burst = new Burst(onChange)
  let watched = await identityOf(directory)
  let watcher = await startWatcher(directory, () => burst.happened())
  let isLooking = false
  const look = setInterval(async () => {
    if (isLooking) return
    isLooking = true
    const now = await identityOf(directory)
    if (now !== watched && !burst.isClosed) {
      watched = now
      await watcher.close()
      if (!burst.isClosed) watcher = await startWatcher(directory, () => burst.happened())
      burst.happened()
    }
    isLooking = false
  }, LOOK_EVERY_MILLISECONDS)
  return {
    async close() {
      clearInterval(look)
      const done = burst.close()
      await watcher.close()
      await done
    },
  }
}

/** Calls once for what happens in a row, and not again before that is done. */
class Burst {
  isClosed = false
  private readonly onChange: () => Promise<void>
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined

  constructor(onChange: () => Promise<void>) {
    this.onChange = onChange
  }

  happened(): void {
    if (this.isClosed) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      // Still busy with the last one: look again when it is quiet.
      if (this.running) return this.happened()
      this.running = this.onChange().finally(() => {
        this.running = undefined
      })
    }, QUIET_MILLISECONDS)
  }

  /** @returns when what runs is done */
  async close(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.timer)
    await this.running
  }
}

/** @returns when it watches, or has found that it cannot yet */
async function startWatcher(directory: string, onEvent: () => void): Promise<FSWatcher> {
  const watcher = watch(directory, {
    ignoreInitial: true,
    ignored: (path) => /[/\\]\.[^/\\.]/.test(path.slice(directory.length)),
  })
  watcher.on('all', onEvent)
  // A folder that may not be read is a problem of the corpus, not of the watch.
  watcher.on('error', () => {})
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return watcher
}

/** Tells a folder from another in its place, also behind a link; nothing while there is none. */
async function identityOf(directory: string): Promise<string | undefined> {
  try {
    const { dev, ino, birthtimeMs } = await stat(directory)
    return [await realpath(directory), dev, ino, birthtimeMs].join(' ')
  } catch {
    return undefined
  }
}

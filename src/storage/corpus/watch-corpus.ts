import { watch } from 'chokidar'

/** How long nothing must have happened before a save is taken for done: editors write, rename and remove in a burst. */
const QUIET_MS = 150

export interface CorpusWatch {
  close(): Promise<void>
}

/**
 * Calls `onChange` after files below a folder were added, changed or removed. It is not called again before it is done;
 * what happens meanwhile leads to one more call. Temporary files of editors lead to a call too: whether anything is new
 * is for the caller to find out by reading the folder.
 *
 * @returns when it watches; nothing that happens afterwards is missed
 */
export async function watchCorpus(directory: string, onChange: () => Promise<void>): Promise<CorpusWatch> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let closed = false

  const schedule = () => {
    if (closed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      // Still busy with the last one: look again when it is quiet.
      if (running) return schedule()
      running = onChange().finally(() => {
        running = undefined
      })
    }, QUIET_MS)
  }

  const watcher = watch(directory, {
    ignoreInitial: true,
    ignored: (path) => /[/\\]\.[^/\\.]/.test(path.slice(directory.length)),
  })
  watcher.on('all', schedule)
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve)
    watcher.once('error', reject)
  })
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await watcher.close()
      await running
    },
  }
}

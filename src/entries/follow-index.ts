import { unwatchFile, watchFile } from 'node:fs'
import type { OpenIndex } from '../index/open.ts'
import type { Log } from '../log.ts'
import { IndexFolder } from '../storage/index-folder.ts'
import { readCurrentGeneration, withGraph } from '../storage/read-generation.ts'
import type { ServedIndex } from './open-served-index.ts'

/** Looked at rather than watched: this works on every file system, and costs one `stat`. */
const INTERVAL_MILLISECONDS = 500

/**
 * Hands over every generation that replaces the served one, whichever process built it or rolled back to it. One that
 * cannot be opened is logged and passed over: what is served stays.
 *
 * @returns stops following
 */
export function followIndex(
  indexDirectory: string,
  served: ServedIndex,
  log: Log,
  onReplaced: (index: OpenIndex) => void,
): () => void {
  const indexFolder = new IndexFolder(indexDirectory)
  let { folder } = served
  let latest = Promise.resolve()

  async function openNewer(): Promise<void> {
    const stored = await readCurrentGeneration(indexFolder)
    if (stored.pointer.folder === folder) return
    const index = await withGraph(stored, (notice) => log.warn({}, notice))
    onReplaced(index)
    folder = stored.pointer.folder
    log.info({ generation: index.header.generation }, 'index replaced')
  }

  function look(): void {
    latest = latest.then(openNewer).catch((err) => log.error({ err }, 'the new index cannot be opened'))
  }
  watchFile(indexFolder.pointerPath, { interval: INTERVAL_MILLISECONDS, persistent: false }, look)
  return () => unwatchFile(indexFolder.pointerPath, look)
}

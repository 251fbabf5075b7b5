import { unwatchFile, watchFile } from 'node:fs'
import { incompatibility, type RecipeFingerprints } from '../../index/format/manifest.ts'
import { IndexFolder } from './index-folder.ts'
import { readCurrentGeneration, type StoredGeneration } from './read-generation.ts'

/** Looked at rather than watched: this works on every file system, and costs one `stat`. */
const LOOK_EVERY_MILLISECONDS = 200

export interface IndexWatchOptions {
  readonly indexDirectory: string
  /** What made the served index; one that another recipe made cannot be searched and is passed over. */
  readonly recipe: RecipeFingerprints
  /** Folder of the generation that is served now. */
  readonly served: string
  /** Called with every generation that replaces the served one, its files checked; the next one waits for it. */
  readonly onIndex: (generation: StoredGeneration) => void | Promise<void>
  /** Called with the reason why a new generation was passed over; what is served stays. */
  readonly onError: (error: unknown) => void
}

export interface IndexWatch {
  /** Looks now; resolves when what is new has been handed over. Never rejects: it calls `onError`. */
  look(): Promise<void>
  /**
   * Looks now, for someone who has to know that what is new is served: resolves when it has been handed over.
   *
   * @throws IndexError and whatever else keeps it from being opened, instead of telling `onError`
   */
  take(): Promise<void>
  close(): void
}

/** Follows an index folder: whichever process builds a new generation, or rolls back to an old one, it is handed over. */
export function watchIndex(options: IndexWatchOptions): IndexWatch {
  const { indexDirectory, recipe, onIndex, onError } = options
  const indexFolder = new IndexFolder(indexDirectory)
  let { served } = options
  let closed = false
  let latest: Promise<unknown> = Promise.resolve()

  async function openNewer(): Promise<void> {
    if (closed || (await indexFolder.pointer())?.folder === served) return
    const generation = await readCurrentGeneration(indexFolder)
    const fault = incompatibility(generation.manifest, recipe)
    if (fault) throw fault
    if (closed) return
    await onIndex(generation)
    served = generation.pointer.folder
  }

  // One look after the other: generations are handed over in the order in which they came.
  const take = () => {
    const taken = latest.then(openNewer)
    latest = taken.catch(() => undefined)
    return taken
  }
  const look = () => take().catch(onError)
  watchFile(indexFolder.pointerPath, { interval: LOOK_EVERY_MILLISECONDS, persistent: false }, look)
  // What was replaced between opening the index and watching it.
  void look()
  return {
    look,
    take,
    close() {
      closed = true
      unwatchFile(indexFolder.pointerPath, look)
    },
  }
}

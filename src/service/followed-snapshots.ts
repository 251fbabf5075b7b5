import { openSnapshot, type SnapshotOptions } from '../answer/open-snapshot.ts'
import type { IndexSnapshot } from '../domain.ts'
import type { Log } from '../log.ts'
import { watchIndex } from '../storage/index/watch-index.ts'
import type { ServedIndex } from './open-served-index.ts'

export interface FollowedSnapshots {
  /** The newest snapshot; a question keeps the one that it began with. */
  current(): IndexSnapshot
  /** Looks at once whether there is a newer one. */
  readonly look: () => void
  /**
   * Resolves when whatever was built before this call is current.
   * @throws IndexError and whatever else keeps it from being opened
   */
  readonly take: () => Promise<void>
  readonly close: () => void
}

/**
 * Serves an opened index, and every one that is built after it, until it is closed.
 *
 * @param onEmbedded see {@link SnapshotOptions.onEmbedded}
 */
export function followSnapshots(
  served: ServedIndex,
  indexDirectory: string,
  log: Log,
  onEmbedded?: SnapshotOptions['onEmbedded'],
): FollowedSnapshots {
  const { recipe, embeddings } = served.embedder
  let snapshot = openSnapshot(served.index, { embeddings, log, onEmbedded })
  const { look, take, close } = watchIndex({
    indexDirectory,
    recipe,
    served: served.folder,
    onIndex: (index) => {
      snapshot = openSnapshot(index, { embeddings, log, onEmbedded })
      log.info({ generation: snapshot.id }, 'index replaced')
    },
    onError: (err) => log.error({ err }, 'the new index cannot be opened'),
  })
  return { current: () => snapshot, look, take, close }
}

import type { Configuration } from '../configuration/configuration.ts'
import { orAborted } from '../embeddings/or-aborted.ts'
import { ReindexJobs } from '../http/reindex-jobs.ts'
import { runIndexCommand } from '../indexing/run-index-command.ts'
import type { Log } from '../log.ts'
import type { FollowedSnapshots } from './followed-snapshots.ts'

export interface ReindexingOptions {
  readonly configuration: Pick<Configuration, 'CORPUS_DIR' | 'INDEX_DIR' | 'REINDEX_MINUTES'>
  readonly followed: Pick<FollowedSnapshots, 'take' | 'current'>
  readonly log: Log
  /** Arguments for Node that run `npm run index`: its file, and what has to stand before it. */
  readonly command: readonly string[]
}

/** Rebuilds on request. A job is done once what it built answers the next question. */
export function reindexJobs({ configuration, followed, log, command }: ReindexingOptions): ReindexJobs {
  const { CORPUS_DIR, INDEX_DIR, REINDEX_MINUTES } = configuration
  const folders = { corpusDirectory: CORPUS_DIR, indexDirectory: INDEX_DIR }
  return new ReindexJobs(
    async (signal) => {
      const { summary, leftOut } = await runIndexCommand({ command, ...folders, signal })
      await orAborted(followed.take(), signal)
      return { summary, leftOut: leftOut.map(({ message }) => message), generation: followed.current().id }
    },
    { log, limitMinutes: REINDEX_MINUTES },
  )
}

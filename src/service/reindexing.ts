import type { Configuration } from '../configuration/configuration.ts'
import { ReindexJobs } from '../http/reindex-jobs.ts'
import { runIndexCommand } from '../indexing/run-index-command.ts'
import type { Log } from '../log.ts'
import type { FollowedSnapshots } from './followed-snapshots.ts'

/** Rebuilds on request. A job is done once what it built answers the next question. */
export function reindexJobs(
  { CORPUS_DIR, INDEX_DIR }: Pick<Configuration, 'CORPUS_DIR' | 'INDEX_DIR'>,
  followed: Pick<FollowedSnapshots, 'take' | 'current'>,
  log: Log,
): ReindexJobs {
  return new ReindexJobs(async (signal) => {
    const done = await runIndexCommand({ corpusDirectory: CORPUS_DIR, indexDirectory: INDEX_DIR, signal })
    await followed.take()
    return { ...done, generation: followed.current().id }
  }, log)
}

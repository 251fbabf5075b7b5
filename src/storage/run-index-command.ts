import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { IndexError } from '../errors.ts'
import { ReindexJobs } from '../index/reindex-jobs.ts'

const COMMAND = fileURLToPath(new URL('../../scripts/build-index.ts', import.meta.url))

export interface IndexCommandOptions {
  readonly corpusDirectory: string
  readonly indexDirectory: string
  /** Ends the command; what is served stays. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs `npm run index` in a process of its own, so that a server goes on answering at full speed while it builds.
 *
 * @returns the line in which the command says what it did
 * @throws IndexError with the command's own words where it fails
 */
export function runIndexCommand({
  corpusDirectory,
  indexDirectory,
  signal,
}: IndexCommandOptions): Promise<string> {
  const args = ['--import', 'tsx', COMMAND, '--corpus', corpusDirectory, '--index', indexDirectory]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { signal }, (error, stdout, stderr) => {
      if (!error) return resolve(lastLine(stdout))
      const why = lastLine(stderr) || error.message
      reject(new IndexError('unwritable', `The index could not be rebuilt: ${why}`, { cause: error }))
    })
  })
}

/** Rebuilds on request, each in a process of its own. A server takes what they build by watching the index. */
export function reindexJobs(options: IndexCommandOptions): ReindexJobs {
  return new ReindexJobs(() => runIndexCommand(options))
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

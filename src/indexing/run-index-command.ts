import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { IndexError } from '../errors.ts'
import type { Rebuilt } from '../http/reindex-jobs.ts'
import { LEFT_OUT } from './describe-rebuild.ts'

const COMMAND = fileURLToPath(new URL('../entries/index.ts', import.meta.url))

/** How long the command may take to end by itself. Killed at any moment, it leaves what is served in place. */
const STOP_GRACE_MILLISECONDS = 5000

export interface IndexCommandOptions {
  readonly corpusDirectory: string
  readonly indexDirectory: string
  /** Ends the command; what is served stays. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs `npm run index` in a process of its own, so that a server goes on answering at full speed while it builds.
 * Settles when that process has ended, stopped or not.
 *
 * @returns what the command says it did
 * @throws IndexError with the command's own words where it fails
 */
export function runIndexCommand({
  corpusDirectory,
  indexDirectory,
  signal,
}: IndexCommandOptions): Promise<Omit<Rebuilt, 'generation'>> {
  const loader = import.meta.resolve('tsx')
  const args = ['--import', loader, COMMAND, '--corpus', corpusDirectory, '--index', indexDirectory]
  return new Promise((resolve, reject) => {
    // A corpus with many files that cannot be used has much to say.
    const options = { maxBuffer: Number.POSITIVE_INFINITY }
    const command = execFile(process.execPath, args, options, (error, stdout, stderr) => {
      signal?.removeEventListener('abort', stop)
      if (!error) return resolve({ summary: linesOf(stdout).at(-1) ?? '', leftOut: leftOutOf(stderr) })
      const why = signal?.aborted ? 'It was stopped' : complaintOf(stderr) || error.message
      reject(new IndexError('unwritable', `The index could not be rebuilt: ${why}`, { cause: error }))
    })
    // Not execFile's own signal, which rejects before the process has put down its lock and is gone.
    const stop = () => {
      command.kill()
      setTimeout(() => command.kill('SIGKILL'), STOP_GRACE_MILLISECONDS).unref()
    }
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
  })
}

function leftOutOf(stderr: string): string[] {
  return linesOf(stderr).flatMap((line) => (line.startsWith(LEFT_OUT) ? [line.slice(LEFT_OUT.length)] : []))
}

/** Why the command failed, without its progress, and without the stack of an error that nobody foresaw. */
function complaintOf(stderr: string): string {
  const [beforeStack = ''] = stderr.split(/\n +at /, 1)
  return linesOf(beforeStack)
    .filter((line) => !line.startsWith(LEFT_OUT) && !line.startsWith('Index: '))
    .join('\n')
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

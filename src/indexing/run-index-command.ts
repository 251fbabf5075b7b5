import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { IndexError } from '../errors.ts'
import { linesOf } from '../storage/lines.ts'
import { type IndexReport, parseIndexEvent } from './index-events.ts'

/** How long the command may take to end by itself. Killed at any moment, it leaves what is served in place. */
const STOP_GRACE_MILLISECONDS = 5000

/** Characters of standard error that are kept, for a process that dies without a word of its own. */
const MOST_COMPLAINT = 4000

export interface IndexCommandOptions {
  /** Arguments for Node that run `npm run index`: its file, and what has to stand before it. */
  readonly command: readonly string[]
  readonly corpusDirectory: string
  readonly indexDirectory: string
  /** Ends the command; what is served stays. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs `npm run index` in a process of its own, so that a server goes on answering at full speed while it builds.
 * Settles when that process has ended, stopped or not.
 *
 * @returns what the command reports
 * @throws IndexError with the command's own words where it fails
 */
export async function runIndexCommand(options: IndexCommandOptions): Promise<IndexReport> {
  const { command, corpusDirectory, indexDirectory, signal } = options
  const args = [...command, '--json', '--corpus', corpusDirectory, '--index', indexDirectory]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close') as Promise<[code: number | null, killedBy: NodeJS.Signals | null]>

  let report: IndexReport | undefined
  let failure: string | undefined
  const listened = (async () => {
    for await (const line of linesOf(child.stdout)) {
      const event = parseIndexEvent(line)
      if (event?.event === 'report') report = event
      if (event?.event === 'failed') failure = event.message
    }
  })()
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, MOST_COMPLAINT)
  })

  let killing: NodeJS.Timeout | undefined
  const stop = () => {
    child.kill()
    killing = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MILLISECONDS)
  }
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  try {
    const [[code, killedBy]] = await Promise.all([ended, listened])
    if (code === 0 && report) return report
    const why = signal?.aborted ? 'It was stopped' : (failure ?? describeEnd(code, killedBy, complaint))
    throw new IndexError('unwritable', `The index could not be rebuilt: ${why}`, {
      fields: { code, killedBy, complaint },
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    clearTimeout(killing)
  }
}

/** Why a process ended that did not say so itself. */
function describeEnd(code: number | null, killedBy: NodeJS.Signals | null, complaint: string): string {
  if (/heap out of memory|bad_alloc/.test(complaint)) return 'The process ran out of memory'
  if (killedBy === 'SIGKILL') return 'The process was killed, perhaps because memory ran out'
  // Without the stack of an error that nobody foresaw.
  const [beforeStack = ''] = complaint.split(/\n +at /, 1)
  return beforeStack.trim() || `The process ended with ${killedBy ?? `the code ${code}`}`
}

import { Worker } from 'node:worker_threads'

/** Plain JavaScript, so that the thread starts without the loaders of this process. */
const SCRIPT = `
const { utimesSync } = require('node:fs')
const { workerData: { path, everyMilliseconds } } = require('node:worker_threads')
setInterval(() => {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // Other processes will find it old.
  }
}, everyMilliseconds)
`

/**
 * Touches a file again and again as a sign of life, from a thread of its own: a build computes for minutes without a
 * pause.
 *
 * @returns what ends it; resolves when the file will not be touched any more
 */
export function startHeartbeat(path: string, everyMilliseconds: number): () => Promise<void> {
  const worker = new Worker(SCRIPT, { eval: true, execArgv: [], workerData: { path, everyMilliseconds } })
  worker.unref()
  // Without a sign of life another machine may take the lock over; the build itself goes on.
  worker.on('error', () => {})
  return async () => {
    await worker.terminate()
  }
}

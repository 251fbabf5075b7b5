import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * Runs a measurement in a process of its own, so that one does not find memory or caches that another filled.
 *
 * @param script prints its figures as one line of JSON
 */
export async function runMeasurement<Figures>(script: string, ...args: readonly string[]): Promise<Figures> {
  const node = ['--max-old-space-size=16000', '--import', 'tsx', script, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, node, { maxBuffer: 2 ** 24 })
  return JSON.parse(stdout)
}

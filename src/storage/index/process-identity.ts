import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { codeOf } from '../file-errors.ts'

/** Names a running process, also after another one has got its number. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** When the process began, in the system's own units; unknown where the system does not tell. */
  readonly started?: string | undefined
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, host: hostname(), started: await startOf(process.pid) }
}

/** Whether the process still runs; unknown for one of another machine. */
export async function isRunning({ pid, host, started }: ProcessIdentity): Promise<boolean | undefined> {
  if (host !== hostname()) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It runs, but belongs to somebody else.
    if (codeOf(error) !== 'EPERM') return false
  }
  return started === undefined || started === ((await startOf(pid)) ?? started)
}

/** Linux tells it in ticks since the machine started (proc(5), field 22 of stat). */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

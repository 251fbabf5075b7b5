import { readFileSync } from 'node:fs'

const MILLISECONDS_A_TICK = 10

/**
 * What a process that runs, or has just ended, has worked in all its threads, in milliseconds (proc_pid_stat(5)); known
 * on Linux alone.
 */
export function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Behind the name, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK
  } catch {
    return undefined
  }
}

/** Memory of a process that lies in RAM, in megabytes; known on Linux alone. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
  } catch {
    return undefined
  }
}

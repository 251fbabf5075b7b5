import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** The machine that figures were measured on, in a line. */
export function describeEnvironment(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]?.toFixed(1)
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} × ${cpus()[0]?.model ?? '?'}, ${memory} GiB, load ${load}`
}

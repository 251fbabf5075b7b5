export interface Percentiles {
  readonly p50: number
  readonly p99: number
  /** The same in processor time, which others on the machine do not lengthen as much. */
  readonly processorP50: number
  readonly processorP99: number
}

/** Milliseconds that an action takes for each of the inputs, one after the other. */
export async function timed<T>(
  inputs: readonly T[],
  action: (input: T) => Promise<unknown>,
): Promise<Percentiles> {
  const times: number[] = []
  const processorTimes: number[] = []
  for (const input of inputs) {
    const start = performance.now()
    const before = process.cpuUsage()
    await action(input)
    const { user, system } = process.cpuUsage(before)
    times.push(performance.now() - start)
    processorTimes.push((user + system) / 1000)
  }
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    processorP50: percentile(processorTimes, 0.5),
    processorP99: percentile(processorTimes, 0.99),
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0
}

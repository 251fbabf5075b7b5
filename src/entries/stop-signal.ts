/** Ctrl-C comes twice within a moment: from the terminal and from npm. */
const SAME_MILLISECONDS = 500

/** What a shell reports for a process that a signal has ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** Resolves with the first signal to stop that this process gets. A further one, a moment later, ends it at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (first !== undefined && performance.now() - first > SAME_MILLISECONDS)
          process.exit(EXIT_CODES[signal])
        first ??= performance.now()
        resolve(signal)
      })
    }
  })
}

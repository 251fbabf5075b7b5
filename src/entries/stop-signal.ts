/** Resolves with the first signal to stop that this process gets. Ctrl-C may come twice: from the terminal and from npm. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve)
  })
}

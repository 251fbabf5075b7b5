import { unstable_startWorker } from 'wrangler'
import { WORKER_ENVIRONMENT } from './worker-environment.ts'

export type RunningWorker = Awaited<ReturnType<typeof unstable_startWorker>>

/** Runs a Worker in workerd on a free port, off the network, and resolves when it answers. */
export async function startWorker(
  options: Omit<Parameters<typeof unstable_startWorker>[0], 'dev' | 'sendMetrics'>,
): Promise<RunningWorker> {
  Object.assign(process.env, WORKER_ENVIRONMENT)
  const worker = await unstable_startWorker({
    ...options,
    sendMetrics: false,
    dev: {
      server: { hostname: '127.0.0.1', port: 0 },
      inspector: false,
      persist: false,
      watch: false,
      logLevel: 'error',
    },
  })
  await worker.ready
  return worker
}

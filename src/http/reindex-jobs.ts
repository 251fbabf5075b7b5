import { type Log, silentLog } from '../log.ts'

/** What came of a rebuild. */
export interface Rebuilt {
  /** What was done, in one line. */
  readonly summary: string
  /** Name of the snapshot that questions are answered from by now. */
  readonly generation: string
  /** Files of the corpus that could not be used, each with the reason. */
  readonly leftOut: readonly string[]
}

/** A rebuild that somebody asked for. */
export interface ReindexJob extends Partial<Rebuilt> {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  /** ISO 8601. */
  readonly startedAt: string
  readonly finishedAt?: string
  /** Why it failed, for the person who asked. */
  readonly error?: string
}

/** Finished jobs that can still be asked about. */
const MOST_REMEMBERED = 50

/** Rebuilds the index on request, one rebuild at a time, and remembers how each went. */
export class ReindexJobs {
  private readonly rebuild: (signal: AbortSignal) => Promise<Rebuilt>
  private readonly log: Log
  private readonly jobs = new Map<string, ReindexJob>()
  private readonly stopping = new AbortController()
  private running: { readonly job: ReindexJob; readonly ended: Promise<void> } | undefined

  /**
   * @param rebuild brings the index up to date and resolves when it is served; its error's message is for who asked.
   *   Ends early, with any error, once the signal says so
   */
  constructor(rebuild: (signal: AbortSignal) => Promise<Rebuilt>, log: Log = silentLog) {
    this.rebuild = rebuild
    this.log = log
  }

  /**
   * Starts a rebuild. While one runs, another is not started: the running one is returned instead. It may have read
   * the corpus before the edit that this call is about.
   *
   * @returns `started` false where a rebuild was running already
   */
  start(): { readonly job: ReindexJob; readonly started: boolean } {
    if (this.running) return { job: this.running.job, started: false }
    const job: ReindexJob = { id: crypto.randomUUID(), state: 'running', startedAt: new Date().toISOString() }
    this.remember(job)
    this.running = { job, ended: this.run(job) }
    return { job, started: true }
  }

  find(id: string): ReindexJob | undefined {
    return this.jobs.get(id)
  }

  /** Ends the rebuild that runs, if any does, and resolves when it has ended. */
  async close(): Promise<void> {
    this.stopping.abort()
    await this.running?.ended
  }

  private async run(job: ReindexJob): Promise<void> {
    const end = await this.rebuild(this.stopping.signal).then(
      (rebuilt) => {
        this.log.info({ job: job.id, ...rebuilt }, 'reindex done')
        return { state: 'done', ...rebuilt } as const
      },
      (error) => {
        this.log.error({ job: job.id, err: error }, 'reindex failed')
        return { state: 'failed', error: error instanceof Error ? error.message : String(error) } as const
      },
    )
    this.running = undefined
    this.remember({ ...job, ...end, finishedAt: new Date().toISOString() })
  }

  private remember(job: ReindexJob): void {
    this.jobs.set(job.id, job)
    const [oldest] = this.jobs.keys()
    if (this.jobs.size > MOST_REMEMBERED && oldest !== undefined) this.jobs.delete(oldest)
  }
}

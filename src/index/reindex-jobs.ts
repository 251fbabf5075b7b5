/** A rebuild that somebody asked for. */
export interface ReindexJob {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  /** ISO 8601. */
  readonly startedAt: string
  readonly finishedAt?: string
  /** What was done, in one line. */
  readonly summary?: string
  /** Why it failed, for the person who asked. */
  readonly error?: string
}

/** Finished jobs that can still be asked about. */
const MOST_REMEMBERED = 50

/** Rebuilds the index on request, one rebuild at a time, and remembers how each went. */
export class ReindexJobs {
  private readonly run: () => Promise<string>
  private readonly jobs = new Map<string, ReindexJob>()
  private running: ReindexJob | undefined

  /** @param run rebuilds the index and says in one line what was done; its error's message is for who asked */
  constructor(run: () => Promise<string>) {
    this.run = run
  }

  /**
   * Starts a rebuild. While one runs, another is not started: the running one is returned instead.
   *
   * @returns `started` false where a rebuild was running already
   */
  start(): { readonly job: ReindexJob; readonly started: boolean } {
    if (this.running) return { job: this.running, started: false }
    const job: ReindexJob = { id: crypto.randomUUID(), state: 'running', startedAt: new Date().toISOString() }
    this.running = job
    this.remember(job)
    const finish = (end: Pick<ReindexJob, 'state' | 'summary' | 'error'>) => {
      this.running = undefined
      this.remember({ ...job, ...end, finishedAt: new Date().toISOString() })
    }
    this.run().then(
      (summary) => finish({ state: 'done', summary }),
      (error) => finish({ state: 'failed', error: error instanceof Error ? error.message : String(error) }),
    )
    return { job, started: true }
  }

  find(id: string): ReindexJob | undefined {
    return this.jobs.get(id)
  }

  private remember(job: ReindexJob): void {
    this.jobs.set(job.id, job)
    const [oldest] = this.jobs.keys()
    if (this.jobs.size > MOST_REMEMBERED && oldest !== undefined) this.jobs.delete(oldest)
  }
}

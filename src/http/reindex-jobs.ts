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
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** ISO 8601. */
  readonly startedAt: string
  readonly finishedAt?: string
  /** Why it failed, for the person who asked. */
  readonly error?: string
}

/** Finished jobs that can still be asked about. */
const MOST_REMEMBERED = 50

export interface ReindexOptions {
  readonly log?: Log
  /**
   * How long a rebuild may take before it is given up.
   * @default no limit
   */
  readonly limitMinutes?: number
}

/** Why a rebuild is ended from outside. */
type Ending = 'cancelled' | 'too long' | 'stopping'

interface RunningJob {
  readonly job: ReindexJob
  readonly end: (why: Ending) => void
  /** Resolves once it has ended, however it did. */
  readonly ended: Promise<void>
}

/** Rebuilds the index on request, one rebuild at a time, and remembers how each went. */
export class ReindexJobs {
  private readonly rebuild: (signal: AbortSignal) => Promise<Rebuilt>
  private readonly log: Log
  private readonly limitMinutes: number | undefined
  private readonly jobs = new Map<string, ReindexJob>()
  private running: RunningJob | undefined

  /**
   * @param rebuild brings the index up to date and resolves when it is served; its error's message is for the caller.
   *   Ends early, with any error, once the signal is aborted
   */
  constructor(
    rebuild: (signal: AbortSignal) => Promise<Rebuilt>,
    { log = silentLog, limitMinutes }: ReindexOptions = {},
  ) {
    this.rebuild = rebuild
    this.log = log
    this.limitMinutes = limitMinutes
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
    this.running = this.run(job)
    return { job, started: true }
  }

  /** Rebuilds, after the rebuild that runs if one does, and resolves with how it ended. */
  async startAndWait(): Promise<ReindexJob> {
    // The running one may have read the corpus before the edit that this call is about.
    await this.running?.ended
    const { job } = this.start()
    await this.running?.ended
    return this.jobs.get(job.id) ?? job
  }

  find(id: string): ReindexJob | undefined {
    return this.jobs.get(id)
  }

  /**
   * Ends a rebuild that runs; one that has ended already stays as it is.
   *
   * @returns the job once it has ended; nothing for an unknown id
   */
  async cancel(id: string): Promise<ReindexJob | undefined> {
    if (this.running?.job.id === id) await this.end('cancelled')
    return this.jobs.get(id)
  }

  /** Ends the rebuild that runs, if any does, and resolves when it has ended. */
  async close(): Promise<void> {
    await this.end('stopping')
  }

  private async end(why: Ending): Promise<void> {
    this.running?.end(why)
    await this.running?.ended
  }

  private run(job: ReindexJob): RunningJob {
    const stopping = new AbortController()
    let ending: Ending | undefined
    const end = (why: Ending) => {
      ending ??= why
      stopping.abort()
    }
    const { limitMinutes } = this
    const limit =
      limitMinutes === undefined ? undefined : setTimeout(() => end('too long'), limitMinutes * 60_000)
    const ended = this.rebuild(stopping.signal).then(
      (rebuilt) => {
        this.log.info({ job: job.id, ...rebuilt }, 'Reindex done')
        this.finish(job, { state: 'done', ...rebuilt })
      },
      (err) => {
        const state = ending === 'cancelled' ? 'cancelled' : 'failed'
        this.log.error({ job: job.id, err, ending }, `Reindex ${state}`)
        this.finish(job, { state, error: this.describe(err, ending) })
      },
    )
    return { job, end, ended: ended.finally(() => clearTimeout(limit)) }
  }

  private describe(error: unknown, ending: Ending | undefined): string {
    if (ending === 'cancelled') return 'It was cancelled; what was served before stays'
    if (ending === 'too long')
      return `It was given up after ${this.limitMinutes} minutes; what was served before stays`
    return error instanceof Error ? error.message : String(error)
  }

  private finish(job: ReindexJob, end: Partial<ReindexJob>): void {
    this.running = undefined
    this.remember({ ...job, ...end, finishedAt: new Date().toISOString() })
  }

  private remember(job: ReindexJob): void {
    this.jobs.set(job.id, job)
    const [oldest] = this.jobs.keys()
    if (this.jobs.size > MOST_REMEMBERED && oldest !== undefined) this.jobs.delete(oldest)
  }
}

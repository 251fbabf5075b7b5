import PQueue from 'p-queue'

/** Whether another question can be taken on. */
export type Admission = 'open' | 'full' | 'leaving'

export interface WorkloadOptions {
  /** How many questions may be under way, waiting ones included. */
  readonly capacity: number
  /** How many are answered at the same time. With a chat model most of the time is waiting, so a few. */
  readonly concurrency: number
}

/**
 * Everything the bot has promised to answer and not answered yet. Bounded, so that a flood is turned away with a notice
 * rather than answered when nobody waits any more; and waited for before the process leaves.
 */
export class Workload {
  private readonly underWay = new Set<Promise<void>>()
  private readonly queue: PQueue
  private readonly capacity: number
  private leaving = false

  constructor({ capacity, concurrency }: WorkloadOptions) {
    this.capacity = capacity
    this.queue = new PQueue({ concurrency })
  }

  get admission(): Admission {
    if (this.leaving) return 'leaving'
    return this.underWay.size < this.capacity ? 'open' : 'full'
  }

  /** Counts a task until it has settled. Its errors are its own to report. */
  track(task: Promise<void>): void {
    const settled = task.then(
      () => {},
      () => {},
    )
    this.underWay.add(settled)
    settled.then(() => this.underWay.delete(settled))
  }

  /**
   * Runs a job when its turn comes. Answering is pure computation of some milliseconds, so the event loop is let go
   * before each job: what Discord must hear within three seconds is sent in between.
   */
  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    return this.queue.add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0))
      return job()
    })
  }

  /**
   * From now on nothing is admitted; resolves when all that was promised is done.
   * @param graceMilliseconds how long that may take
   * @returns whether it was done in time
   */
  async drain(graceMilliseconds: number): Promise<boolean> {
    this.leaving = true
    let deadline: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<boolean>((resolve) => {
      deadline = setTimeout(() => resolve(false), graceMilliseconds)
    })
    const inTime = await Promise.race([this.settled(), late])
    clearTimeout(deadline)
    return inTime
  }

  private async settled(): Promise<boolean> {
    while (this.underWay.size > 0) await Promise.all(this.underWay)
    return true
  }
}

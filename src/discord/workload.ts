import PQueue from 'p-queue'
import { pause } from '../pause.ts'

/** Whether another question can be taken on. */
export type Admission = 'open' | 'full' | 'leaving'

export interface WorkloadOptions {
  /** How many questions may be under way, waiting ones included. */
  readonly capacity: number
  /** How many are answered at the same time. With a chat model most of the time is waiting, so a few. */
  readonly concurrency: number
}

/** How long answers wait for acknowledgements at most, in milliseconds: a request that hangs must not hold up the rest. */
const LONGEST_HOLD = 2500

/**
 * Everything the bot has promised to answer and not answered yet. Bounded, so that a flood is turned away with a notice
 * rather than answered when nobody waits any more; and waited for before the process leaves.
 */
export class Workload {
  private readonly underWay = new Set<Promise<void>>()
  private readonly queue: PQueue
  private readonly acknowledgements = new Set<Promise<unknown>>()
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

  /** Tracks a task until it settles. The task handles its own errors. */
  track(task: Promise<void>): void {
    const settled = task.then(
      () => {},
      () => {},
    )
    this.underWay.add(settled)
    settled.then(() => this.underWay.delete(settled))
  }

  /** Sends an acknowledgement, which Discord must have within three seconds: no answer begins before it is through. */
  async acknowledge(send: () => Promise<void>): Promise<void> {
    const acknowledgement = send()
    this.acknowledgements.add(acknowledgement)
    try {
      await acknowledgement
    } finally {
      this.acknowledgements.delete(acknowledgement)
    }
  }

  /**
   * Runs a job when its turn comes. Answering is pure computation of some milliseconds, so the event loop is let go
   * before each job, for what has come in meanwhile to be acknowledged.
   */
  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    return this.queue.add(async () => {
      await pause(0)
      await this.acknowledged()
      return job()
    })
  }

  /** Resolves when no acknowledgement is on its way. */
  private async acknowledged(): Promise<void> {
    const deadline = Date.now() + LONGEST_HOLD
    while (this.acknowledgements.size > 0 && Date.now() < deadline) {
      await Promise.race([Promise.allSettled(this.acknowledgements), pause(deadline - Date.now())])
    }
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

import type { AskOptions, IndexSnapshot } from '../../domain.ts'
import { Problem } from '../../protocol/problem.ts'
import { timed } from '../../stages.ts'

export interface AdmissionOptions {
  /** Questions and searches that are worked on at a time. */
  readonly concurrent: number
  /** How many more may wait for their turn. */
  readonly waiting: number
  /**
   * Lets the runtime see to its other events; called before each question, as answering one leaves no time for others.
   * @default a timer of 0 milliseconds
   */
  readonly yieldToEvents?: () => Promise<unknown>
}

const RETRY_AFTER_SECONDS = 2

interface Waiting {
  readonly start: () => void
}

/**
 * Takes on so many questions at a time, lets some more wait, and refuses the others at once: a client that waits for too long
 * has left when it is their turn. Between two questions the runtime sees to its other events, so that health checks are
 * answered and clients that have left are noticed.
 */
export class Admission {
  private readonly options: AdmissionOptions
  private readonly queue = new Set<Waiting>()
  private running = 0
  private isStarting = false

  constructor(options: AdmissionOptions) {
    this.options = options
  }

  /** Questions that are worked on, and that wait, right now. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.running, waiting: this.queue.size }
  }

  /** The snapshot, asked and searched when it is the turn of the question. */
  admitting(snapshot: IndexSnapshot): IndexSnapshot {
    return {
      id: snapshot.id,
      library: snapshot.library,
      ask: (request, options) => this.run(() => snapshot.ask(request, options), options),
      search: (request, options) => this.run(() => snapshot.search(request, options), options),
      get suggestions() {
        return snapshot.suggestions
      },
    }
  }

  /**
   * @throws {Problem} `overloaded` where too many wait already
   * @throws the signal's reason, and whatever the task throws
   */
  async run<T>(task: () => Promise<T>, options: Pick<AskOptions, 'signal' | 'onStage'> = {}): Promise<T> {
    await timed('queue', options, () => this.turn(options.signal))
    try {
      return await task()
    } finally {
      this.running--
      void this.startNext()
    }
  }

  /** Resolves when a task counts as running. */
  private turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (this.queue.size >= this.options.waiting + this.free) throw overloaded()
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.queue.delete(waiting)
        reject(signal?.reason)
      }
      const waiting: Waiting = {
        start: () => {
          this.queue.delete(waiting)
          this.running++
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.queue.add(waiting)
      void this.startNext()
    })
  }

  private get free(): number {
    return Math.max(0, this.options.concurrent - this.running)
  }

  private async startNext(): Promise<void> {
    if (this.isStarting) return
    this.isStarting = true
    const { yieldToEvents = aMoment } = this.options
    while (this.queue.size > 0 && this.free > 0) {
      await yieldToEvents()
      const [next] = this.queue
      next?.start()
    }
    this.isStarting = false
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function overloaded(): Problem {
  return new Problem('overloaded', {
    detail: `Too many questions are waiting for an answer. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  })
}

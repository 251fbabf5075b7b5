import type { AskOptions } from '../../domain/ask.ts'
import type { IndexSnapshot } from '../../domain/index-snapshot.ts'
import { Problem } from '../../protocol/problem.ts'
import { timed } from '../../stages.ts'

export interface AdmissionOptions {
  /** Questions and searches that are worked on at a time. */
  readonly concurrent: number
  /** How many more may wait for their turn. */
  readonly waiting: number
  /**
   * How many questions of one client may be under way, so that one who floods takes no turn from others; as many as there
   * is room for without it.
   */
  readonly perClient?: number
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
  private readonly byClient = new Map<string, number>()
  private running = 0
  private isStarting = false

  constructor(options: AdmissionOptions) {
    this.options = options
  }

  /** Questions that are worked on, and that wait, right now. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.running, waiting: this.queue.size }
  }

  /**
   * The snapshot, asked and searched when it is the turn of the question.
   * @param client names who asks; nothing where clients cannot be told apart, or may ask as much as they like
   */
  admitting(snapshot: IndexSnapshot, client?: string): IndexSnapshot {
    return {
      id: snapshot.id,
      library: snapshot.library,
      ask: (request, options) => this.run(() => snapshot.ask(request, options), options, client),
      search: (request, options) => this.run(() => snapshot.search(request, options), options, client),
      get suggestions() {
        return snapshot.suggestions
      },
    }
  }

  /**
   * @param client see {@link admitting}
   * @throws {Problem} `overloaded` where too many wait already, `too-many-requests` where too many are this client's
   * @throws the signal's reason, and whatever the task throws
   */
  async run<T>(
    task: () => Promise<T>,
    options: Pick<AskOptions, 'signal' | 'onStage'> = {},
    client?: string,
  ): Promise<T> {
    const leave = this.enter(client)
    try {
      await timed('queue', options, () => this.turn(options.signal))
      try {
        return await task()
      } finally {
        this.running--
        void this.startNext()
      }
    } finally {
      leave()
    }
  }

  /** Counts a question of a client until what it returns is called. */
  private enter(client: string | undefined): () => void {
    const { perClient } = this.options
    if (client === undefined || perClient === undefined) return () => {}
    const others = this.byClient.get(client) ?? 0
    if (others >= perClient) throw tooMany(perClient)
    this.byClient.set(client, others + 1)
    return () => {
      const left = (this.byClient.get(client) ?? 1) - 1
      if (left === 0) this.byClient.delete(client)
      else this.byClient.set(client, left)
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

function tooMany(perClient: number): Problem {
  return new Problem('too-many-requests', {
    detail: `This client waits for ${perClient} answers already. Ask again when one has come.`,
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  })
}

function overloaded(): Problem {
  return new Problem('overloaded', {
    detail: `Too many questions are waiting for an answer. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  })
}

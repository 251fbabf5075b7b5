import { type Pool, pool } from 'workerpool'
import { suggestionsOf } from '../../answer/suggestions.ts'
import type { AskOptions } from '../../domain/ask.ts'
import type { IndexSnapshot, Suggestion } from '../../domain/index-snapshot.ts'
import { orAborted } from '../../embeddings/or-aborted.ts'
import type { OpenIndex } from '../../index/open.ts'
import type { Log } from '../../log.ts'
import { Problem } from '../../protocol/problem.ts'
import { type GenerationSource, resultOf, type ThreadEvent, type ThreadReply } from './thread-messages.ts'
import type { THREAD_TASKS } from './thread-tasks.ts'

type Tasks = typeof THREAD_TASKS
type TaskName = keyof Tasks
type Value<N extends TaskName> = Awaited<ReturnType<Tasks[N]>> extends ThreadReply<infer T> ? T : never

export interface AnswerThreadsOptions {
  /** Path of the compiled entry `answer-thread`. */
  readonly file: string
  /** How many threads, from 1. */
  readonly size: number
  readonly log: Log
}

/**
 * A question makes some megabytes that are garbage at its end. In room for several, most of it is never copied: a tenth less
 * processor time a question than with V8's default (48).
 */
const YOUNG_GENERATION_MB = 96

/** A question that was under way in a thread that ended is asked again so often, all in all. */
const ATTEMPTS = 2

const RETRY_AFTER_SECONDS = 2

/**
 * Threads that find and answer, so that all processors do and this thread remains free for everything else. They share the
 * bytes of the index with it. One that ends is replaced.
 */
export class AnswerThreads {
  readonly size: number
  private readonly log: Log
  private readonly pool: Pool
  private isClosed = false

  constructor({ file, size, log }: AnswerThreadsOptions) {
    this.size = size
    this.log = log
    this.pool = pool(file, {
      workerType: 'thread',
      minWorkers: size,
      maxWorkers: size,
      workerThreadOpts: { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } },
    })
  }

  /**
   * Has the threads answer from a generation. The first answers of each thread are slow; they are given in advance, which
   * is not waited for.
   *
   * @param index the same generation, opened in this thread
   * @throws IndexError where it cannot be opened there
   */
  async open(source: GenerationSource, index: OpenIndex): Promise<IndexSnapshot> {
    const inEachThread = <T>(task: () => Promise<T>) => Array.from({ length: this.size }, task)
    await Promise.all(inEachThread(() => this.run('open', [source])))
    let suggestions: readonly Suggestion[] | undefined
    void Promise.all(inEachThread(() => this.run('warmUp', [source])))
      .then(async () => {
        suggestions ??= await this.run('suggestions', [source])
      })
      .catch((err) => this.log.warn({ err }, 'The first answer failed'))
    return {
      id: index.header.generation,
      library: index.library,
      ask: (request, options = {}) =>
        orAborted(this.run('ask', [source, request, options.onPart !== undefined], options), options.signal),
      search: (request, options = {}) =>
        orAborted(this.run('search', [source, request], options), options.signal),
      // Making them takes a while, and a question must not wait for it: until a thread has made them, they are made here.
      get suggestions() {
        suggestions ??= suggestionsOf(index)
        return suggestions
      },
    }
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    this.isClosed = true
    await this.pool.terminate(true)
  }

  /**
   * @throws what the task throws
   * @throws {Problem} `overloaded` where thread after thread has ended over it
   */
  private async run<N extends TaskName>(
    name: N,
    args: Parameters<Tasks[N]>,
    { signal, onPart, onStage }: AskOptions = {},
  ): Promise<Value<N>> {
    signal?.throwIfAborted()
    let sent = 0
    for (let attempt = 1; ; attempt++) {
      let parts = 0
      const on = ({ part }: ThreadEvent) => {
        // The same question to the same index has the same answer: what was sent already comes again first.
        if (++parts <= sent) return
        sent = parts
        if (!signal?.aborted) onPart?.(part)
      }
      const reply = await this.attempt<Value<N>>(name, args, on)
      if (reply !== undefined) {
        for (const stage of reply.stages) onStage?.(stage)
        return resultOf(reply)
      }
      signal?.throwIfAborted()
      if (attempt === ATTEMPTS || this.isClosed) throw unavailable()
    }
  }

  /** @returns nothing where the thread has ended */
  private async attempt<T>(
    name: TaskName,
    args: readonly unknown[],
    on: (event: ThreadEvent) => void,
  ): Promise<ThreadReply<T> | undefined> {
    try {
      return (await this.pool.exec(name, [...args], { on })) as ThreadReply<T>
    } catch (err) {
      if (!this.isClosed)
        this.log.error({ err, task: name }, 'A thread that answers has ended; another one begins')
      return undefined
    }
  }
}

function unavailable(): Problem {
  return new Problem('overloaded', {
    detail: `The question could not be answered just now. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  })
}

import PQueue from 'p-queue'
import type { RunDisplay } from './display.ts'
import type { StatementChecker } from './drafting/draft.ts'
import { insertEntry } from './drafting/edit-sidecar.ts'
import { nameOf } from './drafting/plan.ts'
import type { Surroundings } from './drafting/prompt.ts'
import { openingOf } from './drafting/sidecar-entry.ts'
import { type Converse, questionCount, writeEntry } from './drafting/write-entry.ts'
import type { ModelFault } from './model-fault.ts'
import type { SidecarFile } from './sidecar-file.ts'

/** A paragraph that questions are to be written about, and where. */
export interface Task {
  readonly surroundings: Surroundings
  readonly sidecar: SidecarFile
}

export interface WriteOptions {
  readonly converse: Converse
  /** Holds what the model says of quotes in English to them. */
  readonly claims?: StatementChecker
  readonly concurrency: number
  /** Stopped by a person, or by {@link halt}. */
  readonly signal: AbortSignal
  /** Ends the run, where going on would only repeat a fault. */
  readonly halt: () => void
  readonly faultOf: (error: unknown) => ModelFault
  readonly display: RunDisplay
}

export interface WriteReport {
  readonly written: number
  readonly questions: number
  /** Pieces that the model wrote, or should have, and that are not in the files. */
  readonly leftOut: number
  /** Paragraphs that were asked about and have no entry. */
  readonly failed: number
  /** Why the run ended early, where it did by itself. */
  readonly halted?: string
}

/** Tells a model that did not reply from everything else that can go wrong. */
class NoReply extends Error {
  readonly fault: ModelFault

  constructor(fault: ModelFault) {
    super(fault.reason)
    this.fault = fault
  }
}

/**
 * Has an entry written for each paragraph, a few at a time. Each goes into its file as soon as it is done, so that nothing
 * is lost when the run is stopped; paragraphs in work are then left for the next run.
 *
 * @throws CorpusError where a sidecar cannot be written; whatever else goes wrong that is not the model's fault
 */
export async function writeMissing(tasks: readonly Task[], options: WriteOptions): Promise<WriteReport> {
  const { display, signal } = options
  const converse: Converse = (messages) =>
    options.converse(messages).catch((error) => {
      throw new NoReply(options.faultOf(error))
    })
  const queue = new PQueue({ concurrency: options.concurrency })
  const report = { written: 0, questions: 0, leftOut: 0, failed: 0 }
  let halted: string | undefined
  let crash: unknown
  let done = 0

  async function write({ surroundings, sidecar }: Task): Promise<void> {
    const { article, paragraph } = surroundings
    const label = `${article.id} ${paragraph.position} ${openingOf(paragraph.text)}`
    const { entry, leftOut } = await writeEntry(surroundings, converse, options.claims)
    for (const { text } of leftOut) display.onNotice(`Left out of ${label}: ${text}`)
    report.leftOut += leftOut.length
    if (entry === undefined) {
      done += 1
      report.failed += 1
      display.onProgress({ done, total: tasks.length, news: `${label}: nothing usable` })
      return
    }
    const order = article.paragraphs.map(nameOf)
    await sidecar.edit((text) => insertEntry(text, entry, order))
    const questions = questionCount(entry.answers)
    done += 1
    report.written += 1
    report.questions += questions
    display.onProgress({ done, total: tasks.length, news: `${label}: ${questions} questions` })
  }

  function giveUp(task: Task, error: unknown): void {
    if (!(error instanceof NoReply)) {
      crash = error
      options.halt()
      return
    }
    if (signal.aborted) return
    const { reason, concerns } = error.fault
    report.failed += 1
    if (concerns === 'run') {
      halted = reason
      options.halt()
      return
    }
    done += 1
    const { article, paragraph } = task.surroundings
    display.onNotice(`Not written: ${article.id} ${paragraph.position}: ${reason}`)
  }

  signal.addEventListener('abort', () => queue.clear(), { once: true })
  if (!signal.aborted)
    for (const task of tasks) void queue.add(() => write(task).catch((error) => giveUp(task, error)))
  await queue.onIdle()
  if (crash !== undefined) throw crash
  return halted === undefined ? report : { ...report, halted }
}

import type { BuildProgress } from '../index/build/build.ts'
import type { EmbeddingEstimate } from '../index/build/embedding-estimate.ts'
import { describeRebuild } from '../indexing/describe-rebuild.ts'
import type { IndexEvent } from '../indexing/index-events.ts'
import type { RebuildReport } from '../indexing/rebuild-options.ts'
import { type BuildDisplay, buildDisplay } from './build-display.ts'
import { messageOf, reportFailure } from './exit-codes.ts'

/** Shows what `npm run index` is doing. */
export interface IndexReporter {
  readonly onProgress: (progress: BuildProgress) => void
  readonly onNotice: (notice: string) => void
  /** @param message the estimate in words */
  estimate(estimate: EmbeddingEstimate, message: string): void
  report(report: RebuildReport): void
  /** @param fault why the index is not up to date; nothing where it is */
  checked(fault: Error | undefined): void
  rolledBack(generation: string): void
  watching(folder: string): void
  /** @returns the exit code */
  failed(error: unknown): number
  /** Takes what is unfinished off the screen. */
  end(): void
}

/** For people: results on standard output, what happens on the way on standard error. */
export function reportToPeople(display: BuildDisplay = buildDisplay(process.stderr)): IndexReporter {
  // While somebody edits, only news about the files of the corpus is worth a line.
  let problemsTold = ''
  return {
    onProgress: display.onProgress,
    onNotice: display.onNotice,
    estimate: (_estimate, message) => display.onNotice(message),
    report(report) {
      display.end()
      const leftOut = report.problems.map(({ message }) => `Left out: ${message}`)
      const problems = [...leftOut, ...report.notes.map(({ message }) => `Note: ${message}`)].join('\n')
      if (problems !== '' && problems !== problemsTold) console.error(problems)
      problemsTold = problems
      console.log(describeRebuild(report))
    },
    checked: (fault) => console.log(fault ? `Not up to date: ${fault.message}` : 'Up to date'),
    rolledBack: (generation) => console.log(`Serving ${generation} again, until the next build`),
    watching: (folder) => console.log(`Watching ${folder}; Ctrl-C ends it`),
    failed(error) {
      display.end()
      return reportFailure(error)
    },
    end: () => display.end(),
  }
}

/** For programs: a line of JSON an {@link IndexEvent} on standard output. */
export function reportAsJson(write = (line: string): unknown => process.stdout.write(line)): IndexReporter {
  const emit = (event: IndexEvent) => write(`${JSON.stringify(event)}\n`)
  return {
    onProgress: (progress) => emit({ event: 'progress', ...progress }),
    onNotice: (message) => emit({ event: 'notice', message }),
    estimate: (estimate, message) => emit({ event: 'estimate', ...estimate, message }),
    report: (report) => {
      const { outcome, generation, changes, embedded, milliseconds, problems, notes } = report
      emit({
        event: 'report',
        outcome,
        generation,
        changes,
        embedded,
        milliseconds: Math.round(milliseconds),
        leftOut: problems.map(({ source, message }) => ({ source, message })),
        notes: notes.map(({ source, message }) => ({ source, message })),
        summary: describeRebuild(report),
      })
    },
    checked: (fault) =>
      emit({ event: 'checked', upToDate: fault === undefined, message: fault?.message ?? 'Up to date' }),
    rolledBack: (generation) => emit({ event: 'rolled-back', generation }),
    watching: (folder) => emit({ event: 'watching', folder }),
    failed(error) {
      emit({ event: 'failed', message: messageOf(error) })
      return reportFailure(error)
    },
    end: () => {},
  }
}

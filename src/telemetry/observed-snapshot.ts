import type { Answer } from '../domain/answer.ts'
import type { AskOptions } from '../domain/ask.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { Stage } from '../domain/stage.ts'
import { InvalidRequestError } from '../errors.ts'
import type { AskEvent, AskObserver } from './ask-event.ts'

export interface ObservedOptions {
  readonly through: AskEvent['through']
  readonly observe: AskObserver
  /**
   * Whether an error means that the request was refused, and not that something failed.
   * @default errors that say so themselves
   */
  readonly isRefusal?: (error: unknown) => boolean
}

type Outcome = Pick<AskEvent, 'outcome'> & Partial<AskEvent>

/** The snapshot, with an observer of all that is asked and searched. */
export function observedSnapshot(snapshot: IndexSnapshot, options: ObservedOptions): IndexSnapshot {
  const { through, observe, isRefusal = (error) => error instanceof InvalidRequestError } = options

  async function observed<T>(
    task: AskEvent['task'],
    work: (options: AskOptions) => Promise<T>,
    outcomeOf: (result: T) => Outcome,
    given: AskOptions = {},
  ): Promise<T> {
    const start = Date.now()
    const before = performance.now()
    const stages: Stage[] = []
    const end = (outcome: Outcome) =>
      observe({ through, task, start, milliseconds: performance.now() - before, stages, ...outcome })
    try {
      const result = await work({
        ...given,
        onStage: (stage) => {
          stages.push(stage)
          given.onStage?.(stage)
        },
      })
      end(outcomeOf(result))
      return result
    } catch (error) {
      const unanswered = isRefusal(error) ? 'refused' : 'failed'
      end({ outcome: given.signal?.aborted ? 'abandoned' : unanswered })
      throw error
    }
  }

  return {
    id: snapshot.id,
    library: snapshot.library,
    ask: (request, given) =>
      observed('question', (all) => snapshot.ask(request, all), outcomeOfAnswer, given),
    search: (request, given) =>
      observed(
        'search',
        (all) => snapshot.search(request, all),
        () => ({ outcome: 'found' }),
        given,
      ),
    get suggestions() {
      return snapshot.suggestions
    },
  }
}

function outcomeOfAnswer({ kind, answerer, degraded, language, confidence }: Answer): Outcome {
  return { outcome: kind, answerer, degraded: degraded !== undefined, language, confidence }
}

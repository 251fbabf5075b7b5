import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { EmbeddingsError } from '../../errors.ts'
import type { Log } from '../../log.ts'

/** After so many failures in a row, nobody waits for the embeddings for so long; then one question tries them. */
const FAILURES_IN_A_ROW = 3
const BREAK_MILLISECONDS = 30_000

export interface WordsAloneOptions {
  /** Dimensions of the vectors in the index that is searched. */
  readonly dimensions: number
  readonly log: Pick<Log, 'warn'>
  /** Called with how each question fared; `skipped` during a break. */
  readonly onEmbedded?: ((outcome: 'answered' | 'failed' | 'skipped') => void) | undefined
  /** Milliseconds since any moment; only tests use another clock. */
  readonly now?: (() => number) | undefined
}

/**
 * Embeddings of questions that never fail: where they would, the question gets a vector of zeros, which is near to
 * nothing, so that it is answered from its words alone. Where they fail again and again they are given a break, so that
 * not every question waits for a server that hangs (circuit breaker, Nygard 2007).
 *
 * Each failure is a warning in the log, as are the beginning of a break and its end; in between there is silence.
 */
export function orWordsAlone(
  embeddings: EmbeddingsInterface,
  { dimensions, log, onEmbedded, now = () => performance.now() }: WordsAloneOptions,
): EmbeddingsInterface {
  let failures = 0
  let breakEnds = Number.NEGATIVE_INFINITY
  const onBreak = () => failures >= FAILURES_IN_A_ROW
  const takeBreak = () => {
    breakEnds = now() + BREAK_MILLISECONDS
  }
  const answered = () => {
    if (onBreak()) log.warn({}, 'The embeddings answer again')
    failures = 0
  }
  const failed = () => {
    failures++
    if (onBreak()) takeBreak()
    if (failures === FAILURES_IN_A_ROW)
      log.warn(
        { failures, milliseconds: BREAK_MILLISECONDS },
        'The embeddings fail again and again; for a while questions are answered from their words alone',
      )
  }

  return {
    embedDocuments: (texts) => embeddings.embedDocuments(texts),
    embedQuery: async (text) => {
      const zeros = Array<number>(dimensions).fill(0)
      if (onBreak()) {
        if (now() < breakEnds) {
          onEmbedded?.('skipped')
          return zeros
        }
        // The others do not wait until this one is back.
        takeBreak()
      }
      try {
        const vector = await embeddings.embedQuery(text)
        checkVector(vector, dimensions)
        answered()
        onEmbedded?.('answered')
        return vector
      } catch (err) {
        onEmbedded?.('failed')
        log.warn({ err }, 'The question could not be embedded; it is answered from its words alone')
        // That one text is refused says nothing about the server's health.
        if (err instanceof EmbeddingsError && err.fault === 'refused') answered()
        else failed()
        return zeros
      }
    },
  }
}

/** @throws EmbeddingsError `unusable` for anything but so many numbers */
function checkVector(vector: readonly number[], dimensions: number): void {
  if (vector.length === dimensions && vector.every(Number.isFinite)) return
  throw new EmbeddingsError(
    'unusable',
    `The embeddings return a vector of ${vector.length} numbers, those in the index have ${dimensions}: another model has taken this name. To embed everything again: npm run index -- --full`,
  )
}

import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { EmbeddingsError } from '../errors.ts'
import type { Log } from '../log.ts'

/**
 * Embeddings of questions that never fail: where they would, the question gets a vector of zeros, which is near to
 * nothing, so that it is answered from its words alone. Each such question is a warning in the log.
 *
 * @param dimensions of the index that is searched with them
 */
export function orWordsAlone(
  embeddings: EmbeddingsInterface,
  dimensions: number,
  log: Pick<Log, 'warn'>,
): EmbeddingsInterface {
  return {
    embedDocuments: (texts) => embeddings.embedDocuments(texts),
    embedQuery: async (text) => {
      try {
        const vector = await embeddings.embedQuery(text)
        if (vector.length === dimensions && vector.every(Number.isFinite)) return vector
        throw new EmbeddingsError(
          'unusable',
          `The embeddings return a vector of ${vector.length} numbers, those in the index have ${dimensions}: another model has taken this name. To embed everything again: npm run index -- --full`,
        )
      } catch (err) {
        log.warn({ err }, 'the question could not be embedded; it is answered from its words alone')
        return Array<number>(dimensions).fill(0)
      }
    },
  }
}

import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import type { Generation } from '../domain.ts'
import { BuiltinEmbeddings } from '../embeddings/builtin.ts'
import type { FingerprintedEmbeddings } from '../embeddings/fingerprinted-embeddings.ts'
import { IndexError } from '../errors.ts'
import { decodeLexicon } from '../index/lexicon.ts'
import type { OpenIndex } from '../index/open.ts'
import { type Log, silentLog } from '../log.ts'
import type { Dictionary } from '../text/dictionary.ts'
import { createAsk } from './ask.ts'
import { suggestionsOf } from './suggestions.ts'
import { orWordsAlone } from './words-alone.ts'

export interface GenerationOptions {
  /** For questions; without them the built-in ones, whose dictionary comes with the index. */
  readonly embeddings?: FingerprintedEmbeddings | undefined
  /** Is warned of questions that could not be embedded. */
  readonly log?: Pick<Log, 'warn'> | undefined
}

/**
 * Makes an opened index answer questions, with the embeddings that it was built with.
 *
 * @throws IndexError `incompatible` where other embeddings made its vectors, `damaged` where its lexicon cannot be read
 */
export function openGeneration(index: OpenIndex, options: GenerationOptions = {}): Generation {
  const { header, library, passages, search } = index
  const lexicon = decodeLexicon(index.lexicon)
  const searchable = { library, passages, lexicon, search }
  return {
    id: header.generation,
    library,
    ask: createAsk(searchable, embeddingsFor(index, lexicon.dictionary, options)),
    suggestions: suggestionsOf(searchable),
  }
}

function embeddingsFor(
  { header, vectors }: OpenIndex,
  dictionary: Dictionary,
  { embeddings, log = silentLog }: GenerationOptions,
): EmbeddingsInterface {
  const chosen = embeddings ?? new BuiltinEmbeddings(dictionary)
  if (chosen.fingerprint !== header.embedder) {
    const message = `The index was built with the embeddings "${header.embedder}", questions would be embedded with "${chosen.fingerprint}"`
    throw new IndexError('incompatible', message)
  }
  return embeddings ? orWordsAlone(embeddings, vectors.dimensions, log) : chosen
}

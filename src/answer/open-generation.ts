import type { Generation } from '../domain.ts'
import { BuiltinEmbeddings } from '../embeddings/builtin.ts'
import { decodeLexicon } from '../index/lexicon.ts'
import type { OpenIndex } from '../index/open.ts'
import { createAsk } from './ask.ts'
import { suggestionsOf } from './suggestions.ts'

/**
 * Makes an opened index answer questions, with the embeddings that it was built with. The dictionary they need comes
 * with the index.
 *
 * @throws IndexError `damaged` where its lexicon cannot be read
 */
export function openGeneration(index: OpenIndex): Generation {
  const { header, library, passages, search } = index
  const lexicon = decodeLexicon(index.lexicon)
  const searchable = { library, passages, lexicon, search }
  return {
    id: header.generation,
    library,
    ask: createAsk(searchable, new BuiltinEmbeddings(lexicon.dictionary)),
    suggestions: suggestionsOf(searchable),
  }
}

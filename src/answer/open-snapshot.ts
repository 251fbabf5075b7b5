import type { IndexSnapshot, Suggestion } from '../domain/index-snapshot.ts'
import { BuiltinEmbeddings } from '../embeddings/builtin.ts'
import type { FingerprintedEmbeddings } from '../embeddings/fingerprinted-embeddings.ts'
import { orAborted } from '../embeddings/or-aborted.ts'
import { IndexError } from '../errors.ts'
import { decodeLexicalIndex } from '../index/lexical/lexical-index.ts'
import type { OpenIndex } from '../index/open.ts'
import { type Log, silentLog } from '../log.ts'
import { ParagraphRetriever } from '../retrieval/retriever.ts'
import type { BilingualDictionary } from '../text/dictionary/bilingual-dictionary.ts'
import type { Answerer } from './answerer.ts'
import { createAsk, TRAINED } from './ask.ts'
import { onBuiltinScale } from './embedding/builtin-scale.ts'
import { orWordsAlone } from './embedding/words-alone.ts'
import { extractiveAnswerer } from './extractive.ts'
import type { FollowUpRewriter } from './follow-up-rewriter.ts'
import { createSearch } from './search.ts'
import { suggestionsOf } from './suggestions.ts'
import { writtenAnswerer } from './written/written-answerer.ts'

/** Somebody who answers in words of their own, such as a language model. */
export interface Writer {
  readonly answerer: Answerer
  readonly rewrite?: FollowUpRewriter
}

export interface WriterTools {
  readonly dictionary: BilingualDictionary
  /** Answers without the writer. */
  readonly otherwise: Answerer
}

export interface SnapshotOptions {
  /** Makes a writer for the index; without it, answers are quotations and sentences written ahead. */
  readonly writer?: ((tools: WriterTools) => Writer) | undefined
  /** For questions; without them the built-in ones, whose dictionary comes with the index. */
  readonly embeddings?: FingerprintedEmbeddings | undefined
  /** Called when questions cannot be embedded, and when they can again. */
  readonly log?: Pick<Log, 'warn'> | undefined
  /** Called with how each question fared with embeddings of a server, see {@link orWordsAlone}. */
  readonly onEmbedded?: ((outcome: 'answered' | 'failed' | 'skipped') => void) | undefined
}

/**
 * Makes an opened index answer questions, with the embeddings that it was built with.
 *
 * @throws IndexError `incompatible` where other embeddings made its vectors, `damaged` where its lexical index cannot be read
 */
export function openSnapshot(
  index: OpenIndex,
  { embeddings, log = silentLog, onEmbedded, writer }: SnapshotOptions = {},
): IndexSnapshot {
  const { header, library, passages, statements, vectors } = index
  const lexicalIndex = decodeLexicalIndex(index.lexicalIndex)
  const builtin = new BuiltinEmbeddings(lexicalIndex.dictionary)
  const chosen = embeddings ?? builtin
  if (chosen.fingerprint !== header.embedder) {
    const message = `The index was built with the embeddings "${header.embedder}", questions would be embedded with "${chosen.fingerprint}"`
    throw new IndexError('incompatible', message)
  }
  const isBuiltin = chosen.fingerprint === builtin.fingerprint
  const search = isBuiltin ? index.search : onBuiltinScale(index, builtin)
  const searchable = { library, passages, lexicalIndex, search }
  const forQuestions = isBuiltin
    ? chosen
    : orWordsAlone(chosen, { dimensions: vectors.dimensions, log, onEmbedded })
  const retriever = new ParagraphRetriever(searchable, forQuestions, TRAINED.ranking)
  const { dictionary } = lexicalIndex
  const otherwise = writtenAnswerer(statements, dictionary, extractiveAnswerer)
  const { answerer, rewrite } = writer?.({ dictionary, otherwise }) ?? { answerer: otherwise }
  const ask = createAsk(searchable, forQuestions, TRAINED, retriever, answerer, rewrite)
  let suggestions: readonly Suggestion[] | undefined
  const findParagraphs = createSearch(searchable, retriever, { byMeaning: !isBuiltin })
  return {
    id: header.generation,
    library,
    // LangChain's port takes no signal, so that a server is still asked; nobody waits for it any longer.
    ask: (request, options) => orAborted(ask(request, options), options?.signal),
    search: (request, options) => orAborted(findParagraphs(request, options), options?.signal),
    // Telling the languages of thousands of questions takes as long as starting does.
    get suggestions() {
      suggestions ??= suggestionsOf(searchable)
      return suggestions
    },
  }
}

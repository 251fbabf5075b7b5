import type { Corpus } from '../../src/corpus/corpus.ts'
import { BuiltinEmbeddings } from '../../src/embeddings/builtin.ts'
import type { FingerprintedEmbeddings } from '../../src/embeddings/fingerprinted-embeddings.ts'
import { buildIndex } from '../../src/index/build/build.ts'
import { toPassages } from '../../src/index/build/passages.ts'
import { encodeContainer } from '../../src/index/format/container.ts'
import { buildLexicon } from '../../src/index/lexical/build-lexicon.ts'
import { decodeLexicon, encodeLexicon } from '../../src/index/lexical/lexicon.ts'
import { type OpenIndex, openIndex, toSections } from '../../src/index/open.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever } from '../../src/retrieval/retriever.ts'
import type { SearchableIndex } from '../../src/retrieval/searchable-index.ts'
import type { Dictionary } from '../../src/text/dictionary/dictionary.ts'
import { smallCorpus, smallDictionary } from './small-corpus.ts'

export interface SmallIndexOptions {
  readonly corpus?: Corpus
  readonly dictionary?: Dictionary
  readonly embeddings?: FingerprintedEmbeddings
}

export interface SmallIndex {
  readonly index: SearchableIndex
  readonly embeddings: FingerprintedEmbeddings
  readonly retriever: ParagraphRetriever
}

/** An index of a corpus, the small one unless told, built, encoded and opened as the real one is. */
export async function openSmallIndex({
  corpus = smallCorpus(),
  dictionary = smallDictionary(),
  embeddings = new BuiltinEmbeddings(dictionary),
}: SmallIndexOptions = {}): Promise<SmallIndex> {
  const opened = await openIndexWith(embeddings, { corpus, dictionary })
  const { library, passages, search } = opened
  const index = { library, passages, search, lexicon: decodeLexicon(opened.lexicon) }
  return { index, embeddings, retriever: new ParagraphRetriever(index, embeddings, RANKING_WEIGHTS) }
}

/** The same with its header and vectors. */
export async function openIndexWith(
  embeddings: FingerprintedEmbeddings,
  { corpus = smallCorpus(), dictionary = smallDictionary() }: Omit<SmallIndexOptions, 'embeddings'> = {},
): Promise<OpenIndex> {
  const { parts } = await buildIndex(corpus, {
    embedder: embeddings.fingerprint,
    analysis: 'test',
    prepare: async () => ({
      embeddings,
      toPassages,
      toLexicon: (passages, content) => encodeLexicon(buildLexicon(passages, content, dictionary)),
    }),
  })
  return openIndex(encodeContainer(toSections(parts)))
}

import type { Corpus } from '../../../src/corpus/corpus.ts'
import { BuiltinEmbeddings } from '../../../src/embeddings/builtin.ts'
import type { FingerprintedEmbeddings } from '../../../src/embeddings/fingerprinted-embeddings.ts'
import { buildIndex } from '../../../src/index/build/build.ts'
import { toPassages } from '../../../src/index/build/passages.ts'
import { encodeContainer } from '../../../src/index/format/container.ts'
import { buildLexicalIndex } from '../../../src/index/lexical/build-lexical-index.ts'
import { decodeLexicalIndex, encodeLexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { type OpenIndex, openIndex, toSections } from '../../../src/index/open.ts'
import { RANKING_WEIGHTS } from '../../../src/retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever } from '../../../src/retrieval/retriever.ts'
import type { SearchableIndex } from '../../../src/retrieval/searchable-index.ts'
import type { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { ANY_CLAIM } from '../chat/any-claim.ts'
import { smallCorpus, smallDictionary } from './small-corpus.ts'

export interface SmallIndexOptions {
  readonly corpus?: Corpus
  readonly dictionary?: BilingualDictionary
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
  const index = { library, passages, search, lexicalIndex: decodeLexicalIndex(opened.lexicalIndex) }
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
      claims: ANY_CLAIM,
      toPassages,
      toLexicalIndex: (passages, content) =>
        encodeLexicalIndex(buildLexicalIndex(passages, content, dictionary)),
    }),
  })
  return openIndex(encodeContainer(toSections(parts)))
}

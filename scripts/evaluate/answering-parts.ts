import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { citationsOf } from '../../src/answer/citations.ts'
import { confidenceOf, LEAST_CONFIDENCE } from '../../src/answer/confidence.ts'
import { compose, extractClaims } from '../../src/answer/extractive.ts'
import { BuiltinEmbeddings } from '../../src/embeddings/builtin.ts'
import { decodeLexicon } from '../../src/index/lexicon.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import type { RankingModel } from '../../src/retrieval/ranking-model.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking-weights.ts'
import { ParagraphRetriever } from '../../src/retrieval/retriever.ts'
import type { SearchableIndex } from '../../src/retrieval/searchable-index.ts'
import type { AskPipeline } from './run-questions.ts'

const MAX_CITATIONS = 3

/** What answering is made of, so that a part can be taken out or put in another's place. */
export interface AnsweringParts {
  readonly index: SearchableIndex
  readonly embeddings: EmbeddingsInterface
  readonly ranking: RankingModel
  /** Whether a question is asked with those before it. */
  readonly withHistory: boolean
}

/** The parts as they are served. Each call reads the lexicon anew, so that nothing remembered in it is shared. */
export function partsOf({ library, passages, search, lexicon: sections }: OpenIndex): AnsweringParts {
  const lexicon = decodeLexicon(sections)
  return {
    index: { library, passages, search, lexicon },
    embeddings: new BuiltinEmbeddings(lexicon.dictionary),
    ranking: RANKING_WEIGHTS,
    withHistory: true,
  }
}

/** Answers with these parts as the served pipeline does with its own, see createAsk. */
export function askWith({ index, embeddings, ranking, withHistory }: AnsweringParts): AskPipeline {
  const retriever = new ParagraphRetriever(index, embeddings, ranking)
  return async ({ question, history = [] }) => {
    const retrieval = await retriever.retrieve(question, withHistory ? history : [])
    const confidence = confidenceOf(retrieval)
    const claims = confidence < LEAST_CONFIDENCE ? [] : extractClaims(retrieval, index.library, MAX_CITATIONS)
    return {
      answered: claims.length > 0,
      answer: compose(claims),
      citations: citationsOf(claims),
      confidence,
      related: [],
    }
  }
}

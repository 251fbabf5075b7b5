import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { createAsk, type TrainedModels } from '../../src/answer/ask.ts'
import { CONFIDENCE_WEIGHTS } from '../../src/answer/confidence/confidence-weights.ts'
import { BuiltinEmbeddings } from '../../src/embeddings/builtin.ts'
import { decodeLexicalIndex } from '../../src/index/lexical/lexical-index.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking/ranking-weights.ts'
import type { SearchableIndex } from '../../src/retrieval/searchable-index.ts'
import type { AskPipeline } from './run-questions.ts'

/** What answering is made of, so that a part can be taken out or put in another's place. */
export interface AnsweringParts {
  readonly index: SearchableIndex
  readonly embeddings: EmbeddingsInterface
  readonly models: TrainedModels
  /** Whether a question is asked with those before it. */
  readonly withHistory: boolean
}

/** The parts as they are served. Each call reads the lexical index anew, so that nothing remembered in it is shared. */
export function partsOf({ library, passages, search, lexicalIndex: sections }: OpenIndex): AnsweringParts {
  const lexicalIndex = decodeLexicalIndex(sections)
  return {
    index: { library, passages, search, lexicalIndex },
    embeddings: new BuiltinEmbeddings(lexicalIndex.dictionary),
    models: { ranking: RANKING_WEIGHTS, confidence: CONFIDENCE_WEIGHTS },
    withHistory: true,
  }
}

/** Answers with these parts as the served pipeline does with its own. */
export function askWith({ index, embeddings, models, withHistory }: AnsweringParts): AskPipeline {
  const ask = createAsk(index, embeddings, models)
  return ({ question, history = [] }) => ask({ question, history: withHistory ? history : [] })
}

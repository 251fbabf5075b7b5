import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { Conversation } from '../conversation/conversation.ts'
import type { Answer, Ask, AskOptions, AskRequest, Library } from '../domain.ts'
import type { RankingModel } from '../retrieval/ranking/ranking-model.ts'
import { RANKING_WEIGHTS } from '../retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever, type Retrieval } from '../retrieval/retriever.ts'
import type { SearchableIndex } from '../retrieval/searchable-index.ts'
import { timed } from '../stages.ts'
import { detectLanguage } from '../text/languages.ts'
import { sendParts } from './answer-parts.ts'
import { answerReply } from './answer-reply.ts'
import { checkRequest } from './check-request.ts'
import { citationsOf, relatedParagraph } from './citations.ts'
import { type ConfidenceModel, confidenceOf, LEAST_CONFIDENCE } from './confidence/confidence.ts'
import { CONFIDENCE_WEIGHTS } from './confidence/confidence-weights.ts'
import { DECLINED } from './declined.ts'
import { extractClaims } from './extractive.ts'
import { composeQuotes } from './markdown/compose-answer.ts'

/** Paragraphs that an answer cites at most, unless the request says otherwise. */
const MAX_CITATIONS = 3
const MOST_RELATED = 2

/** What was learned from questions with known answers. */
export interface TrainedModels {
  readonly ranking: RankingModel
  readonly confidence: ConfidenceModel
}

export const TRAINED: TrainedModels = { ranking: RANKING_WEIGHTS, confidence: CONFIDENCE_WEIGHTS }

/**
 * Makes an index answer questions in its own words.
 *
 * @param retriever over the same index, where it is shared with a search: what it remembers is then kept once
 */
export function createAsk(
  index: SearchableIndex,
  embeddings: EmbeddingsInterface,
  { ranking, confidence }: TrainedModels = TRAINED,
  retriever: Pick<ParagraphRetriever, 'retrieve'> = new ParagraphRetriever(index, embeddings, ranking),
): Ask {
  const conversation = new Conversation(index, async (request) => {
    const retrieval = await retriever.retrieve(request.question, request.history, request.articles)
    const [best] = confidenceOf(retrieval, confidence) < LEAST_CONFIDENCE ? [] : retrieval.ranked
    return best === undefined ? undefined : index.library.paragraphAt(best.paragraph).article
  })

  async function answer(request: AskRequest, options: AskOptions): Promise<Answer> {
    const turn = await conversation.understand(request)
    if (turn.kind === 'reply') return answerReply(turn.reply)
    const retrieval = await timed('retrieval', options, () =>
      retriever.retrieve(turn.question, turn.history, request.articles),
    )
    options.signal?.throwIfAborted()
    return timed('answer', options, () =>
      answerFrom(request, retrieval, index.library, confidenceOf(retrieval, confidence)),
    )
  }

  return async (request, options = {}) => {
    checkRequest(request)
    options.signal?.throwIfAborted()
    const made = await answer(request, options)
    sendParts(made, options.onPart)
    return made
  }
}

function answerFrom(request: AskRequest, retrieval: Retrieval, library: Library, confidence: number): Answer {
  const { maxCitations = MAX_CITATIONS } = request
  const language = detectLanguage(retrieval.question.question)
  const common = { confidence, language, answerer: 'extractive' }
  const claims = confidence >= LEAST_CONFIDENCE ? extractClaims(retrieval, library, maxCitations) : []
  if (claims.length > 0) {
    const citations = citationsOf(claims)
    return {
      kind: 'answer',
      answered: true,
      answer: composeQuotes(claims),
      citations,
      ...common,
      answerLanguage: citations[0]?.language ?? language,
      related: [],
    }
  }
  const answerLanguage = request.language ?? language
  return {
    kind: 'declined',
    answered: false,
    answer: DECLINED[answerLanguage],
    citations: [],
    ...common,
    answerLanguage,
    related: nearest(retrieval, library),
  }
}

function nearest({ ranked }: Retrieval, library: Library): Answer['related'] {
  return ranked.slice(0, MOST_RELATED).flatMap((candidate) => {
    const paragraph = library.paragraphAt(candidate.paragraph)
    const article = library.article(paragraph.article)
    return article === undefined ? [] : [relatedParagraph(paragraph, article, candidate.focus)]
  })
}

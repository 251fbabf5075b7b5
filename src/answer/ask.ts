import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { Conversation } from '../conversation/conversation.ts'
import type { Understanding } from '../conversation/understanding.ts'
import type { Answer } from '../domain/answer.ts'
import type { Ask, AskOptions } from '../domain/ask.ts'
import type { Library } from '../domain/library.ts'
import type { AskRequest, Turn } from '../domain/question.ts'
import type { RankingModel } from '../retrieval/ranking/ranking-model.ts'
import { RANKING_WEIGHTS } from '../retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever, type Retrieval } from '../retrieval/retriever.ts'
import type { SearchableIndex } from '../retrieval/searchable-index.ts'
import { timed } from '../stages.ts'
import { answerReply } from './answer-reply.ts'
import { answered } from './answered.ts'
import type { Answerer } from './answerer.ts'
import { type Found, foundForBoth } from './at-once/asked-at-once.ts'
import { oneAnswerOf } from './at-once/one-answer-of.ts'
import { checkRequest } from './check-request.ts'
import { relatedParagraph } from './citations.ts'
import { type ConfidenceModel, confidenceOf, LEAST_ANSWERABLE } from './confidence/confidence.ts'
import { CONFIDENCE_WEIGHTS } from './confidence/confidence-weights.ts'
import { declined } from './declined.ts'
import { extractiveAnswerer } from './extractive.ts'
import type { FollowUpRewriter } from './follow-up-rewriter.ts'
import { LEADS } from './leads/leads.ts'
import { notYetQuoted } from './quote/not-yet-quoted.ts'
import { AnswerParts } from './streaming/answer-parts.ts'

/** Paragraphs that an answer cites at most, unless the request says otherwise. */
const MAX_CITATIONS = 3
const MOST_RELATED = 2

/** A turn that is a question. */
type AskedTurn = Extract<Understanding, { readonly kind: 'question' }>

/** What was learned from questions with known answers. */
export interface TrainedModels {
  readonly ranking: RankingModel
  readonly confidence: ConfidenceModel
}

export const TRAINED: TrainedModels = { ranking: RANKING_WEIGHTS, confidence: CONFIDENCE_WEIGHTS }

/**
 * Makes an index answer questions.
 *
 * @param retriever over the same index, where it is shared with a search: what it remembers is then kept once
 * @param answerer what writes the answer once it is known that the corpus has one; it quotes, unless told otherwise
 * @param rewrite what makes follow-ups stand alone; without it they are understood by rules
 */
export function createAsk(
  index: SearchableIndex,
  embeddings: EmbeddingsInterface,
  { ranking, confidence }: TrainedModels = TRAINED,
  retriever: Pick<ParagraphRetriever, 'retrieve'> = new ParagraphRetriever(index, embeddings, ranking),
  answerer: Answerer = extractiveAnswerer,
  rewrite?: FollowUpRewriter,
): Ask {
  const conversation = new Conversation(index, async (request) => {
    const retrieval = await retriever.retrieve(request.question, request.history, request.articles)
    const { answerable } = confidenceOf(retrieval, confidence)
    const [best] = answerable < LEAST_ANSWERABLE ? [] : retrieval.ranked
    return best === undefined ? undefined : index.library.paragraphAt(best.paragraphRow).article
  })

  async function answer(request: AskRequest, options: AskOptions): Promise<Answer> {
    const { maxCitations: most } = request
    const apart = most === 1 ? undefined : await conversation.askedApart(request)
    if (apart === undefined) return answerWhole(request, options)
    const [first, second] = apart
    // The markers of both are known only when both answers are.
    const { onPart: _, ...whole } = options
    const one = await answerWhole(most === undefined ? first : { ...first, maxCitations: most - 1 }, whole)
    const left = most && { maxCitations: most - one.citations.length }
    return oneAnswerOf(one, await answer({ ...second, ...left }, whole))
  }

  async function answerWhole(request: AskRequest, options: AskOptions): Promise<Answer> {
    const startedAt = performance.now()
    const turn = await conversation.understand(request)
    const lead = turn.revisit && LEADS[turn.revisit]
    if (lead === undefined) return answerTurn(turn, request, startedAt, options)
    // What stands before the answer is known only when it is.
    const { onPart: _, ...whole } = options
    return lead(await answerTurn(turn, request, startedAt, whole), request.language ?? turn.language)
  }

  async function answerTurn(
    turn: Understanding,
    request: AskRequest,
    startedAt: number,
    options: AskOptions,
  ): Promise<Answer> {
    if (turn.kind === 'reply') return answerReply(turn.reply, request.inlineMarkup)
    if (turn.kind === 'foreign') {
      const { language } = turn
      return { confidence: 0, language, ...declined(request.language ?? language, []) }
    }
    const retrieve = (question: string, history: readonly Turn[]) =>
      timed('retrieval', options, () => retriever.retrieve(question, history, request.articles))
    let retrieval = await retrieve(turn.question, turn.history)
    options.signal?.throwIfAborted()
    const { maxCitations: most = MAX_CITATIONS } = turn.request
    const both =
      turn.given === undefined
        ? await foundForBoth(turn, retrieval, { library: index.library, retrieve, judge, most })
        : undefined
    if (both !== undefined) return timed('answer', options, () => answerFrom(turn, both, startedAt, options))
    if (rewrite !== undefined && leansOnHistory(retrieval)) {
      const { question, history, language } = turn
      const rewritten = await rewrite({ question, history, language, startedAt, ...options })
      if (rewritten !== undefined) retrieval = better(await retrieve(rewritten, []), retrieval)
    }
    const found = { retrieval, sure: judge(retrieval) }
    return timed('answer', options, () => answerFrom(turn, found, startedAt, options))
  }

  const judge = (retrieval: Retrieval) => confidenceOf(retrieval, confidence)

  const answers = (retrieval: Retrieval) => judge(retrieval).answerable >= LEAST_ANSWERABLE

  /** What a rewritten question finds, unless only the question as it was asked finds something. */
  function better(rewritten: Retrieval, asked: Retrieval): Retrieval {
    return answers(asked) && !answers(rewritten) ? asked : rewritten
  }

  async function answerFrom(
    { language, request, revisit, given = 0, isLikelyBesides }: AskedTurn,
    { retrieval: found, sure }: Found,
    startedAt: number,
    { signal, onPart, onStage }: AskOptions,
  ): Promise<Answer> {
    const { maxCitations = MAX_CITATIONS, language: asked, inlineMarkup = false } = request
    const isAnswered = sure.answerable >= LEAST_ANSWERABLE
    const retrieval =
      isAnswered && given > 0
        ? notYetQuoted(found, index.library, {
            times: given,
            most: maxCitations,
            isOfOthers: revisit === 'others',
          })
        : found
    if (retrieval === undefined) return answerReply(conversation.replyTo('no-more', request, language))
    const common = { confidence: sure.confidence, language }
    const task = {
      retrieval,
      library: index.library,
      maxCitations,
      language: asked ?? language,
      inlineMarkup,
      isBrief: revisit === 'shorter',
      startedAt,
      signal,
      ...(onPart && { onPart }),
      ...(onStage && { onStage }),
    }
    // Somebody who doubts an answer, or asks where it is from, is shown the words that it rests on.
    const write = revisit !== undefined && revisit in LEADS ? extractiveAnswerer : answerer
    const drafted = isAnswered ? await write(task) : undefined
    if (drafted === undefined && isLikelyBesides === true)
      return answerReply(conversation.replyTo('out-of-scope', request, language))
    // What an answerer has read and found nothing in is no likelier to answer than what it is not given.
    const unlikely = Math.min(common.confidence, LEAST_ANSWERABLE)
    return drafted === undefined
      ? { ...common, confidence: unlikely, ...declined(task.language, nearest(retrieval, index.library)) }
      : { ...common, ...answered(drafted, inlineMarkup) }
  }

  return async (request, options = {}) => {
    checkRequest(request)
    options.signal?.throwIfAborted()
    const parts = new AnswerParts(options.onPart)
    const made = await answer(request, { ...options, ...(options.onPart && { onPart: parts.send }) })
    parts.finish(made)
    return made
  }
}

/** Whether a question needs the turns before it to be understood, and they lead anywhere. */
function leansOnHistory({ question, ranked }: Retrieval): boolean {
  return question.parts.length > 1 && ranked.some(({ said }) => said > 0)
}

function nearest({ ranked }: Retrieval, library: Library): Answer['related'] {
  return ranked.slice(0, MOST_RELATED).flatMap((candidate) => {
    const paragraph = library.paragraphAt(candidate.paragraphRow)
    const article = library.article(paragraph.article)
    return article === undefined ? [] : [relatedParagraph(paragraph, article, candidate.focus)]
  })
}

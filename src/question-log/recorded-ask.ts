import type { Answer } from '../domain/answer.ts'
import type { Ask } from '../domain/ask.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { QuestionEntry, QuestionLog } from './question-log.ts'

/** What an interface knows about a question before it is answered. */
export type AskedThrough = Pick<QuestionEntry, 'id' | 'through' | 'place'>

/**
 * The snapshot's `ask`, with every answer kept in a question log. The log is not waited for.
 *
 * @example
 * ```ts
 * const ask = recordedAsk(snapshot, log, { id: requestId, through: 'http' })
 * const answer = await ask({ question: 'When was Lambda released?' })
 * ```
 */
export function recordedAsk(
  snapshot: Pick<IndexSnapshot, 'id' | 'ask'>,
  log: QuestionLog,
  asked: AskedThrough,
): Ask {
  return async (request, options) => {
    const answer = await snapshot.ask(request, options)
    const isFollowUp = (request.history ?? []).length > 0
    void log.record({
      ...questionEntry(answer, asked),
      question: request.question,
      isFollowUp,
      generation: snapshot.id,
    })
    return answer
  }
}

function questionEntry(
  { kind, act, confidence, language, answerer, citations }: Answer,
  { id, through, place }: AskedThrough,
): Omit<QuestionEntry, 'question' | 'isFollowUp' | 'generation'> {
  return {
    type: 'question',
    id,
    at: new Date().toISOString(),
    through,
    ...(place === undefined ? {} : { place }),
    kind,
    ...(act === undefined ? {} : { act }),
    confidence,
    language,
    answerer,
    paragraphs: citations.map((citation) => citation.id),
  }
}

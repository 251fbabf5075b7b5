import type { FeedbackReason } from '../../views/words/answer-words.ts'
import { headersFor, type ReceivedAnswer, type Service } from '../asking/ask-service.ts'

/** What somebody thought of an answer, as `POST /feedback` takes it. */
export interface Feedback {
  readonly question: string
  readonly answer: ReceivedAnswer
  readonly vote: 'up' | 'down'
  readonly reason?: FeedbackReason
}

/** @returns whether the service has taken it */
export async function sendFeedback(
  service: Service,
  { question, answer, vote, reason }: Feedback,
): Promise<boolean> {
  const paragraphs = [...answer.citations, ...answer.related].map(({ id }) => id)
  try {
    const response = await fetch(`${service.origin}/feedback`, {
      method: 'POST',
      headers: headersFor(service),
      body: JSON.stringify({
        answerId: answer.requestId,
        question,
        answer: answer.answer,
        paragraphs,
        vote,
        reason,
      }),
    })
    return response.ok
  } catch {
    return false
  }
}

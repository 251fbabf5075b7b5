import { Hono } from 'hono'
import { parseFeedback } from '../../protocol/feedback-request.ts'
import type { Feedback } from '../../question-log/feedback.ts'
import type { QuestionLog } from '../../question-log/question-log.ts'
import type { HttpInterface } from '../http-interface.ts'
import { limitBody, readJson } from '../json-body.ts'
import { feedbackPaths } from '../openapi/feedback-paths.ts'
import type { RequestScope } from '../request-scope.ts'

export interface FeedbackOptions {
  readonly feedback: Feedback
  /** Keeps the vote beside the question, where the client names the answer. */
  readonly questionLog?: QuestionLog | undefined
}

/** `POST /feedback`: what somebody thought of an answer. Says nothing about who it was. */
export function feedbackInterface({ feedback, questionLog }: FeedbackOptions): HttpInterface {
  const routes = new Hono<RequestScope>().post('/feedback', limitBody, async (c) => {
    const { vote, answerId, question, answer, paragraphs, reason } = parseFeedback(await readJson(c))
    const at = new Date().toISOString()
    const said = { rating: vote, ...(reason === undefined ? {} : { comment: reason }) }
    if (answerId !== undefined) void questionLog?.record({ type: 'feedback', answer: answerId, at, ...said })
    await feedback.record({
      at,
      through: 'http',
      ...said,
      ...(answerId === undefined ? {} : { answerId }),
      ...(question === undefined ? {} : { question }),
      ...(answer === undefined ? {} : { answer }),
      paragraphs,
    })
    return c.body(null, 204)
  })
  return { routes, paths: feedbackPaths }
}

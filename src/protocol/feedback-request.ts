import * as z from 'zod'
import { components } from './openapi/components.ts'
import { parseBody } from './parse-request.ts'
import { expected, LIMITS, text } from './request-fields.ts'

/** More paragraphs than any answer shows. */
const MOST_PARAGRAPHS = 20
const LONGEST_REASON = 1000
/** An answer's id is that of its request, which a client or a proxy may have chosen. */
const LONGEST_ID = 255

/** The body of `POST /feedback`. */
export const feedbackRequest = z
  .object(
    {
      vote: z
        .enum(['up', 'down'], { error: expected('"up" or "down"') })
        .describe('Whether the answer was useful.'),
      answerId: text(LONGEST_ID)
        .nullish()
        .describe('The `X-Request-Id` of the answer, which identifies it in the question log.'),
      question: text(LIMITS.questionCharacters).nullish(),
      answer: text(LIMITS.turnCharacters).nullish(),
      paragraphs: z
        .array(text(LIMITS.paragraphIdCharacters), { error: expected('a list of paragraph ids') })
        .max(MOST_PARAGRAPHS, { error: `names too many paragraphs; name ${MOST_PARAGRAPHS} at most` })
        .nullish()
        .describe('Ids of the paragraphs that the answer cited.'),
      reason: text(LONGEST_REASON)
        .nullish()
        .describe('What was wrong, in a word or in the person’s own words.'),
    },
    { error: 'must be a JSON object such as {"vote": "up"}' },
  )
  .register(components, { id: 'FeedbackRequest' })

/** What somebody thought of an answer, as far as the client told it. */
export interface GivenFeedback {
  readonly vote: 'up' | 'down'
  readonly answerId?: string
  readonly question?: string
  readonly answer?: string
  readonly paragraphs: readonly string[]
  readonly reason?: string
}

/** @throws {Problem} `invalid-request` that lists every fault with its JSON Pointer */
export function parseFeedback(body: unknown): GivenFeedback {
  const { vote, answerId, question, answer, paragraphs, reason } = parseBody(feedbackRequest, body)
  return {
    vote,
    ...(answerId ? { answerId } : {}),
    ...(question ? { question } : {}),
    ...(answer ? { answer } : {}),
    paragraphs: paragraphs ?? [],
    ...(reason ? { reason } : {}),
  }
}

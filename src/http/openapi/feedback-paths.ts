import { feedbackRequest } from '../../protocol/feedback-request.ts'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation } from '../../protocol/openapi/operation.ts'

export const feedbackPaths: Paths = {
  '/feedback': {
    post: operation({
      id: 'giveFeedback',
      tag: 'Questions',
      summary: 'Rate an answer',
      description: 'The rating is kept for the owner of the articles, without a name.',
      costs: true,
      body: feedbackRequest,
      example: { vote: 'down', question: 'When was Lambda released?', reason: 'wrong-source' },
      answers: { 204: { description: 'The rating was kept.' } },
      problems: ['invalid-request', 'malformed-json', 'content-too-large', 'unsupported-media-type'],
    }),
  },
}

import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation } from '../../protocol/openapi/operation.ts'
import { INTERACTIONS_PATH } from './interactions-route.ts'

export const interactionsPaths: Paths = {
  [INTERACTIONS_PATH]: {
    post: operation({
      id: 'discordInteraction',
      tag: 'Discord',
      summary: 'Take an interaction from Discord',
      description: 'Discord’s own format. A request that Discord has not signed, or not just now, gets 401.',
      answers: {
        200: { description: 'The response to the interaction.', content: { 'application/json': undefined } },
      },
      problems: ['unauthorized'],
    }),
  },
}

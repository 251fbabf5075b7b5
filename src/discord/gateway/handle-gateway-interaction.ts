import type { APIInteraction } from 'discord-api-types/v10'
import type { BotContext } from '../bot-context.ts'
import { completeInteraction } from '../interactions/deliver.ts'
import { handleInteraction } from '../interactions/interactions.ts'
import { isAlreadyAcknowledged, isExpired, loggable } from '../rest/api-errors.ts'

/**
 * Answers an interaction that came over the gateway. The acknowledgement is on its way when this first returns to the
 * event loop; answering starts after it has arrived. Never rejects.
 */
export async function receiveInteraction(context: BotContext, interaction: APIInteraction): Promise<void> {
  try {
    const reply = handleInteraction(context, interaction)
    if (reply === undefined) {
      context.log.warn(
        { interaction: interaction.id },
        'An interaction is not one of ours; register the commands again',
      )
      return
    }
    const acknowledged = await acknowledge(context, interaction, reply.response)
    await completeInteraction(context, interaction, reply, acknowledged)
  } catch (error) {
    context.log.error(
      { err: loggable(error), interaction: interaction.id },
      'An interaction could not be answered',
    )
  }
}

async function acknowledge(
  context: BotContext,
  interaction: APIInteraction,
  response: Parameters<BotContext['api']['acknowledge']>[1],
): Promise<boolean> {
  try {
    await context.acknowledge(() => context.api.acknowledge(interaction, response))
    return true
  } catch (error) {
    // A repeated request whose first copy had arrived.
    if (isAlreadyAcknowledged(error)) return true
    const fields = { err: loggable(error), interaction: interaction.id }
    if (isExpired(error))
      context.log.warn(fields, 'An interaction had expired before it could be acknowledged')
    else context.log.error(fields, 'An interaction could not be acknowledged')
    return false
  }
}

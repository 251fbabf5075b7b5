import type { APIInteraction } from 'discord-api-types/v10'
import type { BotContext } from '../bot-context.ts'
import { completeInteraction } from '../interactions/deliver.ts'
import { handleInteraction } from '../interactions/interactions.ts'
import { isAlreadyAcknowledged, isExpired, isTransient, loggable } from '../rest/api-errors.ts'

/**
 * Answers an interaction that came over the gateway. The acknowledgement is on its way when this first returns to the
 * event loop; answering starts after it has arrived. Never rejects.
 */
export async function receiveInteraction(context: BotContext, interaction: APIInteraction): Promise<void> {
  try {
    const reply = handleInteraction(context, interaction)
    const acknowledgement = await acknowledge(context, interaction, reply.response)
    if (acknowledgement === 'anothers') return
    await completeInteraction(context, interaction, reply, acknowledgement === 'ours')
  } catch (error) {
    context.log.error(
      { err: loggable(error), interaction: interaction.id },
      'An interaction could not be answered',
    )
  }
}

/** How often an acknowledgement is sent at most; Discord waits three seconds for it. */
const ATTEMPTS = 3

type Acknowledgement = 'ours' | 'anothers' | 'failed'

async function acknowledge(
  context: BotContext,
  interaction: APIInteraction,
  response: Parameters<BotContext['api']['acknowledge']>[1],
): Promise<Acknowledgement> {
  const fields = { interaction: interaction.id }
  for (let attempt = 1; ; attempt += 1) {
    try {
      await context.acknowledge(() => context.api.acknowledge(interaction, response))
      return 'ours'
    } catch (error) {
      if (isAlreadyAcknowledged(error)) {
        // An attempt of ours that failed to be confirmed had arrived; without one it was another process's.
        if (attempt > 1) return 'ours'
        context.log.info(fields, 'Another process with the same token answers an interaction')
        return 'anothers'
      }
      if (isTransient(error) && attempt < ATTEMPTS) continue
      const failure = { err: loggable(error), ...fields }
      if (isExpired(error))
        context.log.warn(failure, 'An interaction had expired before it could be acknowledged')
      else context.log.error(failure, 'An interaction could not be acknowledged')
      return 'failed'
    }
  }
}

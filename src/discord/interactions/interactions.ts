import { isMessageComponentButtonInteraction } from 'discord-api-types/utils/v10'
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10'
import type { BotContext } from '../bot-context.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { parseCustomId } from '../render/custom-id.ts'
import { findCommand } from './commands/registry.ts'
import { handleButton } from './components/buttons.ts'
import { takeComment } from './components/feedback.ts'
import { choices, type InteractionReply, noticed } from './interaction-reply.ts'

/**
 * What an interaction is answered with. The same for one that came over the gateway and one that came over HTTP. Takes
 * no time: whatever does is left to {@link InteractionReply.messages}.
 */
export function handleInteraction(context: BotContext, interaction: APIInteraction): InteractionReply {
  if (interaction.type === InteractionType.Ping) {
    return { response: { type: InteractionResponseType.Pong }, ephemeral: true }
  }
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return findCommand(interaction.data)?.complete?.(context, interaction) ?? choices([])
  }
  if (interaction.type === InteractionType.ApplicationCommand) {
    return findCommand(interaction.data)?.handle(context, interaction) ?? outdated(context, interaction)
  }
  const action = parseCustomId(interaction.data.custom_id)
  if (interaction.type === InteractionType.ModalSubmit) {
    if (action?.kind === 'comment') return takeComment(context, interaction, action.answerId)
  } else if (isMessageComponentButtonInteraction(interaction) && action !== undefined) {
    const reply = handleButton(context, interaction, action)
    if (reply !== undefined) return reply
  }
  return outdated(context, interaction)
}

/** A command or a button of another version: without an answer Discord would say that the interaction failed. */
function outdated(context: BotContext, interaction: Exclude<APIInteraction, { type: 1 }>): InteractionReply {
  context.log.warn(
    { interaction: interaction.id },
    'An interaction is not one of this version; register the commands again',
  )
  return noticed(phrasesFor(languageOfLocale(interaction.locale)).outdated)
}

import {
  isChatInputApplicationCommandInteraction,
  isMessageComponentButtonInteraction,
} from 'discord-api-types/utils/v10'
import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10'
import type { BotContext } from '../bot-context.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { parseButtonId } from '../render/custom-id.ts'
import { handleArticle } from './article-command.ts'
import { handleAsk, handleAskAboutMessage } from './ask-interactions.ts'
import { handleButton } from './buttons.ts'
import { focusedOption } from './command-options.ts'
import { ARTICLE, ASK, ASK_ABOUT_MESSAGE } from './commands.ts'
import { choices, type InteractionReply } from './interaction-reply.ts'
import { suggestArticles, suggestQuestions } from './suggest.ts'

/**
 * What an interaction is answered with. The same for one that came over the gateway and one that came over HTTP. Takes
 * no time: whatever does is left to {@link InteractionReply.messages}.
 *
 * @returns `undefined` for an interaction that is not one of ours, e.g. of a command that an older version registered
 */
export function handleInteraction(
  context: BotContext,
  interaction: APIInteraction,
): InteractionReply | undefined {
  if (interaction.type === InteractionType.Ping) {
    return { response: { type: InteractionResponseType.Pong }, ephemeral: true }
  }
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    const focused = focusedOption(interaction)
    const { library, suggestions } = context.snapshot()
    if (interaction.data.name === ARTICLE) return choices(suggestArticles(library, focused?.value ?? ''))
    return choices(suggestQuestions(suggestions, focused?.value ?? '', languageOfLocale(interaction.locale)))
  }
  if (interaction.type === InteractionType.ApplicationCommand) {
    if (isChatInputApplicationCommandInteraction(interaction)) {
      if (interaction.data.name === ASK) return handleAsk(context, interaction)
      if (interaction.data.name === ARTICLE) return handleArticle(context, interaction)
    } else if (isMessageCommand(interaction) && interaction.data.name === ASK_ABOUT_MESSAGE) {
      return handleAskAboutMessage(context, interaction)
    }
  }
  if (
    interaction.type === InteractionType.MessageComponent &&
    isMessageComponentButtonInteraction(interaction)
  ) {
    const action = parseButtonId(interaction.data.custom_id)
    if (action !== undefined) return handleButton(context, interaction, action)
  }
  return undefined
}

function isMessageCommand(
  interaction: APIApplicationCommandInteraction,
): interaction is APIMessageApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.Message
}

import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { BotContext } from '../../bot-context.ts'
import type { InteractionReply } from '../interaction-reply.ts'

/** A command: how Discord shows it, and what it does. */
export interface Command {
  /** The command as it is registered with Discord. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody
  /** @returns `undefined` for an interaction that is not of this version's form */
  handle(context: BotContext, interaction: APIApplicationCommandInteraction): InteractionReply | undefined
  /** Completes an option while it is typed. */
  complete?(context: BotContext, interaction: APIApplicationCommandAutocompleteInteraction): InteractionReply
}

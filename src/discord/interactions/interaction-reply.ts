import {
  type APIApplicationCommandInteraction,
  type APIInteractionResponse,
  type APIMessageComponentButtonInteraction,
  type APIMessageComponentInteraction,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationIntegrationType,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { ButtonRow, MessageBody } from '../render/message-body.ts'
import { renderNotice } from '../render/render-notice.ts'
import type { Choice } from './suggest.ts'

/** What an interaction is answered with, whichever way it came. */
export interface InteractionReply {
  /** Sent first and at once: Discord waits three seconds. */
  readonly response: APIInteractionResponse
  /** Whether only the one who asked sees the reply. */
  readonly ephemeral: boolean
  /**
   * What comes after the response, computed once it is on its way. After a deferral the first message takes the place of
   * "thinking…".
   */
  readonly messages?: () => Promise<Completion>
}

/** Messages; or one that only the asker sees, in whose favour a public "thinking…" is taken away. */
export type Completion = readonly MessageBody[] | { readonly privately: MessageBody }

/** Interactions that someone made and waits for. */
export type PersonalInteraction =
  | APIApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction

export type ButtonInteraction = APIMessageComponentButtonInteraction

/** "Thinking…" now, the messages when they are ready. */
export function deferred(ephemeral: boolean, messages: () => Promise<Completion>): InteractionReply {
  const response: APIInteractionResponse = {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(ephemeral ? { data: { flags: MessageFlags.Ephemeral } } : {}),
  }
  return { response, ephemeral, messages }
}

/** Nothing to be seen now; then messages to the one who pressed. */
export function quietly(messages: () => Promise<Completion>): InteractionReply {
  return { response: { type: InteractionResponseType.DeferredMessageUpdate }, ephemeral: true, messages }
}

/** Messages that are ready and that only the one who asked sees. */
export function privately([first, ...rest]: readonly MessageBody[]): InteractionReply {
  const response: APIInteractionResponse = {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...first, flags: MessageFlags.Ephemeral },
  }
  return { response, ephemeral: true, ...(rest.length > 0 ? { messages: async () => rest } : {}) }
}

export function noticed(text: string): InteractionReply {
  return privately([renderNotice(text)])
}

/** Puts another text in the place of the message whose button was pressed. */
export function turned(body: MessageBody): InteractionReply {
  return { response: { type: InteractionResponseType.UpdateMessage, data: { ...body } }, ephemeral: true }
}

/** Changes the buttons of the message that one was pressed of; then messages that everyone sees. */
export function withButtons(
  rows: readonly ButtonRow[],
  messages: () => Promise<Completion>,
): InteractionReply {
  const data = { components: [...rows], allowed_mentions: { parse: [] } }
  return { response: { type: InteractionResponseType.UpdateMessage, data }, ephemeral: false, messages }
}

/** A form; and what is done meanwhile, which can say nothing. */
export function formed(
  data: APIModalInteractionResponseCallbackData,
  meanwhile: () => Promise<void>,
): InteractionReply {
  const messages = async () => {
    await meanwhile()
    return []
  }
  return { response: { type: InteractionResponseType.Modal, data }, ephemeral: true, messages }
}

export function choices(list: readonly Choice[]): InteractionReply {
  return {
    response: {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [...list] },
    },
    ephemeral: true,
  }
}

export function personOf(interaction: PersonalInteraction): APIUser | undefined {
  return interaction.member?.user ?? interaction.user
}

/** Id of the server, where the server itself has installed the bot; somebody may bring it along to any other. */
export function serverOf(interaction: PersonalInteraction): string | undefined {
  const owners = interaction.authorizing_integration_owners
  const isInstalled = owners === undefined || ApplicationIntegrationType.GuildInstall in owners
  return isInstalled ? interaction.guild_id : undefined
}

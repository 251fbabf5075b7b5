import {
  type APIApplicationCommandInteraction,
  type APIInteractionResponse,
  type APIMessageComponentInteraction,
  type APIUser,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { MessageBody } from '../render/message-body.ts'
import { renderNotice } from '../render/render-notice.ts'
import type { Choice } from './suggest.ts'

/** What an interaction is answered with, whichever way it came. */
export interface InteractionReply {
  /** Sent first and at once: Discord waits three seconds. */
  readonly response: APIInteractionResponse
  /** Whether only the one who asked sees the reply. */
  readonly ephemeral: boolean
  /**
   * The messages that come after the response, computed once it is on its way. After a deferral the first of them
   * takes the place of "thinking…".
   */
  readonly messages?: () => Promise<readonly MessageBody[]>
}

/** Interactions that someone made and waits for. */
export type PersonalInteraction = APIApplicationCommandInteraction | APIMessageComponentInteraction

/** "Thinking…" now, the messages when they are ready. */
export function deferred(
  ephemeral: boolean,
  messages: () => Promise<readonly MessageBody[]>,
): InteractionReply {
  const response: APIInteractionResponse = {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(ephemeral ? { data: { flags: MessageFlags.Ephemeral } } : {}),
  }
  return { response, ephemeral, messages }
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

import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIEmbed,
  APIMessage,
} from 'discord-api-types/v10'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { LIMITS } from './text/limits.ts'

export type Button = APIButtonComponentWithCustomId
export type ButtonRow = APIActionRowComponent<Button>

/** A message ready to send, whichever way it goes: as a reply to an interaction, a follow-up or into a channel. */
export interface MessageBody {
  readonly content?: string
  readonly embeds?: APIEmbed[]
  readonly components?: ButtonRow[]
  /** Nothing that we quote notifies anyone; only the role that a question is passed on to is named. */
  readonly allowed_mentions: { readonly parse: []; readonly roles?: string[] }
}

export interface MessageParts {
  readonly content?: string | undefined
  /** One a message: a description and a heading stay below the 6000 characters that all embeds together may have. */
  readonly embed?: APIEmbed | undefined
  /** One row; no more than five are shown. */
  readonly buttons?: readonly Button[]
}

export function messageBody({ content, embed, buttons = [] }: MessageParts): MessageBody {
  const components = buttons.slice(0, LIMITS.buttonsPerRow)
  return {
    ...(content ? { content } : {}),
    ...(embed ? { embeds: [embed] } : {}),
    ...(components.length > 0 ? { components: [{ type: ComponentType.ActionRow, components }] } : {}),
    allowed_mentions: { parse: [] },
  }
}

export function button(customId: string, label: { label: string } | { emoji: string }): Button {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId,
    ...('label' in label ? { label: label.label } : { emoji: { name: label.emoji } }),
  }
}

/** The buttons of a message of ours, without one of them. */
export function withoutButton(
  { components = [] }: Pick<APIMessage, 'components'>,
  customId: string,
): ButtonRow[] {
  return components.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return []
    const kept = row.components.filter(
      (each): each is Button => 'custom_id' in each && each.custom_id !== customId && 'style' in each,
    )
    return kept.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: kept.map(plain) }]
  })
}

/** Discord adds a number to a component, which it does not take back. */
function plain({ type, style, custom_id, label, emoji }: Button): Button {
  return {
    type,
    style,
    custom_id,
    ...(label ? { label } : {}),
    ...(emoji?.name ? { emoji: { name: emoji.name } } : {}),
  }
}

import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed } from 'discord-api-types/v10'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { LIMITS } from './limits.ts'

export type Button = APIButtonComponentWithCustomId
export type ButtonRow = APIActionRowComponent<Button>

/** A message ready to send, whichever way it goes: as a reply to an interaction, a follow-up or into a channel. */
export interface MessageBody {
  readonly content?: string
  readonly embeds?: APIEmbed[]
  readonly components?: ButtonRow[]
  /** Nothing that we send notifies anyone, whatever it quotes. */
  readonly allowed_mentions: { readonly parse: [] }
}

export interface MessageParts {
  readonly content?: string | undefined
  /** One a message: a description and a heading stay below the 6000 characters that all embeds together may have. */
  readonly embed?: APIEmbed | undefined
  /** Already in rows. */
  readonly rows?: readonly ButtonRow[]
}

export function messageBody({ content, embed, rows = [] }: MessageParts): MessageBody {
  return {
    ...(content ? { content } : {}),
    ...(embed ? { embeds: [embed] } : {}),
    ...(rows.length > 0 ? { components: [...rows] } : {}),
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

/** Five buttons a row. */
export function buttonRows(buttons: readonly Button[]): ButtonRow[] {
  const rows: ButtonRow[] = []
  for (let start = 0; start < buttons.length; start += LIMITS.buttonsPerRow) {
    const components = buttons.slice(start, start + LIMITS.buttonsPerRow)
    rows.push({ type: ComponentType.ActionRow, components })
  }
  return rows
}

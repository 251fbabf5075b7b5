import {
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  FormattingPatterns,
} from 'discord-api-types/v10'
import { TAKEN_OUT, withoutEmptied } from '../../text/emptied-brackets.ts'

/** The parts of a message in which somebody says something. */
export type SpokenMessage = Pick<APIMessage, 'content' | 'mentions'> &
  Partial<
    Pick<APIMessage, 'embeds' | 'components' | 'poll' | 'message_snapshots' | 'attachments' | 'sticker_items'>
  >

/**
 * What a message says, in plain words and wherever it says them: in its text, in the message that it forwards, or, where it
 * has no text, in embeds, components or a poll. Empty for a picture or a file.
 */
export function readableText(message: SpokenMessage, bot: string): string {
  const own = spokenText(message, bot)
  if (own !== '') return own
  const [snapshot] = message.message_snapshots ?? []
  if (snapshot !== undefined) return readableText(snapshot.message, bot)
  const parts = [
    ...(message.embeds ?? []).flatMap(embedTexts),
    ...(message.components ?? []).flatMap(componentTexts),
    ...pollTexts(message.poll),
  ]
  const content = parts.filter((part) => part.trim() !== '').join('\n')
  return content === '' ? '' : spokenText({ ...message, content }, bot)
}

/** Whether a message brings something along that cannot be read: a picture, a file, a sticker. */
export function hasAttachments({
  attachments = [],
  sticker_items = [],
  message_snapshots: [snapshot] = [],
}: SpokenMessage): boolean {
  const forwarded = [...(snapshot?.message.attachments ?? []), ...(snapshot?.message.sticker_items ?? [])]
  return attachments.length + sticker_items.length + forwarded.length > 0
}

/**
 * What a person wrote, without what only Discord understands: the mention that called the bot, custom emoji, times,
 * channels, roles, commands, addresses and quoted lines. Other people's mentions become their names.
 */
function spokenText(message: Pick<APIMessage, 'content' | 'mentions'>, bot: string): string {
  const words = message.content
    .replace(/<@!?(\d+)>/g, (_mention, id: string) => {
      const name = message.mentions.find((user) => user.id === id)?.username
      return id === bot || name === undefined ? TAKEN_OUT : `@${name}`
    })
    .replace(MARKUP, TAKEN_OUT)
    .replace(/\|\|/g, '')
  const said = withoutEmptied(words)
  const unquoted = said.replace(/^\s*>.*$/gm, '')
  return tidy(unquoted) || tidy(said.replace(/^\s*>\s?/gm, ''))
}

/** Everything in angle brackets that Discord shows as something else, and addresses. */
const MARKUP = new RegExp(
  [
    FormattingPatterns.Channel,
    FormattingPatterns.Role,
    FormattingPatterns.SlashCommand,
    FormattingPatterns.Emoji,
    FormattingPatterns.Timestamp,
    FormattingPatterns.GuildNavigation,
    /<?https?:\/\/[^\s<>]+>?/,
  ]
    .map(({ source }) => source.replace(/\(\?<\w+>/g, '(?:'))
    .join('|'),
  'gu',
)

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n\s*\n/g, '\n')
    .trim()
}

function embedTexts({ title = '', description = '', fields = [] }: APIEmbed): string[] {
  return [title, description, ...fields.map(({ name, value }) => `${name}: ${value}`)]
}

function componentTexts(component: APIMessageTopLevelComponent): string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content]
  if (component.type === ComponentType.Section) return component.components.map(({ content }) => content)
  if (component.type === ComponentType.Container) return component.components.flatMap(componentTexts)
  return []
}

function pollTexts(poll: APIMessage['poll']): string[] {
  if (poll === undefined) return []
  return [poll.question.text ?? '', ...poll.answers.map(({ poll_media }) => poll_media.text ?? '')]
}

import type { APIMessage } from 'discord-api-types/v10'

/** All that a message shows as readers see it: its text and its embeds, without Markdown. */
export function shownText({ content, embeds }: Pick<APIMessage, 'content' | 'embeds'>): string {
  const descriptions = embeds.flatMap(({ title = '', description = '' }) => [title, description])
  return [content, ...descriptions]
    .join('\n')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

/** The words of an embed that stand out. */
export function boldWords({ embeds }: Pick<APIMessage, 'embeds'>): string[] {
  const shown = embeds.map(({ description = '' }) => description).join('\n')
  return Array.from(shown.matchAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/gs), ([, words = '']) => words)
}

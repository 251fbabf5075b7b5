/** What Discord accepts, counted as {@link discordLength} counts. Source: https://discord.com/developers/docs */
export const LIMITS = {
  /** Text of a message. */
  content: 2000,
  embedAuthor: 256,
  embedDescription: 4096,
  buttonsPerRow: 5,
  rowsPerMessage: 5,
  buttonLabel: 80,
  customId: 100,
  autocompleteChoices: 25,
  autocompleteChoice: 100,
  threadName: 100,
} as const

/**
 * Length as Discord's servers count it: in Unicode code points, not in UTF-16 units.
 * Source: https://github.com/discord/discord-api-docs/issues/1315
 */
export function discordLength(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** As much of a text as a limit allows, in code points. */
export function beginning(text: string, limit: number): string {
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join('')
}

/** The text itself when it fits, else its beginning with an ellipsis; counted in code points. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text)
  if (characters.length <= limit) return text
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`
}

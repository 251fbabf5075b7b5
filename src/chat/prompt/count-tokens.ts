import type { ChatPrompt } from '../chat-settings.ts'

/**
 * Tokens by kind of character, at the upper end of what the encodings of common models take (cl100k 1.4 for a Han
 * character, o200k 0.9; 0.25 for English, up to 0.45 for code): a prompt that is too long is cut by some servers without
 * a word.
 */
const TOKENS_PER_LATIN = 0.45
const TOKENS_PER_OTHER = 1.5
/** The marks that a chat template puts around a message. */
const TOKENS_PER_MESSAGE = 8

/** How many tokens a text takes at most, in any model that is used today. */
export function countTokens(text: string): number {
  let latin = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x250) latin++
  return Math.ceil(latin * TOKENS_PER_LATIN + (text.length - latin) * TOKENS_PER_OTHER)
}

/** The same for all messages of a prompt. */
export function countPromptTokens({ system, user }: ChatPrompt): number {
  return countTokens(system) + countTokens(user) + 2 * TOKENS_PER_MESSAGE
}

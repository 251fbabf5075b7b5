import { estimateTokens } from '../index/build/embedding-estimate.ts'
import type { ChatMessage } from './conversation.ts'

/** Tokens, as a language model would count them, roughly. Nothing is charged for them. */
export interface TokenCount {
  readonly input: number
  readonly output: number
}

export function countTokens(messages: readonly ChatMessage[], reply: string): TokenCount {
  const input = messages.reduce((sum, { text }) => sum + estimateTokens(text), 0)
  return { input: Math.ceil(input), output: Math.ceil(estimateTokens(reply)) }
}

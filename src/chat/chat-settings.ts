import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

/** LangChain's chat-model port, as far as answering needs it. */
export type ChatModel = Pick<BaseChatModel, 'stream'>

/** What a model is told, and what it is told to answer. */
export interface ChatPrompt {
  readonly system: string
  readonly user: string
}

/** How a language model may be used. */
export interface ChatSettings {
  /** Name of the model, which answers carry as their `answerer`. */
  readonly name: string
  /** How long a question may take from its beginning until it is answered without the model. */
  readonly timeoutMilliseconds: number
  /** How long a reply that has begun may stand still. */
  readonly idleMilliseconds: number
  /** Tokens that a prompt and its reply may have together. */
  readonly contextTokens: number
  /** How many calls may be under way at a time; the others wait. */
  readonly callsAtOnce: number
  /** Tokens that may be used in a day (UTC), in prompts and replies; as many as there are without it. */
  readonly tokensPerDay?: number | undefined
}

/** What serves most models, in the hands of somebody who waits. */
export const USUAL_SETTINGS: ChatSettings = {
  name: 'chat',
  timeoutMilliseconds: 20_000,
  idleMilliseconds: 10_000,
  contextTokens: 4096,
  callsAtOnce: 4,
}

/** A part of the context is for the reply: a few sentences, and what a model may think before them. */
const REPLY_SHARE = 1 / 4

/** How many tokens a reply may have. */
export function replyTokens({ contextTokens }: Pick<ChatSettings, 'contextTokens'>): number {
  return Math.floor(contextTokens * REPLY_SHARE)
}

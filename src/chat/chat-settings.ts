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
  /** Milliseconds after which a question is answered without the model. */
  readonly timeoutMilliseconds: number
  /** Milliseconds that a reply that has begun may pause. */
  readonly idleMilliseconds: number
  /** Maximum tokens of a prompt and its reply together. */
  readonly contextTokens: number
  /** Maximum number of calls at the same time; further calls wait. */
  readonly callsAtOnce: number
  /** Maximum tokens per day (UTC), in prompts and replies together; unlimited if absent. */
  readonly tokensPerDay?: number | undefined
}

/** Settings that suit most models while somebody waits for the answer. */
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

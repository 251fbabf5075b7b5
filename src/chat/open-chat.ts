import type { Writer, WriterTools } from '../answer/open-snapshot.ts'
import type { Log } from '../log.ts'
import type { TokenUsage } from './calling/daily-budget.ts'
import type { ChatSettings } from './chat-settings.ts'

/** The variables that name a language model, as the configuration has them. */
export interface ChatVariables {
  readonly CHAT_MODEL: string
  readonly CHAT_BASE_URL?: string | undefined
  readonly CHAT_API_KEY?: string | undefined
  readonly CHAT_TIMEOUT: number
  readonly CHAT_CONTEXT_TOKENS: number
  readonly CHAT_CALLS_AT_ONCE: number
  readonly CHAT_MAX_TOKENS_PER_DAY?: number | undefined
}

/** A language model that answers, over whichever index is served. */
export interface Chat {
  readonly writer: (tools: WriterTools) => Writer
  /** Whether it is given a break. */
  readonly isResting: () => boolean
}

export interface ChatOptions {
  readonly log: Pick<Log, 'warn'>
  /** Called with what each call has used. */
  readonly onUsage?: ((usage: TokenUsage) => void) | undefined
}

/** How long a reply that has begun may stand still. */
const IDLE_MILLISECONDS = 10_000

/** The language model that the configuration names; nothing where answers are quotations. Asks no server anything. */
export async function openChat(
  configuration: ChatVariables,
  { log, onUsage }: ChatOptions,
): Promise<Chat | undefined> {
  const { CHAT_MODEL: model, CHAT_BASE_URL: baseUrl, CHAT_API_KEY: apiKey } = configuration
  if (model === 'extractive' || baseUrl === undefined) return undefined
  // Slow to load, and mostly not needed.
  const [{ openAiChatModel }, { ChatClient }, { chatWriter }, { replyTokens }] = await Promise.all([
    import('./openai-chat-model.ts'),
    import('./calling/chat-client.ts'),
    import('./chat-writer.ts'),
    import('./chat-settings.ts'),
  ])
  const settings = settingsOf(configuration)
  const client = new ChatClient({
    model: openAiChatModel({ model, baseUrl, apiKey }, replyTokens(settings)),
    settings,
    log,
    onUsage,
  })
  return { writer: chatWriter(client), isResting: () => client.isResting }
}

function settingsOf(configuration: ChatVariables): ChatSettings {
  const timeoutMilliseconds = configuration.CHAT_TIMEOUT * 1000
  return {
    name: configuration.CHAT_MODEL,
    timeoutMilliseconds,
    idleMilliseconds: Math.min(IDLE_MILLISECONDS, timeoutMilliseconds),
    contextTokens: configuration.CHAT_CONTEXT_TOKENS,
    callsAtOnce: configuration.CHAT_CALLS_AT_ONCE,
    tokensPerDay: configuration.CHAT_MAX_TOKENS_PER_DAY,
  }
}

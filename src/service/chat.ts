import type { Writer, WriterTools } from '../answer/open-snapshot.ts'
import type { TokenUsage } from '../chat/calling/daily-budget.ts'
import type { ChatSettings } from '../chat/chat-settings.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Log } from '../log.ts'

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
  configuration: Configuration,
  { log, onUsage }: ChatOptions,
): Promise<Chat | undefined> {
  const { CHAT_MODEL: model, CHAT_BASE_URL: baseUrl, CHAT_API_KEY: apiKey } = configuration
  if (model === 'extractive' || baseUrl === undefined) return undefined
  // Slow to load, and mostly not needed.
  const [{ openAiChatModel }, { ChatClient }, { chatWriter }, { replyTokens }] = await Promise.all([
    import('../chat/openai-chat-model.ts'),
    import('../chat/calling/chat-client.ts'),
    import('../chat/chat-writer.ts'),
    import('../chat/chat-settings.ts'),
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

function settingsOf(configuration: Configuration): ChatSettings {
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

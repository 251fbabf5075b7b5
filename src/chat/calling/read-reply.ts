import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages'
import { orAborted } from '../../embeddings/or-aborted.ts'
import type { ChatModel, ChatPrompt } from '../chat-settings.ts'
import { countPromptTokens, countTokens } from '../prompt/count-tokens.ts'
import type { TokenUsage } from './daily-budget.ts'
import { chatError } from './describe-chat-fault.ts'

export interface ReadReplyOptions {
  /** Ends the call, with the signal's reason. */
  readonly signal: AbortSignal
  readonly idleMilliseconds: number
  /** Longest reply in tokens; a server that sends more disregards what it was asked for. */
  readonly longest: number
  /** Takes a piece of the reply. @returns whether more is wanted */
  readonly onText: (text: string) => boolean
  /** Called once in the end, also of a call that failed; counted here where the server does not say. */
  readonly onUsage: (usage: TokenUsage) => void
}

/** Where LangChain's models say why a reply has ended, whatever their servers. */
const FINISH_FIELDS = ['finish_reason', 'done_reason', 'stop_reason', 'finishReason', 'stopReason']

/**
 * Has a model reply once, and reads the reply as it comes.
 *
 * @throws ChatError `cut`, `slow`, `endless` or `unusable`; whatever the client throws, and the signal's reason
 */
export async function readReply(
  model: ChatModel,
  prompt: ChatPrompt,
  { signal, idleMilliseconds, longest, onText, onUsage }: ReadReplyOptions,
): Promise<void> {
  const done = new AbortController()
  const ending = AbortSignal.any([signal, done.signal])
  let counted: UsageMetadata | undefined
  let text = ''
  let chunks = 0
  let finish: unknown
  let isEnough = false
  try {
    const call = model.stream(
      [
        ['system', prompt.system],
        ['human', prompt.user],
      ],
      { signal: ending },
    )
    const stream = (await orAborted(call, ending))[Symbol.asyncIterator]()
    for (;;) {
      // The first piece may take its time: a server reads all of the prompt before.
      const next = stream.next()
      const { value, done: isOver } = await orAborted(
        chunks === 0 ? next : orIdle(next, idleMilliseconds),
        ending,
      )
      if (isOver) break
      chunks++
      const chunk: AIMessageChunk = value
      finish ??= FINISH_FIELDS.map((field) => chunk.response_metadata[field]).find(Boolean)
      counted = chunk.usage_metadata ?? counted
      if (isEnough || chunk.text === '') continue
      text += chunk.text
      if (!onText(chunk.text)) {
        isEnough = true
        break
      }
      if (countTokens(text) > 2 * longest) throw chatError('endless')
    }
  } finally {
    done.abort()
    onUsage({
      input: counted?.input_tokens ?? (chunks > 0 ? countPromptTokens(prompt) : 0),
      output: counted?.output_tokens ?? countTokens(text),
    })
  }
  if (isEnough) return
  if (chunks === 0) throw chatError('unusable')
  // A stream that ends without a reason was cut off, which the client takes for its end.
  if (finish === undefined) throw chatError('cut')
  if (finish === 'content_filter') throw chatError('refused')
  if (finish === 'length') throw chatError('endless')
}

/** Rejects where nothing comes for so long: the client's own time limit ends with the headers. */
async function orIdle<T>(next: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const idle = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(chatError('slow')), milliseconds)
  })
  try {
    return await Promise.race([next, idle])
  } finally {
    clearTimeout(timer)
  }
}

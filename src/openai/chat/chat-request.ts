import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import { parseBody } from '../../protocol/parse-request.ts'
import { expected } from '../../protocol/request-fields.ts'
import type { ChatMessage } from '../conversation.ts'

const part = z.object({ type: z.string({ error: expected('a string') }), text: z.string().nullish() })

/** A string, or parts of which those with text count. */
export const messageContent = z.union([z.string(), z.array(part)], {
  error: expected('a string or a list of parts'),
})

/** The format that a reply has to have. */
export const responseFormat = z.object({ type: z.string({ error: expected('a string') }) })

/** Whatever else OpenAI's API takes (temperature, tools, limits) is allowed and does nothing. */
export const chatRequest = z
  .object(
    {
      model: z.string({ error: expected('a string') }).describe('`footnote` or `footnote-links`.'),
      messages: z
        .array(
          z.object(
            {
              role: z.string({ error: expected('a string') }),
              content: messageContent.nullish(),
            },
            { error: expected('an object with "role" and "content"') },
          ),
          { error: expected('a list of messages, oldest first') },
        )
        .min(1, { error: 'is empty; send the question as a message of the user' }),
      stream: z.boolean({ error: expected('true or false') }).nullish(),
      stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
      response_format: responseFormat.nullish(),
    },
    { error: 'must be a JSON object with "model" and "messages"' },
  )
  .register(components, { id: 'OpenAiChatRequest' })

export interface ChatRequest {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly stream: boolean
  readonly includeUsage: boolean
  readonly wantsJson: boolean
}

/** @throws {Problem} `invalid-request` that lists every fault */
export function parseChatRequest(body: unknown): ChatRequest {
  const { model, messages, stream, stream_options, response_format } = parseBody(chatRequest, body)
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, text: textOf(content) })),
    stream: stream ?? false,
    includeUsage: stream_options?.include_usage ?? false,
    wantsJson: isJson(response_format),
  }
}

export function isJson(format: z.output<typeof responseFormat> | null | undefined): boolean {
  return format != null && format.type !== 'text'
}

/** The text of a message, its parts joined line by line. */
export function textOf(content: z.output<typeof messageContent> | null | undefined): string {
  if (content == null) return ''
  return typeof content === 'string' ? content : content.flatMap(({ text }) => text ?? []).join('\n')
}

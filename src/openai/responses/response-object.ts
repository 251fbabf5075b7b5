import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import type { Reply } from '../reply.ts'
import type { TokenCount } from '../usage.ts'

const annotation = z.object({
  type: z.literal('url_citation'),
  start_index: z.int().min(0),
  end_index: z.int().min(0),
  title: z.string().describe('Title of the source, its place and the quote.'),
  url: z.string().describe('Address that opens the article at the quoted words.'),
})

const outputText = z.object({
  type: z.literal('output_text'),
  text: z.string(),
  annotations: z.array(annotation),
  logprobs: z.array(z.never()),
})

const outputMessage = z.object({
  id: z.string(),
  type: z.literal('message'),
  status: z.enum(['in_progress', 'completed']),
  role: z.literal('assistant'),
  content: z.array(outputText),
})

export const responseObject = z
  .object({
    id: z.string(),
    object: z.literal('response'),
    created_at: z.int(),
    status: z.enum(['in_progress', 'completed', 'failed']),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    incomplete_details: z.null(),
    instructions: z.string().nullable(),
    max_output_tokens: z.null(),
    metadata: z.object({}),
    model: z.string(),
    output: z.array(outputMessage),
    parallel_tool_calls: z.literal(false),
    previous_response_id: z.null(),
    reasoning: z.object({ effort: z.null(), summary: z.null() }),
    store: z.literal(false),
    temperature: z.null(),
    text: z.object({ format: z.object({ type: z.literal('text') }) }),
    tool_choice: z.literal('none'),
    tools: z.array(z.never()),
    top_p: z.null(),
    truncation: z.literal('disabled'),
    usage: z
      .object({
        input_tokens: z.int(),
        input_tokens_details: z.object({ cached_tokens: z.int() }),
        output_tokens: z.int(),
        output_tokens_details: z.object({ reasoning_tokens: z.int() }),
        total_tokens: z.int(),
      })
      .nullable()
      .describe('Estimated, not counted.'),
  })
  .register(components, { id: 'OpenAiResponse' })

export type ResponseObject = z.output<typeof responseObject>
export type OutputMessage = z.output<typeof outputMessage>
export type OutputText = z.output<typeof outputText>

/** What a response has from its beginning to its end. */
export interface ResponseHead {
  readonly id: string
  readonly messageId: string
  readonly model: string
  /** Seconds since 1970. */
  readonly created: number
  readonly instructions: string | null
}

/** A response before it has any output. */
export function beginResponse({ id, model, created, instructions }: ResponseHead): ResponseObject {
  return {
    id,
    object: 'response',
    created_at: created,
    status: 'in_progress',
    error: null,
    incomplete_details: null,
    instructions,
    max_output_tokens: null,
    metadata: {},
    model,
    output: [],
    parallel_tool_calls: false,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: false,
    temperature: null,
    text: { format: { type: 'text' } },
    tool_choice: 'none',
    tools: [],
    top_p: null,
    truncation: 'disabled',
    usage: null,
  }
}

export function completeResponse(
  head: ResponseHead,
  reply: Reply,
  { input, output }: TokenCount,
): ResponseObject {
  return {
    ...beginResponse(head),
    status: 'completed',
    output: [completeMessage(head, reply)],
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output,
    },
  }
}

export function failResponse(head: ResponseHead, message: string): ResponseObject {
  return { ...beginResponse(head), status: 'failed', error: { code: 'server_error', message } }
}

export function beginMessage({ messageId }: ResponseHead): OutputMessage {
  return { id: messageId, type: 'message', status: 'in_progress', role: 'assistant', content: [] }
}

export function completeMessage(head: ResponseHead, reply: Reply): OutputMessage {
  return { ...beginMessage(head), status: 'completed', content: [completeText(reply)] }
}

export function completeText({ text, annotations }: Reply): OutputText {
  return {
    type: 'output_text',
    text,
    annotations: annotations.map((source) => ({ type: 'url_citation', ...source })),
    logprobs: [],
  }
}

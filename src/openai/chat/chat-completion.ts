import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import type { Reply } from '../reply.ts'
import type { TokenCount } from '../usage.ts'

const usage = z
  .object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() })
  .describe('Estimated, not counted.')

const annotation = z
  .object({
    type: z.literal('url_citation'),
    url_citation: z.object({
      start_index: z.int().min(0),
      end_index: z.int().min(0),
      title: z.string().describe('Title of the source, its place and the quote.'),
      url: z.string().describe('Address that opens the article at the quoted words.'),
    }),
  })
  .register(components, { id: 'OpenAiAnnotation' })

export const chatCompletion = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string(),
          refusal: z.null(),
          annotations: z.array(annotation),
        }),
        logprobs: z.null(),
        finish_reason: z.literal('stop'),
      }),
    ),
    usage,
  })
  .register(components, { id: 'OpenAiChatCompletion' })

/** What all parts of one completion share. */
export interface CompletionHead {
  readonly id: string
  readonly model: string
  /** Seconds since 1970. */
  readonly created: number
}

export function describeCompletion(
  { id, model, created }: CompletionHead,
  reply: Reply,
  tokens: TokenCount,
): z.output<typeof chatCompletion> {
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: reply.text,
          refusal: null,
          annotations: annotationsIn(reply),
        },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: usageOf(tokens),
  }
}

/** The chunks of a streamed completion. */
export class CompletionChunks {
  constructor(private readonly head: CompletionHead) {}

  begin(): object {
    return this.chunk({ role: 'assistant', content: '' })
  }

  text(content: string): object {
    return this.chunk({ content })
  }

  /** The sources come all at once, with the reason for the end: clients look for them there, and read them once. */
  end(reply: Reply): object {
    const annotations = annotationsIn(reply)
    return this.chunk(annotations.length === 0 ? {} : { annotations }, 'stop')
  }

  usage(tokens: TokenCount): object {
    return { ...this.chunk({}), choices: [], usage: usageOf(tokens) }
  }

  private chunk(delta: object, finish_reason: 'stop' | null = null): object {
    const { id, model, created } = this.head
    const choices = [{ index: 0, delta, logprobs: null, finish_reason }]
    return { id, object: 'chat.completion.chunk', created, model, choices }
  }
}

function annotationsIn({ annotations }: Reply): z.output<typeof annotation>[] {
  return annotations.map((source) => ({ type: 'url_citation', url_citation: { ...source } }))
}

function usageOf({ input, output }: TokenCount): z.output<typeof usage> {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
}

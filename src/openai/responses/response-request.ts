import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import { parseBody } from '../../protocol/parse-request.ts'
import { Problem } from '../../protocol/problem.ts'
import { expected } from '../../protocol/request-fields.ts'
import { isJson, messageContent, responseFormat, textOf } from '../chat/chat-request.ts'
import type { ChatMessage } from '../conversation.ts'

/** A message; of any other item (a reasoning, a call of a tool) only that it is there counts. */
const inputItem = z.object({
  role: z.string({ error: expected('a string') }).nullish(),
  content: messageContent.nullish().catch(undefined),
})

/** Whatever else OpenAI's API takes (temperature, tools, limits) is allowed and does nothing. */
export const responseRequest = z
  .object(
    {
      model: z.string({ error: expected('a string') }).describe('`footnote` or `footnote-links`.'),
      input: z
        .union([z.string(), z.array(inputItem)], { error: expected('a string or a list of messages') })
        .describe('The question, or the conversation up to it.'),
      instructions: z.string({ error: expected('a string') }).nullish(),
      stream: z.boolean({ error: expected('true or false') }).nullish(),
      previous_response_id: z.string().nullish(),
      conversation: z.unknown().optional(),
      text: z.object({ format: responseFormat.nullish() }).nullish(),
    },
    { error: 'must be a JSON object with "model" and "input"' },
  )
  .register(components, { id: 'OpenAiResponseRequest' })

export interface ResponseRequest {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly stream: boolean
  readonly wantsJson: boolean
  readonly instructions: string | null
}

/** @throws {Problem} `invalid-request` that lists every fault, and for a conversation that was to be remembered here */
export function parseResponseRequest(body: unknown): ResponseRequest {
  const request = parseBody(responseRequest, body)
  const { model, input, instructions, stream, previous_response_id, conversation, text } = request
  if (previous_response_id != null) throw remembersNothing('previous_response_id')
  if (conversation != null) throw remembersNothing('conversation')
  const given = typeof input === 'string' ? [{ role: 'user', content: input }] : input
  const messages = given.map(({ role, content }) => ({ role: role ?? '', text: textOf(content) }))
  return {
    model,
    messages: instructions == null ? messages : [{ role: 'developer', text: instructions }, ...messages],
    stream: stream ?? false,
    wantsJson: isJson(text?.format),
    instructions: instructions ?? null,
  }
}

function remembersNothing(field: string): Problem {
  const detail = `No conversation is kept here, so that ${field} refers to nothing. Send the whole conversation as "input".`
  return new Problem('invalid-request', { detail, errors: [{ pointer: `#/${field}`, detail }] })
}

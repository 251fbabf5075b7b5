import type { EventSink } from '../../http/streaming/event-stream.ts'
import type { Reply } from '../reply.ts'
import type { TokenCount } from '../usage.ts'
import {
  beginMessage,
  beginResponse,
  completeMessage,
  completeResponse,
  completeText,
  failResponse,
  type ResponseHead,
} from './response-object.ts'

/** Streams a response as OpenAI's API does: each thing is added, grows and is done, and all events are numbered. */
export class ResponseEvents {
  private sequence = 0
  private readonly head: ResponseHead
  /** Where the text of the only message stands. */
  private readonly place: { readonly item_id: string; readonly output_index: 0; readonly content_index: 0 }

  constructor(head: ResponseHead) {
    this.head = head
    this.place = { item_id: head.messageId, output_index: 0, content_index: 0 }
  }

  begin(events: EventSink): void {
    const response = beginResponse(this.head)
    this.send(events, 'response.created', { response })
    this.send(events, 'response.in_progress', { response })
    this.send(events, 'response.output_item.added', { output_index: 0, item: beginMessage(this.head) })
    const part = completeText({ text: '', annotations: [] })
    this.send(events, 'response.content_part.added', { ...this.place, part })
  }

  text(events: EventSink, delta: string): void {
    this.send(events, 'response.output_text.delta', { ...this.place, delta, logprobs: [] })
  }

  complete(events: EventSink, reply: Reply, tokens: TokenCount): void {
    const part = completeText(reply)
    for (const [annotation_index, annotation] of part.annotations.entries()) {
      const added = { ...this.place, annotation_index, annotation }
      this.send(events, 'response.output_text.annotation.added', added)
    }
    this.send(events, 'response.output_text.done', { ...this.place, text: reply.text, logprobs: [] })
    this.send(events, 'response.content_part.done', { ...this.place, part })
    const item = completeMessage(this.head, reply)
    this.send(events, 'response.output_item.done', { output_index: 0, item })
    this.send(events, 'response.completed', { response: completeResponse(this.head, reply, tokens) })
  }

  fail(events: EventSink, message: string): void {
    this.send(events, 'response.failed', { response: failResponse(this.head, message) })
  }

  private send(events: EventSink, type: string, fields: object): void {
    events.send({ type, sequence_number: this.sequence++, ...fields }, type)
  }
}

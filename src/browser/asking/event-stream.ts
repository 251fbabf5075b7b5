/** A server-sent event. */
export interface ServerSentEvent {
  readonly event: string
  readonly data: string
}

/**
 * Reads server-sent events (WHATWG HTML §9.2.6) from a stream of text, cut wherever it may be. Comments, ids and events
 * without data are left out.
 */
export function readEvents(): TransformStream<string, ServerSentEvent> {
  let rest = ''
  return new TransformStream({
    transform(chunk, controller) {
      // A carriage return may be the first half of a line's end.
      const text = (rest + chunk).replace(/\r\n|\r(?!$)/g, '\n')
      const blocks = text.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = readEvent(block)
        if (event !== undefined) controller.enqueue(event)
      }
    },
  })
}

function readEvent(block: string): ServerSentEvent | undefined {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(\w+)(?:: ?(.*))?$/.exec(line) ?? []
    if (name === 'event') event = value
    if (name === 'data') data.push(value)
  }
  return data.length === 0 ? undefined : { event, data: data.join('\n') }
}

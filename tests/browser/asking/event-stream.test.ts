import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvents, type ServerSentEvent } from '../../../src/browser/asking/event-stream.ts'

async function read(chunks: readonly string[]): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = []
  const stream = new ReadableStream<string>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  for await (const event of stream.pipeThrough(readEvents())) events.push(event)
  return events
}

const STREAM =
  ': hello\n\nevent: token\ndata: {"text":"a"}\n\ndata: one\ndata: two\nid: 7\n\nevent: done\ndata:{}\n\n'
const EVENTS = [
  { event: 'token', data: '{"text":"a"}' },
  { event: 'message', data: 'one\ntwo' },
  { event: 'done', data: '{}' },
]

describe('a stream of events', () => {
  it('is read event by event, without its comments', async () => {
    expect(await read([STREAM])).toEqual(EVENTS)
  })

  it('may be cut anywhere, and end its lines as it likes', async () => {
    const cuts = fc.array(fc.nat(STREAM.length * 2), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(cuts, fc.constantFrom('\n', '\r\n', '\r'), async (at, end) => {
        const stream = STREAM.replaceAll('\n', end)
        const sorted = [0, ...at.filter((cut) => cut < stream.length).sort((a, b) => a - b), stream.length]
        const chunks = sorted.slice(1).map((cut, index) => stream.slice(sorted[index], cut))
        expect((await read(end === '\r' ? [...chunks, '\n'] : chunks)).slice(0, 3)).toEqual(EVENTS)
      }),
    )
  })

  it('leaves out an event that has not come to its end', async () => {
    expect(await read(['event: token\ndata: 1\n'])).toEqual([])
  })
})

/** A server-sent event, its data parsed as JSON. */
export interface StreamedEvent {
  readonly event: string
  readonly data: Record<string, unknown>
}

/** The events of a stream that has ended, as WHATWG HTML §9.2.6 reads them; comments are left out. */
export function eventsOf(stream: string): StreamedEvent[] {
  return stream
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => !line.startsWith(':')))
    .filter((lines) => lines.some((line) => line !== ''))
    .map((lines) => {
      const field = (name: string) =>
        lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2))
      return { event: field('event')[0] ?? '', data: JSON.parse(field('data').join('\n')) }
    })
}

/** The texts of all tokens, joined. */
export function textOf(events: readonly StreamedEvent[]): string {
  return events
    .filter(({ event }) => event === 'token')
    .map(({ data }) => data.text)
    .join('')
}

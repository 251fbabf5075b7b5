import { CodeFences, markersIn, replaceMarkers } from '../answer/markdown/markers.ts'
import type { Citation } from '../domain/citation.ts'
import { linkTarget, oneLine, placeOf } from '../protocol/markdown-sources.ts'

/** A source as OpenAI's API has it: the marker in the text, and what it stands for. */
export interface UrlCitation {
  /** Where the marker begins in the text, in UTF-16 code units. */
  readonly start_index: number
  readonly end_index: number
  readonly title: string
  /** Absolute. */
  readonly url: string
}

/**
 * The sources of an answer, each at its first marker.
 *
 * @param origin that URLs begin with, e.g. `https://ask.example.org`
 */
export function annotationsOf(text: string, citations: readonly Citation[], origin: string): UrlCitation[] {
  const markers = markersIn(text)
  return citations.flatMap((citation) => {
    const placed = markers.find(({ marker }) => marker === citation.marker)
    if (placed === undefined) return []
    return [
      {
        start_index: placed.start,
        end_index: placed.end,
        // Clients show a title and nothing else of a source: the quote has to be in it.
        title: `${placeOf(citation)} — “${oneLine(citation.quote)}”`,
        url: origin + citation.url,
      },
    ]
  })
}

/** Turns the markers of a text that arrives in pieces into Markdown links, holding back what may be half of one. */
export class MarkerLinks {
  private readonly urls = new Map<number, string>()
  private readonly fences = new CodeFences()
  private held = ''

  constructor(private readonly origin: string) {}

  know(citations: readonly Citation[]): void {
    for (const { marker, url } of citations) this.urls.set(marker, linkTarget(this.origin + url))
  }

  /** @returns what can be said by now */
  add(piece: string): string {
    const text = this.held + piece
    const half = /\[\d*$/.exec(text)?.index ?? text.length
    this.held = text.slice(half)
    return this.linked(text.slice(0, half))
  }

  finish(): string {
    const rest = this.linked(this.held)
    this.held = ''
    return rest
  }

  private linked(text: string): string {
    return replaceMarkers(text, this.fences, (marker) => {
      const url = this.urls.get(marker)
      return url === undefined ? `[${marker}]` : `[\\[${marker}\\]](${url})`
    })
  }
}

import type { Span } from '../../domain/span.ts'

/** A marker `[n]` of an answer, where it stands. */
export interface PlacedMarker extends Span {
  readonly marker: number
}

const MARKER = /\[(\d+)\]/g
const OPENING_FENCE = /^ {0,3}(`{3,})[^`]*$/
const CLOSING_FENCE = /^ {0,3}(`{3,})\s*$/

/** Follows Markdown that arrives in pieces, to tell what is fenced code. */
export class CodeFences {
  private line = ''
  private backticks = 0

  /** Whether what comes next is fenced code. */
  get isOpen(): boolean {
    return this.backticks > 0
  }

  /** @param piece what comes next, up to the end of a line at most */
  read(piece: string): void {
    this.line += piece
    if (!this.line.endsWith('\n')) return
    const line = this.line.trimEnd()
    this.line = ''
    const fence = (this.isOpen ? CLOSING_FENCE : OPENING_FENCE).exec(line)?.[1]?.length ?? 0
    if (!this.isOpen) this.backticks = fence
    else if (fence >= this.backticks) this.backticks = 0
  }
}

/** Replaces the markers of Markdown that arrives in pieces, and leaves what looks like one in fenced code. */
export function replaceMarkers(
  piece: string,
  fences: CodeFences,
  replace: (marker: number) => string,
): string {
  return linesOf(piece)
    .map((line) => {
      const isCode = fences.isOpen
      fences.read(line)
      return isCode ? line : line.replace(MARKER, (_, marker: string) => replace(Number(marker)))
    })
    .join('')
}

/** The markers of an answer, in order. What looks like one in fenced code is none. */
export function markersIn(answer: string): PlacedMarker[] {
  const fences = new CodeFences()
  const markers: PlacedMarker[] = []
  let start = 0
  for (const line of linesOf(answer)) {
    if (!fences.isOpen) {
      for (const { index, 0: words, 1: marker } of line.matchAll(MARKER))
        markers.push({ marker: Number(marker), start: start + index, end: start + index + words.length })
    }
    fences.read(line)
    start += line.length
  }
  return markers
}

/** With their line feeds. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}

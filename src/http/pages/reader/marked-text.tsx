/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Mark } from '../../../answer/citation-url.ts'
import type { Span } from '../../../domain.ts'

/** Half of a surrogate pair: what remains when a range splits a character. */
const HALF_CHARACTER = /\p{Surrogate}/u

/**
 * The ranges of a paragraph's text to mark: sorted, joined where they touch. A mark of another paragraph is left out,
 * and so is one that reaches beyond the text or splits a character.
 */
export function spansToMark(text: string, anchor: string, marks: readonly Mark[]): Span[] {
  const fitting = marks
    .filter((mark) => mark.anchor === anchor && mark.end <= text.length)
    .filter(({ start, end }) => !HALF_CHARACTER.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start)
  const spans: Span[] = []
  for (const { start, end } of fitting) {
    const last = spans.at(-1)
    if (last !== undefined && start <= last.end) {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    } else {
      spans.push({ start, end })
    }
  }
  return spans
}

/** Renders a range of a text with its marked words. */
export type RenderRange = (range: Span) => Child

/**
 * Renders ranges of a text, in order, with its marked words in `<mark>`. The first of these carries the anchor as its
 * id: the page opens at the words themselves, however far down a long paragraph they stand.
 */
export function markedText(text: string, spans: readonly Span[], anchor: string): RenderRange {
  let anchored = false
  function mark(words: string): Child {
    if (anchored) return <mark>{words}</mark>
    anchored = true
    return <mark id={anchor}>{words}</mark>
  }
  return ({ start, end }) => {
    const pieces: Child[] = []
    let at = start
    for (const span of spans) {
      const from = Math.max(span.start, start)
      const to = Math.min(span.end, end)
      if (from >= to) continue
      pieces.push(text.slice(at, from), mark(text.slice(from, to)))
      at = to
    }
    return <>{[...pieces, text.slice(at, end)]}</>
  }
}

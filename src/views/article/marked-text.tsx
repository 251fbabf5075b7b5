/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Span, StyledSpan } from '../../domain/span.ts'
import { styledText } from './styled-text.tsx'

/** Renders a range of a text with its marked words. */
export type RenderRange = (range: Span) => Child

/**
 * Renders ranges of a text, in order, with its marked words in `<mark>` and what is set apart inside of these. The first
 * carries the anchor as its id: the page opens at the words themselves, however far down a long paragraph they stand.
 */
export function markedText(
  text: string,
  spans: readonly Span[],
  { anchor, styles = [] }: { readonly anchor?: string; readonly styles?: readonly StyledSpan[] | undefined },
): RenderRange {
  let isAnchored = anchor === undefined
  function mark(words: readonly Child[]): Child {
    if (isAnchored) return <mark>{words}</mark>
    isAnchored = true
    return <mark id={anchor}>{words}</mark>
  }
  const styled = (start: number, end: number) => styledText(text, { start, end }, styles)
  return ({ start, end }) => {
    const pieces: Child[] = []
    let at = start
    for (const span of spans) {
      const from = Math.max(span.start, start)
      const to = Math.min(span.end, end)
      if (from >= to) continue
      pieces.push(...styled(at, from), mark(styled(from, to)))
      at = to
    }
    return <>{[...pieces, ...styled(at, end)]}</>
  }
}

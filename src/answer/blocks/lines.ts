import type { Span } from '../../domain/span.ts'

/** The lines of a range of a text, empty ones too, without their line feeds; offsets are those of the text. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  let from = start
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', from)) {
    lines.push({ start: from, end: at })
    from = at + 1
  }
  return [...lines, { start: from, end }]
}

/** A range of a text, as far as the lines at its ends reach within a block. */
export function wholeLines(text: string, block: Span, { start, end }: Span): Span {
  const next = text.indexOf('\n', end)
  return {
    start: Math.max(block.start, text.lastIndexOf('\n', start - 1) + 1),
    end: next < 0 ? block.end : Math.min(block.end, next),
  }
}

/** A range without the white space at its ends. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

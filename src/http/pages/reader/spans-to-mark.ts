import type { Mark } from '../../../answer/citation-url.ts'
import type { Span } from '../../../domain/span.ts'

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

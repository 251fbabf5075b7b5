import type { StyledSpan } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { readMarks, type StyledText } from '../../text/inline-marks.ts'
import type { TextBlock } from '../document.ts'
import { visibleText } from './visible-text.ts'

/** What ends a line or a cell. */
const SEPARATOR = /[\n\t]/g

/** A block whose text still carries its marks, as its readers see it; nothing where they see nothing. */
export function block(given: TextBlock): TextBlock[] {
  const { text, styles } = visibleWords(given.text)
  const all = [...(given.styles ?? []), ...styles]
  return text.trim() === '' ? [] : [{ ...given, text, ...(all.length === 0 ? {} : { styles: all }) }]
}

/** A text that carries marks, as its readers see it: without what is invisible, and its styles within its lines. */
export function visibleWords(marked: string): StyledText {
  const { text, styles } = readMarks(marked)
  const visible = visibleText(text)
  if (styles.length === 0) return { text: visible, styles }
  const moved = visible === text ? styles : movedStyles(styles, text, visible)
  return { text: visible, styles: moved.flatMap((span) => withinLines(span, visible)) }
}

/** Styles of a text in what is left of it: visible text is the same without some of its characters. */
function movedStyles(styles: readonly StyledSpan[], text: string, visible: string): StyledSpan[] {
  const placeOf = new Uint32Array(text.length + 1)
  let place = 0
  for (let at = 0; at < text.length; at++) {
    placeOf[at] = place
    if (text[at] === visible[place]) place++
  }
  placeOf[text.length] = place
  return styles
    .map((span) => ({ ...span, start: itemAt(placeOf, span.start), end: itemAt(placeOf, span.end) }))
    .filter(({ start, end }) => start < end)
}

function withinLines(span: StyledSpan, text: string): StyledSpan[] {
  const spans: StyledSpan[] = []
  let { start } = span
  const words = text.slice(span.start, span.end)
  for (const { index } of words.matchAll(SEPARATOR)) {
    spans.push({ ...span, start, end: span.start + index })
    start = span.start + index + 1
  }
  return [...spans, { ...span, start }].filter(({ start, end }) => start < end)
}

/** Colours and the like of a terminal: ECMA-48, 5.4. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it begins with one
const TERMINAL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/g

/** Control characters that no text has; tabs, line breaks, form feeds and the old end-of-file mark are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g

/** Where there are more, it is no text. */
const LARGEST_SHARE = 0.1

export interface CleanedText {
  readonly text: string
  /** How many were left out. */
  readonly count: number
  /** Line of the first one, from 1. */
  readonly line: number
}

/**
 * A text without control characters.
 *
 * @returns nothing where there are so many that it is no text
 */
export function withoutControlCharacters(text: string): CleanedText | undefined {
  const first = text.search(CONTROL)
  if (first < 0) return { text, count: 0, line: 0 }
  const plain = text.replace(TERMINAL_SEQUENCE, '')
  const controls = plain.match(CONTROL)?.length ?? 0
  if (controls > plain.length * LARGEST_SHARE) return undefined
  const count = controls + (text.match(TERMINAL_SEQUENCE)?.length ?? 0)
  return { text: plain.replace(CONTROL, ''), count, line: text.slice(0, first).split('\n').length }
}

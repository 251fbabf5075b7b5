/** A fence that opens a block of code. */
export interface Fence {
  /** What stands before it: indentation, marks of quotations and of list items. */
  readonly prefix: string
  /** Three or more backticks or tildes. */
  readonly marks: string
  /** What stands behind it: the language, and more. */
  readonly info: string
}

const OPENING = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})(.*)$/
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/

/** The fence that a line opens. Its indentation counts for nothing: sites set code into components as deep as they like. */
export function openingFence(line: string): Fence | undefined {
  const match = OPENING.exec(line)
  if (!match) return undefined
  const [, prefix = '', marks = '', info = ''] = match
  return marks.startsWith('`') && info.includes('`') ? undefined : { prefix, marks, info: info.trim() }
}

/** Whether a line closes the code that a fence has opened. */
export function closesFence(line: string, { marks }: Fence): boolean {
  const [, closing = ''] = CLOSING.exec(line) ?? []
  return closing.length >= marks.length && closing.startsWith(marks.charAt(0))
}

/**
 * Where the code ends that the fence of a line opens: behind its closing fence, where its quotation ends, or at the end
 * of the text.
 *
 * @param at index of the line that opens it
 * @returns index of the first line behind it
 */
export function endOfFence(lines: readonly string[], at: number, fence: Fence): number {
  const isQuoted = fence.prefix.includes('>')
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] as string
    if (isQuoted && !/^\s*>/.test(line)) return next
    if (closesFence(line, fence)) return next + 1
  }
  return lines.length
}

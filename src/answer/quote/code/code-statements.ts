import type { Span } from '../../../domain/span.ts'
import { itemAt } from '../../../item-at.ts'
import { linesIn, trimmedSpan } from '../../blocks/lines.ts'
import type { Run } from '../block-choice.ts'

export interface CodeLine extends Span {
  /** Characters of white space before it. */
  readonly indentation: number
  /** Without white space around; empty for an empty line. */
  readonly words: string
}

/** A run of lines that belong together. */
export interface Statement extends Run {
  /** Indentation of the line that begins it. */
  readonly indentation: number
}

export function codeLinesIn(text: string, block: Span): CodeLine[] {
  return linesIn(text, block).map((line) => {
    const { start, end } = trimmedSpan(text, line)
    return { start, end, indentation: start - line.start, words: text.slice(start, end) }
  })
}

/** Ends or goes on with the statement that began above at the same indentation. */
const CLOSING = /^(?:[)\]}>]|<\/|\/>|(?:end|else|elif|elsif|except|catch|finally|fi|done|esac)\b)/
/** Belongs to the statement below it. */
const OPENING = /^(?:\/\/|\/\*|\*(?:\s|\/|$)|#(?:[\s!]|$)|--\s|<!--|@\w[^{]*$)/

/**
 * The statements that some lines of code belong to, as their indentation shows them: the outermost first. A statement is a
 * line with all that is indented further below it, the lines that close it, and the comments above it.
 */
export function statementsAround(lines: readonly CodeLine[], { first, last }: Run): Statement[] {
  const statements: Statement[] = []
  let at = first
  while (at > 0 && isEmpty(lines[at])) at--
  for (let indentation = Number.POSITIVE_INFINITY; at >= 0; at--) {
    const line = lines[at] as CodeLine
    if (isEmpty(line) || line.indentation >= indentation) continue
    const isClosing = CLOSING.test(line.words)
    indentation = line.indentation + (isClosing ? 1 : 0)
    if (isClosing) continue
    const statement = statementAt(lines, at)
    if (statement.last >= last) statements.unshift(statement)
  }
  return statements
}

/** The statement that begins with a line; a comment begins the statement below it. */
function statementAt(lines: readonly CodeLine[], at: number): Statement {
  const indentation = itemAt(lines, at).indentation
  let start = at
  while (start + 1 < lines.length && isAbove(lines[start] as CodeLine, indentation)) start++
  let last = start
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] as CodeLine
    if (isEmpty(line)) continue
    const isClosing = line.indentation === indentation && CLOSING.test(line.words)
    if (line.indentation <= indentation && !isClosing) break
    last = i
  }
  let first = start
  while (first > 0 && isAbove(lines[first - 1] as CodeLine, indentation)) first--
  return { first, last, indentation }
}

/** Whether a line is a comment on what stands below it; those of several lines are indented by one more. */
function isAbove({ words, indentation }: CodeLine, of: number): boolean {
  return OPENING.test(words) && (indentation === of || indentation === of + 1)
}

/** The statement after, or before, another one of the same indentation; undefined where that is the last, or the first. */
export function statementBeside(
  lines: readonly CodeLine[],
  { first, last, indentation }: Statement,
  step: 1 | -1,
): Statement | undefined {
  for (let at = step > 0 ? last + 1 : first - 1; at >= 0 && at < lines.length; at += step) {
    const line = lines[at] as CodeLine
    if (isEmpty(line)) continue
    if (line.indentation < indentation) return undefined
    if (line.indentation === indentation && !CLOSING.test(line.words)) return statementAt(lines, at)
    if (step > 0) return undefined
  }
  return undefined
}

/** The statements from the first line on, in order. */
export function statementsFrom(lines: readonly CodeLine[]): Statement[] {
  const statements: Statement[] = []
  let next: Statement | undefined = lines.length === 0 ? undefined : statementAt(lines, 0)
  while (next !== undefined) {
    statements.push(next)
    next = statementBeside(lines, next, 1)
  }
  return statements
}

function isEmpty(line: CodeLine | undefined): boolean {
  return line?.words === ''
}

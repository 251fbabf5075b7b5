import { endOfFence, openingFence } from './fences.ts'
import { IndentedCode, type IndentedCodeOptions } from './indented-code.ts'

/** Lines of Markdown that belong together. */
export interface Region {
  /** Code, mathematics or raw HTML, in which nothing is site syntax. */
  readonly isVerbatim: boolean
  readonly lines: readonly string[]
}

const VERBATIM_ELEMENT = /^[ \t>]*<(pre|script|style|textarea)\b/i
const COMMENT = /^[ \t>]*<!--/
/** A list of contents that a program keeps between two comments. */
const CONTENTS_START = /^[ \t>]*<!--\s*(?:toc|START doctoc|MarkdownTOC)\b/i
const CONTENTS_END = /^[ \t>]*<!--\s*(?:tocstop|\/toc|END doctoc|\/MarkdownTOC)\b/i
const MATHS = /^[ \t>]*\$\$/

/** Tells the lines of Markdown that may hold site syntax from those that may not. Comments are left out. */
export function regionsOf(lines: readonly string[], options: IndentedCodeOptions): Region[] {
  const regions: Region[] = []
  let words: string[] = []
  const indentedCode = new IndentedCode(options)
  const lastCommentEnd = lines.findLastIndex((line) => line.includes('-->'))
  const verbatim = (from: number, to: number) => {
    regions.push({ isVerbatim: false, lines: words }, { isVerbatim: true, lines: lines.slice(from, to) })
    words = []
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const fence = openingFence(line)
    const isCode = indentedCode.beginsIn(line)
    let end = at + 1
    if (fence) {
      end = endOfFence(lines, at, fence)
      verbatim(at, end)
    } else if (COMMENT.test(line)) {
      end = at > lastCommentEnd ? at : endOfComment(lines, at)
      // Words behind the comment stay; a blank line keeps what was apart by it apart.
      words.push('', ...(end === at ? [] : [behindComment(lines[end - 1] as string)]))
      end = Math.max(end, at + 1)
    } else if (MATHS.test(line)) {
      end = endOfMaths(lines, at)
      verbatim(at, end)
    } else if (VERBATIM_ELEMENT.test(line)) {
      end = endOfElement(lines, at, VERBATIM_ELEMENT.exec(line)?.[1] ?? '')
      verbatim(at, end)
    } else if (isCode) {
      end = IndentedCode.endOf(lines, at)
      verbatim(at, end)
    } else {
      words.push(line)
    }
    at = end
  }
  return [...regions, { isVerbatim: false, lines: words }].filter((region) => region.lines.length > 0)
}

/** Index of the first line behind a comment, which ends somewhere. */
function endOfComment(lines: readonly string[], at: number): number {
  if (CONTENTS_START.test(lines[at] as string)) {
    const end = lines.findIndex((line, index) => index > at && CONTENTS_END.test(line))
    if (end >= 0) return end + 1
  }
  return lines.findIndex((line, index) => index >= at && line.includes('-->')) + 1
}

function behindComment(line: string): string {
  return line.slice(line.lastIndexOf('-->') + 3).trim()
}

function endOfMaths(lines: readonly string[], at: number): number {
  const first = (lines[at] as string).trimEnd()
  if (first.lastIndexOf('$$') > first.indexOf('$$')) return at + 1
  for (let next = at + 1; next < lines.length; next++)
    if ((lines[next] as string).includes('$$')) return next + 1
  return at + 1
}

function endOfElement(lines: readonly string[], at: number, name: string): number {
  const closing = `</${name.toLowerCase()}`
  for (let next = at; next < lines.length; next++)
    if ((lines[next] as string).toLowerCase().includes(closing)) return next + 1
  return lines.length
}

import { parseInline } from './inline.ts'
import { listLine, readList } from './lists.ts'
import { readTable } from './tables.ts'
import type { MarkdownBlock, ReadBlock } from './tree.ts'

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const QUOTE = /^ {0,3}> ?/
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/

/**
 * Reads the Markdown that answers are written in: the block structure of CommonMark with tables and tasks of GFM. Line
 * breaks are kept, HTML and link definitions are text, and a fence that is not closed yet reaches to the end, so that an
 * answer can be read while it is still being written.
 *
 * @param depth how deep blocks may still nest; beyond that they are text
 */
export function parseBlocks(source: string, depth = 6): MarkdownBlock[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n')
  const blocks: MarkdownBlock[] = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1
      continue
    }
    const { block, next } = readBlock(lines, at, depth)
    blocks.push(block)
    at = next
  }
  return blocks
}

function readBlock(lines: readonly string[], at: number, depth: number): ReadBlock {
  const line = lines[at] ?? ''
  const fence = FENCE.exec(line)
  if (fence !== null) return readCode(lines, at, fence[1] ?? '', fence[2] ?? '')
  const heading = HEADING.exec(line)
  if (heading !== null) {
    const level = heading[1]?.length ?? 1
    return { block: { type: 'heading', level, children: parseInline(heading[2] ?? '') }, next: at + 1 }
  }
  if (RULE.test(line)) return { block: { type: 'rule' }, next: at + 1 }
  if (depth > 0 && QUOTE.test(line)) return readQuote(lines, at, depth)
  if (depth > 0 && listLine(line) !== undefined) return readList(lines, at, depth, parseBlocks)
  return readTable(lines, at) ?? readParagraph(lines, at, depth)
}

function readCode(lines: readonly string[], at: number, fence: string, language: string): ReadBlock {
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`)
  const found = lines.findIndex((line, index) => index > at && closing.test(line))
  const end = found === -1 ? lines.length : found
  return { block: { type: 'code', language, text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

function readQuote(lines: readonly string[], at: number, depth: number): ReadBlock {
  let next = at
  while (QUOTE.test(lines[next] ?? '')) next += 1
  const inside = lines.slice(at, next).map((line) => line.replace(QUOTE, ''))
  return { block: { type: 'quote', blocks: parseBlocks(inside.join('\n'), depth - 1) }, next }
}

function readParagraph(lines: readonly string[], at: number, depth: number): ReadBlock {
  let next = at + 1
  while (next < lines.length && !interrupts(lines, next, depth)) next += 1
  const text = lines
    .slice(at, next)
    .map((line) => line.trim())
    .join('\n')
  return { block: { type: 'paragraph', children: parseInline(text) }, next }
}

/** Whether a line begins another block, although no blank line stands before it. */
function interrupts(lines: readonly string[], at: number, depth: number): boolean {
  const line = lines[at] ?? ''
  if (isBlank(line) || FENCE.test(line) || HEADING.test(line) || RULE.test(line)) return true
  if (depth > 0 && (QUOTE.test(line) || listLine(line)?.interrupts)) return true
  return readTable(lines, at) !== undefined
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}

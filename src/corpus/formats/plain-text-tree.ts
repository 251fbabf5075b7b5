import type { Root } from 'mdast'

/** How books and posts begin a paragraph without an empty line before it. */
const INDENTED = /^(?:\u3000{2}|[ \t]{2,}|\t)/

/** Marks that end a sentence, and what may stand behind them. */
const SENTENCE_END = /[.!?。！？…：:；;][\s"'”’」』)）\]]*$/

/** Lines are taken for cut off at a margin where their median is as wide as this, Han characters counting double. */
const LEAST_WIDTH = 36
/** Lines are cut off only where at least this share of them ends in the middle of a sentence. */
const LEAST_UNFINISHED = 0.4
/** A line that ends a sentence and is this much shorter than the margin ends its paragraph. */
const SHORT = 0.75

/**
 * The syntax tree of a plain text: paragraphs alone. Empty lines stand between them, or each begins with an indented
 * line. In a text with neither, each line is a paragraph, unless its lines are cut off at a margin.
 */
export function plainTextTree(text: string): Root {
  const trimmed = text.replace(/\r\n?/g, '\n').trimEnd()
  const blocks = trimmed.split(/\n[^\S\n]*\n/).filter((block) => block.trim() !== '')
  const paragraphs = blocks.length > 1 ? blocks.flatMap(atIndentation) : linesOf(blocks[0] ?? '')
  return {
    type: 'root',
    children: paragraphs.map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: value.trim() }],
    })),
  }
}

/** The paragraphs of a block of lines: as many as lines are indented where others are not, else one. */
function atIndentation(block: string): string[] {
  const lines = block.split('\n')
  const indented = lines.filter((line) => INDENTED.test(line)).length
  const isFirst = INDENTED.test(lines[0] ?? '')
  // Of a block that is indented as a whole, only full-width spaces tell where a paragraph begins.
  const isMarked = isFirst && (indented < lines.length || lines.every((line) => line.startsWith('\u3000')))
  return isMarked && indented > 1 ? joined(lines, (line) => INDENTED.test(line)) : [block]
}

/** The paragraphs of lines without empty ones between them. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const indented = lines.filter((line) => INDENTED.test(line)).length
  if (indented > 0 && indented < lines.length) return joined(lines, (line) => INDENTED.test(line))
  const widths = lines.map(widthOf)
  const margin = Math.max(0, ...widths)
  const median = widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 0
  const unfinished = lines.slice(0, -1).filter((line) => !SENTENCE_END.test(line)).length
  const isCutOff =
    median >= LEAST_WIDTH && unfinished >= LEAST_UNFINISHED * (lines.length - 1) && median >= margin / 2
  if (lines.length < 2 || !isCutOff) return lines
  return joined(lines, (_, at) => {
    const width = widths[at - 1] ?? 0
    // A line so short that the next word would have fitted is a title, or the last of its paragraph.
    return width < margin / 2 || (width < margin * SHORT && SENTENCE_END.test(lines[at - 1] ?? ''))
  })
}

/** Lines put together, a new paragraph wherever one begins. */
function joined(lines: readonly string[], begins: (line: string, at: number) => boolean): string[] {
  const paragraphs: string[] = []
  for (const [at, line] of lines.entries()) {
    const last = paragraphs.length - 1
    if (at === 0 || begins(line, at)) paragraphs.push(line)
    else paragraphs[last] = `${paragraphs[last]}\n${line}`
  }
  return paragraphs
}

function widthOf(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (/[\u1100-\uffef]/.test(character) ? 2 : 1), 0)
}

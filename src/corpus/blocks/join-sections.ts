import type { BlockKind } from '../../domain/block.ts'
import { countHan } from '../../text/languages.ts'
import type { DocumentPart, TextBlock } from '../document.ts'

type ParagraphPart = Extract<DocumentPart, { type: 'paragraph' }>

/**
 * Neighbours of a section are one paragraph up to this width, which is the usual size of a passage. Widths count letters, and a
 * Chinese character as two.
 */
const PASSAGE_WIDTH = 800
/** Prose longer than this is not explained by the code behind it alone. */
const LONGEST_EXPLANATION = 500

const STRUCTURED: ReadonlySet<BlockKind> = new Set(['code', 'list', 'table'])

/**
 * Joins what documentation sets apart and readers take in at once: code with the prose before it that it is the example
 * of, and the short paragraphs of a section (a signature, its defaults, a sentence; a remark and its reason). Apart, each would
 * be a paragraph that does not say what it is about. A footnote stays by itself. An article of prose alone, and what stands before the first heading, are left
 * as their author divided them.
 */
export function joinSections(parts: readonly DocumentPart[]): DocumentPart[] {
  const isStructured = (part: DocumentPart) =>
    part.type === 'paragraph' && part.blocks.some(({ kind }) => STRUCTURED.has(kind))
  if (!parts.some(isStructured)) return [...parts]
  const joined: DocumentPart[] = []
  let section: ParagraphPart[] = []
  let hasHeading = false
  const close = () => {
    joined.push(...(hasHeading ? joinNeighbours(withExamples(section)) : withExamples(section)))
    section = []
    hasHeading = true
  }
  for (const part of parts) {
    if (part.type === 'paragraph') section.push(part)
    else {
      close()
      joined.push(part)
    }
  }
  close()
  return joined
}

function withExamples(section: readonly ParagraphPart[]): ParagraphPart[] {
  return joinWhere(section, isExample)
}

function joinNeighbours(section: readonly ParagraphPart[]): ParagraphPart[] {
  return joinWhere(section, (before, blocks) => widthOf(before) + widthOf(blocks) <= PASSAGE_WIDTH)
}

/** Joins each part to what has been joined before it where the two belong together. */
function joinWhere(
  parts: readonly ParagraphPart[],
  belong: (before: readonly TextBlock[], blocks: readonly TextBlock[]) => boolean,
): ParagraphPart[] {
  const joined: ParagraphPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && !last.isNote && !part.isNote && belong(last.blocks, part.blocks))
      joined[joined.length - 1] = { type: 'paragraph', blocks: [...last.blocks, ...part.blocks] }
    else joined.push(part)
  }
  return joined
}

function isExample(before: readonly TextBlock[], blocks: readonly TextBlock[]): boolean {
  return (
    before.every(({ kind }) => kind === 'prose') &&
    lengthOf(before) <= LONGEST_EXPLANATION &&
    blocks.length === 1 &&
    blocks[0]?.kind === 'code'
  )
}

function lengthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((length, { text }) => length + text.length, 0)
}

function widthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((width, { text }) => width + text.length + countHan(text), 0)
}

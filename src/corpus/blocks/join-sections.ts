import type { BlockKind } from '../../domain.ts'
import type { DocumentPart, TextBlock } from '../document.ts'

type ParagraphPart = Extract<DocumentPart, { type: 'paragraph' }>

/** A section is read as one paragraph up to so many characters: an entry of a reference, an option with its default. */
const SMALL_SECTION = 700
/** The same for a section that is prose alone. */
const SMALL_PROSE = 400
/** Prose longer than this is not explained by the code behind it alone. */
const LONGEST_EXPLANATION = 500

const STRUCTURED: ReadonlySet<BlockKind> = new Set(['code', 'list', 'table'])

/**
 * Joins what documentation sets apart and readers take in at once: the few lines under a heading of a reference (a
 * signature, its defaults, a sentence), and code with the prose before it that it is the example of. Apart, each would
 * be a paragraph that does not say what it is about. An article of prose alone is left as its author divided it.
 */
export function joinSections(parts: readonly DocumentPart[]): DocumentPart[] {
  const isStructured = (part: DocumentPart) =>
    part.type === 'paragraph' && part.blocks.some(({ kind }) => STRUCTURED.has(kind))
  if (!parts.some(isStructured)) return [...parts]
  const joined: DocumentPart[] = []
  let section: ParagraphPart[] = []
  let hasHeading = false
  const close = () => {
    joined.push(...joinSection(section, hasHeading))
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

function joinSection(section: readonly ParagraphPart[], hasHeading: boolean): ParagraphPart[] {
  const blocks = section.flatMap((part) => part.blocks)
  const limit = blocks.some(({ kind }) => STRUCTURED.has(kind)) ? SMALL_SECTION : SMALL_PROSE
  if (hasHeading && section.length > 1 && lengthOf(blocks) <= limit) return [{ type: 'paragraph', blocks }]
  const joined: ParagraphPart[] = []
  for (const part of section) {
    const last = joined.at(-1)
    if (last !== undefined && isExample(last.blocks, part.blocks))
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

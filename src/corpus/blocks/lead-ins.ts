import type { BlockKind } from '../../domain/block.ts'
import type { DocumentPart, TextBlock } from '../document.ts'

/** Marks that may stand behind the colon: closing brackets and quotation marks. */
const LEAD_IN = /[:：][\s"'”’」』)）\]]*$/

/** What a lead-in leads to. */
const LED_TO: ReadonlySet<BlockKind> = new Set(['code', 'list', 'table'])

/**
 * Joins each paragraph of prose that ends in a colon with the code, list or table that follows it directly, and each
 * label with the paragraph that it names.
 */
export function joinLeadIns(parts: readonly DocumentPart[]): DocumentPart[] {
  const joined: DocumentPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.type === 'paragraph' && part.type === 'paragraph' && leadsTo(last.blocks, part.blocks)) {
      joined[joined.length - 1] = { type: 'paragraph', blocks: [...last.blocks, ...part.blocks] }
    } else {
      joined.push(part)
    }
  }
  return joined
}

function leadsTo(blocks: readonly TextBlock[], following: readonly TextBlock[]): boolean {
  const last = blocks.at(-1)
  const main = following.find(({ isLabel }) => !isLabel)
  if (last?.isLabel) return true
  // The tail is enough, and keeps the pattern off a long text.
  const endsInColon = last?.kind === 'prose' && LEAD_IN.test(last.text.slice(-8))
  return endsInColon && main !== undefined && LED_TO.has(main.kind)
}

import type { RelatedParagraph } from '../../../domain/citation.ts'
import type { Paragraph } from '../../../domain/paragraph.ts'
import { discordLength } from '../text/limits.ts'
import { splitText } from '../text/split-text.ts'
import { type CitedWords, wholeParagraph } from './cited-words.ts'

/** Code points of what is shown of a passage in prose. */
const EXCERPT = 300
/** One with code, a list or a table is shown as such up to this many. */
const WHOLE = 600

/**
 * What is shown of a passage near a question: whole sentences from its start, with an ellipsis where there is more; code,
 * lists and tables as such.
 *
 * @param paragraph as the index has it, for its structure
 */
export function nearestPassage({ text }: RelatedParagraph, paragraph: Paragraph | undefined): CitedWords {
  const isSetApart = paragraph?.text === text && paragraph.blocks.some(({ kind }) => kind !== 'prose')
  if (isSetApart && discordLength(text) <= WHOLE)
    return { blocks: wholeParagraph(paragraph, undefined), isWhole: true }
  // Cells would run into each other without the tabs, which Discord does not show.
  const line = text.replaceAll('\t', ' · ')
  const [start = ''] = splitText(line, (piece) => discordLength(piece) < EXCERPT)
  const isWhole = start.length >= line.trim().length
  return { blocks: [{ kind: 'prose', text: isWhole ? start : `${start} …` }], isWhole }
}

import { discordLength, LIMITS } from './limits.ts'
import { blockQuote, escapeMarkdown } from './markdown.ts'
import { splitText } from './split-text.ts'

/** Words of an article under a heading; `heading` is Markdown of ours, `text` is the article's and made inert here. */
export interface QuoteBlock {
  readonly heading: string
  readonly text: string
}

export interface EmbedPage<Block> {
  /** Text of an embed, within Discord's limit. */
  readonly description: string
  /** The blocks that begin on this page. */
  readonly blocks: readonly Block[]
}

const BLANK_LINE = '\n\n'

/**
 * Sets quotes below their headings and fills as few embed descriptions as will hold them. A quote too long for one
 * goes on under the same heading in the next. No page begins more than `blocksPerPage` blocks.
 */
export function quotePages<Block extends QuoteBlock>(
  blocks: readonly Block[],
  blocksPerPage: number,
): EmbedPage<Block>[] {
  const pages: { description: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    for (const [index, piece] of blockPieces(block).entries()) {
      const page = pages.at(-1)
      const joined = page && page.description + BLANK_LINE + piece
      if (
        page === undefined ||
        joined === undefined ||
        page.blocks.length >= blocksPerPage ||
        discordLength(joined) > LIMITS.embedDescription
      ) {
        pages.push({ description: piece, blocks: index === 0 ? [block] : [] })
      } else {
        page.description = joined
        if (index === 0) page.blocks.push(block)
      }
    }
  }
  return pages
}

function blockPieces({ heading, text }: QuoteBlock): string[] {
  const set = (piece: string) => `${heading}\n${blockQuote(escapeMarkdown(piece))}`
  return splitText(text, (piece) => discordLength(set(piece)) <= LIMITS.embedDescription).map(set)
}

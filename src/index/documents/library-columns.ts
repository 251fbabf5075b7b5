import type { RowRange } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { IndexError } from '../../errors.ts'
import { firstAtLeast } from '../../first-at-least.ts'
import { itemAt } from '../../item-at.ts'
import { type Sections, section, withoutPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { BlockColumns } from './block-columns.ts'
import { KINDS } from './block-kinds.ts'
import { StyleColumns } from './style-columns.ts'

/** An article as it lies in the columns of a library. */
export interface StoredArticle {
  readonly head: string
  /** Row of its first paragraph. */
  readonly first: number
  /** One entry a paragraph. */
  readonly kinds: Uint8Array
  readonly sentenceCounts: Uint32Array
  readonly headings: (paragraphRow: number) => string
  /** Start and end of each sentence. */
  readonly sentences: Uint32Array
  /** The blocks of all articles. */
  readonly blocks: BlockColumns
  readonly styles: StyleColumns
  readonly hashes: StringTable
  readonly texts: StringTable
}

/** The articles of an index as columns, and the paragraphs that their rows make. */
export class LibraryColumns {
  /** Rows of the articles in the order of their ids. */
  readonly idOrder: Uint32Array
  /** All of each article but its paragraphs, as JSON. */
  readonly heads: StringTable
  /** What follows `#` in the id of each paragraph. */
  readonly hashes: StringTable
  readonly texts: StringTable
  /** Row of each article's first paragraph, and behind the last the number of paragraphs. */
  private readonly firstRows: Uint32Array
  private readonly headingOf: Uint32Array
  private readonly kinds: Uint8Array
  private readonly sentenceOffsets: Uint32Array
  private readonly sentences: Uint32Array
  private readonly blocks: BlockColumns
  private readonly styles: StyleColumns
  private readonly headings: StringTable

  /**
   * @param sections what {@link encodeLibrary} wrote
   * @throws IndexError `damaged` where they do not fit together
   */
  constructor(sections: Sections) {
    this.firstRows = section(sections, 'firstRows', Uint32Array)
    this.idOrder = section(sections, 'idOrder', Uint32Array)
    this.headingOf = section(sections, 'headingOf', Uint32Array)
    this.kinds = section(sections, 'kinds', Uint8Array)
    this.sentenceOffsets = section(sections, 'sentenceOffsets', Uint32Array)
    this.sentences = section(sections, 'sentences', Uint32Array)
    this.heads = StringTable.fromSections(withoutPrefix('heads', sections))
    this.headings = StringTable.fromSections(withoutPrefix('headings', sections))
    this.hashes = StringTable.fromSections(withoutPrefix('hashes', sections))
    this.texts = StringTable.fromSections(withoutPrefix('texts', sections))
    this.blocks = new BlockColumns(withoutPrefix('blocks', sections), this.texts.length)
    this.styles = new StyleColumns(withoutPrefix('styles', sections), this.texts.length)
    const paragraphCount = this.texts.length
    const fits =
      this.firstRows.length === this.heads.length + 1 &&
      this.firstRows[this.heads.length] === paragraphCount &&
      this.idOrder.length === this.heads.length &&
      this.hashes.length === paragraphCount &&
      this.headingOf.length === paragraphCount &&
      this.kinds.length === paragraphCount &&
      this.sentenceOffsets.length === paragraphCount + 1 &&
      this.sentences.length === itemAt(this.sentenceOffsets, paragraphCount) * 2
    if (!fits) throw damagedLibrary()
  }

  /** @throws RangeError where there is no such article */
  rowsOf(article: number): RowRange {
    const start = this.firstRows[article]
    const end = this.firstRows[article + 1]
    if (start === undefined || end === undefined) throw new RangeError(`No article ${article}`)
    return { start, end }
  }

  /**
   * The last article whose first paragraph does not come after `row`; articles without a paragraph hold no row.
   *
   * @throws RangeError where there is no such paragraph
   */
  articleOf(row: number): number {
    if (!(Number.isInteger(row) && row >= 0 && row < this.texts.length)) {
      throw new RangeError(`No paragraph ${row} among ${this.texts.length}`)
    }
    return firstAtLeast(this.firstRows, row + 1) - 1
  }

  /** @param article its id */
  paragraph(row: number, article: string, position: number): Paragraph {
    const kind = KINDS[itemAt(this.kinds, row)]
    if (kind === undefined) throw damagedLibrary()
    // A function for each would cost more than what it is to save.
    const columns = this
    const text = this.texts.at(row)
    let sentences: readonly Span[] | undefined
    return {
      get id() {
        return `${article}#${columns.hashes.at(row)}`
      },
      article,
      position,
      section: this.headings.at(itemAt(this.headingOf, row)),
      kind,
      text,
      get blocks() {
        return columns.blocks.at(row) ?? [{ kind, start: 0, end: text.length }]
      },
      get sentences() {
        sentences ??= columns.sentencesOf(row)
        return sentences
      },
      get styles() {
        return columns.styles.at(row)
      },
    }
  }

  /** An article as it lies here. */
  stored(article: number): StoredArticle {
    const { start: first, end } = this.rowsOf(article)
    const offsets = this.sentenceOffsets.subarray(first, end + 1)
    return {
      head: this.heads.at(article),
      first,
      kinds: this.kinds.subarray(first, end),
      sentenceCounts: offsets.slice(1).map((offset, at) => offset - itemAt(offsets, at)),
      headings: (at) => this.headings.at(itemAt(this.headingOf, first + at)),
      sentences: this.sentences.subarray(itemAt(offsets, 0) * 2, itemAt(offsets, end - first) * 2),
      blocks: this.blocks,
      styles: this.styles,
      hashes: this.hashes,
      texts: this.texts,
    }
  }

  private sentencesOf(row: number): Span[] {
    const spans: Span[] = []
    const end = itemAt(this.sentenceOffsets, row + 1)
    for (let at = itemAt(this.sentenceOffsets, row); at < end; at++) {
      spans.push({ start: itemAt(this.sentences, at * 2), end: itemAt(this.sentences, at * 2 + 1) })
    }
    return spans
  }
}

export function damagedLibrary(cause?: unknown): IndexError {
  const message = 'The index file is damaged: its articles do not fit. Rebuild it: npm run index'
  return new IndexError('damaged', message, { cause })
}

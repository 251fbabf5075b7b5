import type { Paragraph } from '../../domain/paragraph.ts'
import type { StyledSpan } from '../../domain/span.ts'
import { IndexError } from '../../errors.ts'
import { type Sections, section, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'

/** The styles by the numbers that stand for them in an index. */
const STYLES: readonly StyledSpan['style'][] = ['code', 'strong', 'emphasis', 'link']

/** What is set apart within the lines of the paragraphs of an index. */
export class StyleColumns {
  /** For each paragraph the first of its spans, and behind the last the number of spans. */
  private readonly offsets: Uint32Array
  /** Start and end of each span in its paragraph. */
  private readonly spans: Uint32Array
  private readonly styles: Uint8Array
  /** Row of each span's address, where 0 is the empty one. */
  private readonly addressOf: Uint32Array
  private readonly addresses: StringTable

  /**
   * @param sections what a {@link StyleColumnsBuilder} made
   * @throws IndexError `damaged` where they do not fit together
   */
  constructor(sections: Sections, paragraphCount: number) {
    this.offsets = section(sections, 'offsets', Uint32Array)
    this.spans = section(sections, 'spans', Uint32Array)
    this.styles = section(sections, 'styles', Uint8Array)
    this.addressOf = section(sections, 'addressOf', Uint32Array)
    this.addresses = StringTable.fromSections(withoutPrefix('addresses', sections))
    const fits =
      this.offsets.length === paragraphCount + 1 &&
      this.offsets[paragraphCount] === this.styles.length &&
      this.spans.length === this.styles.length * 2 &&
      this.addressOf.length === this.styles.length &&
      this.styles.every((style) => style < STYLES.length) &&
      this.addressOf.every((row) => row < this.addresses.length)
    if (!fits) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: its styles do not fit. Rebuild it: npm run index',
      )
    }
  }

  /** What is set apart in a paragraph; nothing where that is nothing. */
  at(row: number): readonly StyledSpan[] | undefined {
    const start = this.offsets[row] as number
    const end = this.offsets[row + 1] as number
    return start === end ? undefined : Array.from({ length: end - start }, (_, at) => this.span(start + at))
  }

  private span(at: number): StyledSpan {
    const href = this.addresses.at(this.addressOf[at] as number)
    return {
      start: this.spans[at * 2] as number,
      end: this.spans[at * 2 + 1] as number,
      style: STYLES[this.styles[at] as number] as StyledSpan['style'],
      ...(href === '' ? {} : { href }),
    }
  }
}

/** Lays the styles of paragraphs out in columns, row by row. */
export class StyleColumnsBuilder {
  private readonly offsets = [0]
  private readonly spans: number[] = []
  private readonly styles: number[] = []
  private readonly addressOf: number[] = []
  private readonly addresses = new Map([['', 0]])

  add({ styles = [] }: Pick<Paragraph, 'styles'>): void {
    for (const { style, start, end, href = '' } of styles) {
      this.spans.push(start, end)
      this.styles.push(STYLES.indexOf(style))
      const number = this.addresses.get(href) ?? this.addresses.size
      this.addresses.set(href, number)
      this.addressOf.push(number)
    }
    this.offsets.push(this.styles.length)
  }

  /** The paragraphs of another index, from a row up to before `end`. */
  addFrom(columns: StyleColumns, first: number, end: number): void {
    for (let row = first; row < end; row++) this.add({ styles: columns.at(row) ?? [] })
  }

  finish(): Sections {
    return {
      offsets: Uint32Array.from(this.offsets),
      spans: Uint32Array.from(this.spans),
      styles: Uint8Array.from(this.styles),
      addressOf: Uint32Array.from(this.addressOf),
      ...withPrefix('addresses', StringTable.of(this.addresses.keys()).toSections()),
    }
  }
}

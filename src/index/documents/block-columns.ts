import type { Block, ColumnSide } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { IndexError } from '../../errors.ts'
import { type Sections, section, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { KINDS } from './block-kinds.ts'

/** The sides of columns by their first letters. */
const SIDES: Readonly<Record<string, ColumnSide>> = { n: 'none', l: 'left', c: 'center', r: 'right' }

/** The blocks of an index. Most paragraphs are one block of their own kind in no language, and take no room here. */
export class BlockColumns {
  /** For each paragraph the first of its blocks, and behind the last the number of blocks. */
  private readonly offsets: Uint32Array
  /** Start and end of each block in its paragraph. */
  private readonly spans: Uint32Array
  private readonly kinds: Uint8Array
  /** Row of each block's language, where 0 is the empty one. */
  private readonly languageOf: Uint32Array
  private readonly languages: StringTable
  /** Row of the sides to which a table's columns are set, where 0 is none. */
  private readonly sidesOf: Uint32Array
  /** A letter a column. */
  private readonly sides: StringTable

  /**
   * @param sections what a {@link BlockColumnsBuilder} made
   * @throws IndexError `damaged` where they do not fit together
   */
  constructor(sections: Sections, paragraphCount: number) {
    this.offsets = section(sections, 'offsets', Uint32Array)
    this.spans = section(sections, 'spans', Uint32Array)
    this.kinds = section(sections, 'kinds', Uint8Array)
    this.languageOf = section(sections, 'languageOf', Uint32Array)
    this.languages = StringTable.fromSections(withoutPrefix('languages', sections))
    this.sidesOf = section(sections, 'sidesOf', Uint32Array)
    this.sides = StringTable.fromSections(withoutPrefix('sides', sections))
    const fits =
      this.offsets.length === paragraphCount + 1 &&
      this.offsets[paragraphCount] === this.kinds.length &&
      this.spans.length === this.kinds.length * 2 &&
      this.languageOf.length === this.kinds.length &&
      this.kinds.every((kind) => kind < KINDS.length) &&
      this.languageOf.every((row) => row < this.languages.length) &&
      this.sidesOf.length === this.kinds.length &&
      this.sidesOf.every((row) => row < this.sides.length)
    if (!fits) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: its blocks do not fit. Rebuild it: npm run index',
      )
    }
  }

  /** The blocks of a paragraph; nothing where it is one of its own kind in no language. */
  at(row: number): readonly Block[] | undefined {
    const start = this.offsets[row] as number
    const end = this.offsets[row + 1] as number
    return start === end ? undefined : Array.from({ length: end - start }, (_, at) => this.block(start + at))
  }

  private block(at: number): Block {
    const language = this.languages.at(this.languageOf[at] as number)
    const sides = this.sides.at(this.sidesOf[at] as number)
    return {
      kind: KINDS[this.kinds[at] as number] as Block['kind'],
      start: this.spans[at * 2] as number,
      end: this.spans[at * 2 + 1] as number,
      ...(language === '' ? {} : { language }),
      ...(sides === '' ? {} : { columns: Array.from(sides, (letter) => SIDES[letter] ?? 'none') }),
    }
  }
}

/** Lays the blocks of paragraphs out in columns, row by row. */
export class BlockColumnsBuilder {
  private readonly offsets = [0]
  private readonly spans: number[] = []
  private readonly kinds: number[] = []
  private readonly languageOf: number[] = []
  private readonly languages = new Map([['', 0]])
  private readonly sidesOf: number[] = []
  private readonly sides = new Map([['', 0]])

  add({ blocks, kind, text }: Pick<Paragraph, 'blocks' | 'kind' | 'text'>): void {
    const [first, second] = blocks
    const isOwn =
      first?.kind === kind &&
      first.start === 0 &&
      first.end === text.length &&
      !first.language &&
      !first.columns
    this.addRow(isOwn && second === undefined ? [] : blocks)
  }

  /** The paragraphs of another index, from a row up to before `end`. */
  addFrom(columns: BlockColumns, first: number, end: number): void {
    for (let row = first; row < end; row++) this.addRow(columns.at(row) ?? [])
  }

  finish(): Sections {
    return {
      offsets: Uint32Array.from(this.offsets),
      spans: Uint32Array.from(this.spans),
      kinds: Uint8Array.from(this.kinds),
      languageOf: Uint32Array.from(this.languageOf),
      ...withPrefix('languages', StringTable.of(this.languages.keys()).toSections()),
      sidesOf: Uint32Array.from(this.sidesOf),
      ...withPrefix('sides', StringTable.of(this.sides.keys()).toSections()),
    }
  }

  private addRow(blocks: readonly Block[]): void {
    for (const { kind, start, end, language = '', columns = [] } of blocks) {
      this.spans.push(start, end)
      this.kinds.push(KINDS.indexOf(kind))
      this.languageOf.push(numberOf(language, this.languages))
      this.sidesOf.push(numberOf(columns.map((side) => side.charAt(0)).join(''), this.sides))
    }
    this.offsets.push(this.kinds.length)
  }
}

/** The number of a text, which is given one where it has none. */
function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
}

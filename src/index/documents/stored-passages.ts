import type { Passage } from '../../domain/passage.ts'
import type { Span } from '../../domain/span.ts'
import { IndexError } from '../../errors.ts'
import { itemAt } from '../../item-at.ts'
import { type Sections, section, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import type { StoredLibrary } from './stored-library.ts'

const KINDS: readonly Passage['kind'][] = ['text', 'question']

/**
 * The passages as columns. A piece of a paragraph is mostly the words of its span behind a title and a heading, so its
 * text is kept as an opening, each different one once; any other text is an opening with nothing behind it.
 */
export function encodePassages(
  passages: readonly Passage[],
  library: Pick<StoredLibrary, 'textAt'>,
): Sections {
  const openings = new Map<string, number>()
  const openingOf = new Uint32Array(passages.length)
  const quotesSpan = new Uint8Array(passages.length)
  const spans = new Uint32Array(passages.length * 2)
  let paragraph = { row: -1, text: '' }
  for (const [row, { paragraphRow, text, start, end }] of passages.entries()) {
    if (paragraphRow !== paragraph.row) {
      paragraph = { row: paragraphRow, text: library.textAt(paragraphRow) }
    }
    const quoted = text.endsWith(paragraph.text.slice(start, end))
    const opening = quoted ? text.slice(0, text.length - (end - start)) : text
    if (!openings.has(opening)) openings.set(opening, openings.size)
    openingOf[row] = openings.get(opening) as number
    quotesSpan[row] = quoted ? 1 : 0
    spans.set([start, end], row * 2)
  }
  return {
    paragraphs: Uint32Array.from(passages, (passage) => passage.paragraphRow),
    kinds: Uint8Array.from(passages, (passage) => KINDS.indexOf(passage.kind)),
    openingOf,
    quotesSpan,
    spans,
    ...withPrefix('openings', StringTable.of(openings.keys()).toSections()),
  }
}

/** The passages of an index, unpacked when they are asked for. */
export class StoredPassages {
  readonly count: number
  /** For each passage, the row of its paragraph. */
  readonly paragraphs: Uint32Array
  private readonly kinds: Uint8Array
  private readonly openingOf: Uint32Array
  /** 1 where the words of the span stand behind the opening. */
  private readonly quotesSpan: Uint8Array
  /** Start and end of each passage's span in its paragraph. */
  private readonly spans: Uint32Array
  private readonly openings: StringTable
  private readonly library: StoredLibrary

  /**
   * @param sections what {@link encodePassages} made of these articles
   * @throws IndexError `damaged` where the sections do not fit together
   */
  constructor(sections: Sections, library: StoredLibrary) {
    this.paragraphs = section(sections, 'paragraphs', Uint32Array)
    this.kinds = section(sections, 'kinds', Uint8Array)
    this.openingOf = section(sections, 'openingOf', Uint32Array)
    this.quotesSpan = section(sections, 'quotesSpan', Uint8Array)
    this.spans = section(sections, 'spans', Uint32Array)
    this.openings = StringTable.fromSections(withoutPrefix('openings', sections))
    this.library = library
    this.count = this.paragraphs.length
    const fits =
      this.kinds.length === this.count &&
      this.openingOf.length === this.count &&
      this.quotesSpan.length === this.count &&
      this.spans.length === this.count * 2 &&
      this.paragraphs.every((row) => row < library.paragraphCount) &&
      this.openingOf.every((row) => row < this.openings.length)
    if (!fits) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: its passages do not fit. Rebuild it: npm run index',
      )
    }
  }

  /**
   * The passage of a row; its text is put together when it is asked for.
   *
   * @throws RangeError outside 0 … count − 1
   */
  at(row: number): Passage {
    const paragraphRow = this.paragraphs[row]
    if (paragraphRow === undefined) throw new RangeError(`No passage ${row} among ${this.count}`)
    const { start, end } = this.spanAt(row)
    const table = this
    return {
      paragraphRow,
      kind: this.kindAt(row),
      get text() {
        return table.textAt(row)
      },
      start,
      end,
    }
  }

  /** @throws RangeError outside 0 … count − 1 */
  textAt(row: number): string {
    const { start, end } = this.spanAt(row)
    const opening = this.openings.at(itemAt(this.openingOf, row))
    if (this.quotesSpan[row] !== 1) return opening
    return opening + this.library.textAt(itemAt(this.paragraphs, row)).slice(start, end)
  }

  /**
   * Length of the passage's text in UTF-16 code units, without putting it together.
   *
   * @throws RangeError outside 0 … count − 1
   */
  lengthAt(row: number): number {
    const { start, end } = this.spanAt(row)
    return (
      this.openings.at(itemAt(this.openingOf, row)).length + (this.quotesSpan[row] === 1 ? end - start : 0)
    )
  }

  /**
   * Where the passage's words stand in its paragraph.
   *
   * @throws RangeError outside 0 … count − 1
   */
  spanAt(row: number): Span {
    return { start: itemAt(this.spans, row * 2), end: itemAt(this.spans, row * 2 + 1) }
  }

  /** @throws RangeError outside 0 … count − 1 */
  kindAt(row: number): Passage['kind'] {
    const kind = KINDS[this.kinds[row] ?? KINDS.length]
    if (kind === undefined) throw new RangeError(`No passage ${row} among ${this.count}`)
    return kind
  }
}

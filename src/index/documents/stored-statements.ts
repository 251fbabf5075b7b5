import type { Language } from '../../domain/language.ts'
import type { Span } from '../../domain/span.ts'
import { IndexError } from '../../errors.ts'
import { firstAtLeast } from '../../first-at-least.ts'
import { type Sections, section, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'

/** A sentence that was written ahead: it says what some words of a paragraph say, and has been held to them. */
export interface Statement extends Span {
  /** Row of the paragraph; the span is that of the words. */
  readonly paragraphRow: number
  readonly language: Language
  readonly text: string
}

/** A sentence that says what its words do not, and why it was left out; for the person who keeps the corpus. */
export interface RefusedStatement {
  /** The file, below the corpus folder. */
  readonly source: string
  readonly message: string
}

const LANGUAGES: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en']

/** @param statements ascending by paragraph; `sum` is of all that one was checked with */
export function encodeStatements(
  statements: readonly (Statement & { readonly sum: number })[],
  refused: readonly RefusedStatement[],
): Sections {
  return {
    paragraphs: Uint32Array.from(statements, ({ paragraphRow }) => paragraphRow),
    spans: Uint32Array.from(statements.flatMap(({ start, end }) => [start, end])),
    languages: Uint8Array.from(statements, ({ language }) => LANGUAGES.indexOf(language)),
    sums: Uint32Array.from(statements, ({ sum }) => sum),
    ...withPrefix('texts', StringTable.of(statements.map(({ text }) => text)).toSections()),
    ...withPrefix('refused', StringTable.of(refused.map((each) => JSON.stringify(each))).toSections()),
  }
}

/** The statements of an index, unpacked when they are asked for. */
export class StoredStatements {
  readonly count: number
  /** Sum of each statement, by its row. */
  readonly sums: Uint32Array
  private readonly paragraphs: Uint32Array
  private readonly spans: Uint32Array
  private readonly languages: Uint8Array
  private readonly texts: StringTable
  private readonly left: StringTable

  /**
   * @param sections what {@link encodeStatements} wrote
   * @throws IndexError `damaged` where they do not fit together
   */
  constructor(sections: Sections) {
    this.paragraphs = section(sections, 'paragraphs', Uint32Array)
    this.spans = section(sections, 'spans', Uint32Array)
    this.languages = section(sections, 'languages', Uint8Array)
    this.sums = section(sections, 'sums', Uint32Array)
    this.texts = StringTable.fromSections(withoutPrefix('texts', sections))
    this.left = StringTable.fromSections(withoutPrefix('refused', sections))
    this.count = this.paragraphs.length
    const fits =
      this.spans.length === 2 * this.count &&
      this.languages.length === this.count &&
      this.texts.length === this.count &&
      this.sums.length === this.count &&
      this.languages.every((language) => language < LANGUAGES.length) &&
      this.paragraphs.every((row, at) => at === 0 || row >= (this.paragraphs[at - 1] as number))
    if (!fits) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: its statements do not fit. Rebuild it: npm run index',
      )
    }
  }

  /** What was left out when the index was built. */
  get refused(): RefusedStatement[] {
    return Array.from(
      { length: this.left.length },
      (_, row) => JSON.parse(this.left.at(row)) as RefusedStatement,
    )
  }

  /** The statements about a paragraph, in the order of the sidecar. */
  about(paragraphRow: number): Statement[] {
    const statements: Statement[] = []
    for (
      let row = firstAtLeast(this.paragraphs, paragraphRow);
      this.paragraphs[row] === paragraphRow;
      row++
    ) {
      statements.push({
        paragraphRow,
        start: this.spans[2 * row] as number,
        end: this.spans[2 * row + 1] as number,
        language: LANGUAGES[this.languages[row] as number] as Language,
        text: this.texts.at(row),
      })
    }
    return statements
  }
}

import type { Article, BlockKind, Library, Paragraph, Span } from '../domain.ts'
import { IndexError } from '../errors.ts'
import { type Sections, section, withoutPrefix, withPrefix } from './container.ts'
import { StringTable } from './string-table.ts'

const KINDS: readonly BlockKind[] = ['prose', 'list', 'table', 'code', 'quote']

/** All of an article but its paragraphs. */
type ArticleHead = Omit<Article, 'paragraphs'>

/**
 * The articles as columns: what is one kind of thing lies in one array, and repeated headings are kept once. A
 * paragraph's position follows from its row and the first row of its article.
 */
export function encodeLibrary(articles: readonly Article[]): Sections {
  const paragraphs = articles.flatMap((article) => article.paragraphs)
  const headings = new Map<string, number>()
  for (const { section } of paragraphs) if (!headings.has(section)) headings.set(section, headings.size)

  const firstRows = new Uint32Array(articles.length + 1)
  for (const [row, article] of articles.entries()) {
    firstRows[row + 1] = (firstRows[row] ?? 0) + article.paragraphs.length
  }
  const sentenceOffsets = new Uint32Array(paragraphs.length + 1)
  for (const [row, { sentences }] of paragraphs.entries()) {
    sentenceOffsets[row + 1] = (sentenceOffsets[row] ?? 0) + sentences.length
  }
  const sentences = new Uint32Array((sentenceOffsets[paragraphs.length] ?? 0) * 2)
  let next = 0
  for (const paragraph of paragraphs) {
    for (const { start, end } of paragraph.sentences) {
      sentences[next++] = start
      sentences[next++] = end
    }
  }
  return {
    firstRows,
    idOrder: orderOf(articles.map((article) => article.id)),
    headingOf: Uint32Array.from(paragraphs, (paragraph) => headings.get(paragraph.section) ?? 0),
    kinds: Uint8Array.from(paragraphs, (paragraph) => KINDS.indexOf(paragraph.kind)),
    sentenceOffsets,
    sentences,
    ...withPrefix('heads', StringTable.of(articles.map(encodeHead)).toSections()),
    ...withPrefix('headings', StringTable.of(headings.keys()).toSections()),
    ...withPrefix('hashes', StringTable.of(paragraphs.map(hashOf)).toSections()),
    ...withPrefix('texts', StringTable.of(paragraphs.map((paragraph) => paragraph.text)).toSections()),
  }
}

/** The articles of an index; an article or paragraph is unpacked when it is asked for. */
export class StoredLibrary implements Library {
  readonly articleCount: number
  readonly paragraphCount: number
  /** Row of each article's first paragraph, and behind the last the number of paragraphs. */
  private readonly firstRows: Uint32Array
  /** Rows of the articles in the order of their ids. */
  private readonly idOrder: Uint32Array
  private readonly headingOf: Uint32Array
  private readonly kinds: Uint8Array
  private readonly sentenceOffsets: Uint32Array
  private readonly sentences: Uint32Array
  private readonly heads: StringTable
  private readonly headings: StringTable
  private readonly hashes: StringTable
  private readonly texts: StringTable

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
    this.articleCount = this.heads.length
    this.paragraphCount = this.texts.length
    const fits =
      this.firstRows.length === this.articleCount + 1 &&
      this.firstRows[this.articleCount] === this.paragraphCount &&
      this.idOrder.length === this.articleCount &&
      this.hashes.length === this.paragraphCount &&
      this.headingOf.length === this.paragraphCount &&
      this.kinds.length === this.paragraphCount &&
      this.sentenceOffsets.length === this.paragraphCount + 1 &&
      this.sentences.length === (this.sentenceOffsets[this.paragraphCount] ?? 0) * 2
    if (!fits) throw damaged()
  }

  article(id: string): Article | undefined {
    let low = 0
    let high = this.articleCount
    while (low < high) {
      const middle = (low + high) >>> 1
      const head = this.headAt(this.idOrder[middle] ?? 0)
      if (head.id === id) return this.withParagraphs(head, this.idOrder[middle] ?? 0)
      if (head.id < id) low = middle + 1
      else high = middle
    }
    return undefined
  }

  articleAt(row: number): Article {
    return this.withParagraphs(this.headAt(row), row)
  }

  /** The text of a paragraph alone. */
  textAt(row: number): string {
    return this.texts.at(row)
  }

  paragraphAt(row: number): Paragraph {
    const article = this.articleRowOf(row)
    return this.unpack(row, this.headAt(article).id, row - (this.firstRows[article] ?? 0) + 1)
  }

  /** @throws RangeError outside 0 … articleCount − 1 */
  articleIdAt(row: number): string {
    return this.headAt(row).id
  }

  /**
   * Ids of an article's paragraphs, without unpacking them.
   *
   * @throws RangeError outside 0 … articleCount − 1
   */
  paragraphIdsOf(articleRow: number): string[] {
    const article = this.articleIdAt(articleRow)
    const first = this.firstRows[articleRow] ?? 0
    const count = (this.firstRows[articleRow + 1] ?? first) - first
    return Array.from({ length: count }, (_, at) => `${article}#${this.hashes.at(first + at)}`)
  }

  /** The paragraphs are unpacked when they are looked at: most callers want the title alone. */
  private withParagraphs(head: ArticleHead, row: number): Article {
    const first = this.firstRows[row] ?? 0
    const count = (this.firstRows[row + 1] ?? first) - first
    const unpack = () => Array.from({ length: count }, (_, at) => this.unpack(first + at, head.id, at + 1))
    let unpacked: readonly Paragraph[] | undefined
    return {
      ...head,
      get paragraphs() {
        unpacked ??= unpack()
        return unpacked
      },
    }
  }

  private unpack(row: number, article: string, position: number): Paragraph {
    const kind = KINDS[this.kinds[row] ?? KINDS.length]
    if (kind === undefined) throw damaged()
    return {
      id: `${article}#${this.hashes.at(row)}`,
      article,
      position,
      section: this.headings.at(this.headingOf[row] ?? 0),
      kind,
      text: this.texts.at(row),
      sentences: this.sentencesOf(row),
    }
  }

  private sentencesOf(row: number): Span[] {
    const spans: Span[] = []
    const end = this.sentenceOffsets[row + 1] ?? 0
    for (let at = this.sentenceOffsets[row] ?? 0; at < end; at++) {
      spans.push({ start: this.sentences[at * 2] ?? 0, end: this.sentences[at * 2 + 1] ?? 0 })
    }
    return spans
  }

  private headAt(row: number): ArticleHead {
    try {
      return JSON.parse(this.heads.at(row))
    } catch (cause) {
      if (cause instanceof RangeError) throw cause
      throw damaged(cause)
    }
  }

  /** The last article whose first paragraph does not come after `row`; articles without a paragraph hold no row. */
  private articleRowOf(row: number): number {
    if (!(Number.isInteger(row) && row >= 0 && row < this.paragraphCount)) {
      throw new RangeError(`No paragraph ${row} among ${this.paragraphCount}`)
    }
    let low = 0
    let high = this.articleCount
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.firstRows[middle + 1] ?? 0) <= row) low = middle + 1
      else high = middle
    }
    return low
  }
}

function encodeHead({ paragraphs: _, ...head }: Article): string {
  return JSON.stringify(head)
}

/** What follows the article's id and `#` in a paragraph's id. */
function hashOf(paragraph: Paragraph): string {
  return paragraph.id.slice(paragraph.article.length + 1)
}

/** Rows in the order of their ids, by UTF-16 code units as `<` compares. */
function orderOf(ids: readonly string[]): Uint32Array {
  const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)
  return Uint32Array.from(ids.keys()).sort((left, right) => compare(ids[left] ?? '', ids[right] ?? ''))
}

function damaged(cause?: unknown): IndexError {
  return new IndexError(
    'damaged',
    'The index file is damaged: its articles do not fit. Rebuild it: npm run index',
    {
      cause,
    },
  )
}

import { LRUCache } from 'lru-cache'
import type { Article, Library, Paragraph, RowRange, Span } from '../../domain.ts'
import { IndexError } from '../../errors.ts'
import { type Sections, section, withoutPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { BlockColumns } from './block-columns.ts'
import { KINDS } from './block-kinds.ts'

const KNOWN_HEADS = 256
/** Paragraphs that are remembered, in UTF-16 code units of their texts: four megabytes of Chinese. */
const KNOWN_LETTERS = 2 ** 21
/** What a paragraph takes besides its text, in code units. */
const PARAGRAPH_OVERHEAD = 200

/** All of an article but its paragraphs. */
type ArticleHead = Omit<Article, 'paragraphs'>

/** An article as it lies in the columns of a library. */
export interface StoredArticle {
  readonly head: string
  /** Row of its first paragraph. */
  readonly first: number
  /** One entry a paragraph. */
  readonly kinds: Uint8Array
  readonly sentenceCounts: Uint32Array
  readonly headings: (paragraph: number) => string
  /** Start and end of each sentence. */
  readonly sentences: Uint32Array
  /** Of all articles. */
  readonly blocks: BlockColumns
  readonly hashes: StringTable
  readonly texts: StringTable
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
  private readonly blocks: BlockColumns
  private readonly heads: StringTable
  private readonly headings: StringTable
  private readonly hashes: StringTable
  private readonly texts: StringTable
  /** Heads that were unpacked last: every paragraph that is read asks for that of its article. */
  private readonly knownHeads = new LRUCache<number, ArticleHead>({ max: KNOWN_HEADS })
  /** Paragraphs that were unpacked last: the same ones come near most questions. */
  private readonly knownParagraphs = new LRUCache<number, Paragraph>({
    maxSize: KNOWN_LETTERS,
    sizeCalculation: ({ text }) => text.length + PARAGRAPH_OVERHEAD,
  })
  /** Rows of the articles that were given out. */
  private readonly taken = new WeakMap<Article, number>()

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
    const found = this.find(id)
    return found && this.withParagraphs(found.head, found.row)
  }

  paragraphRows(id: string): RowRange | undefined {
    const found = this.find(id)
    if (found === undefined) return undefined
    const start = this.firstRows[found.row] ?? 0
    return { start, end: start + this.paragraphCountOf(found.row) }
  }

  private find(id: string): { readonly head: ArticleHead; readonly row: number } | undefined {
    let low = 0
    let high = this.articleCount
    while (low < high) {
      const middle = (low + high) >>> 1
      const row = this.idOrder[middle] ?? 0
      const head = this.headAt(row)
      if (head.id === id) return { head, row }
      if (head.id < id) low = middle + 1
      else high = middle
    }
    return undefined
  }

  articleAt(row: number): Article {
    const article = this.withParagraphs(this.headAt(row), row)
    this.taken.set(article, row)
    return article
  }

  /** The row of an article that {@link articleAt} gave out; nothing for any other. */
  rowOf(article: Article): number | undefined {
    return this.taken.get(article)
  }

  /** For each paragraph of these articles its row here, or −1 in an article that {@link articleAt} did not give out. */
  rowsOf(articles: readonly Article[]): Int32Array {
    const taken = articles.map((article) => this.rowOf(article))
    const sizes = articles.map((article, at) => {
      const row = taken[at]
      return row === undefined ? article.paragraphs.length : this.paragraphCountOf(row)
    })
    const rows = new Int32Array(sizes.reduce((sum, size) => sum + size, 0)).fill(-1)
    let next = 0
    for (const [at, size] of sizes.entries()) {
      const row = taken[at]
      const first = row === undefined ? 0 : (this.firstRows[row] ?? 0)
      if (row !== undefined) for (let place = 0; place < size; place++) rows[next + place] = first + place
      next += size
    }
    return rows
  }

  /** An article that {@link articleAt} gave out, without unpacking it. */
  storedArticle(article: Article): StoredArticle | undefined {
    const row = this.rowOf(article)
    if (row === undefined) return undefined
    const first = this.firstRows[row] ?? 0
    const end = this.firstRows[row + 1] ?? first
    const offsets = this.sentenceOffsets.subarray(first, end + 1)
    return {
      head: this.heads.at(row),
      first,
      kinds: this.kinds.subarray(first, end),
      sentenceCounts: offsets.slice(1).map((offset, at) => offset - (offsets[at] ?? 0)),
      headings: (at) => this.headings.at(this.headingOf[first + at] ?? 0),
      sentences: this.sentences.subarray((offsets[0] ?? 0) * 2, (offsets[end - first] ?? 0) * 2),
      blocks: this.blocks,
      hashes: this.hashes,
      texts: this.texts,
    }
  }

  /** The text of a paragraph alone. */
  textAt(row: number): string {
    return this.texts.at(row)
  }

  paragraphAt(row: number): Paragraph {
    const known = this.knownParagraphs.get(row)
    if (known !== undefined) return known
    const article = this.articleRowOf(row)
    const paragraph = this.unpack(row, this.headAt(article).id, row - (this.firstRows[article] ?? 0) + 1)
    this.knownParagraphs.set(row, paragraph)
    return paragraph
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

  /** @throws RangeError outside 0 … articleCount − 1 */
  paragraphCountOf(articleRow: number): number {
    const first = this.firstRows[articleRow]
    const end = this.firstRows[articleRow + 1]
    if (first === undefined || end === undefined) throw new RangeError(`No article ${articleRow}`)
    return end - first
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
    // A function for each would cost more than what it is to save.
    const library = this
    const text = this.texts.at(row)
    let sentences: readonly Span[] | undefined
    return {
      get id() {
        return `${article}#${library.hashes.at(row)}`
      },
      article,
      position,
      section: this.headings.at(this.headingOf[row] ?? 0),
      kind,
      text,
      get blocks() {
        return library.blocks.at(row) ?? [{ kind, start: 0, end: text.length }]
      },
      get sentences() {
        sentences ??= library.sentencesOf(row)
        return sentences
      },
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
    const known = this.knownHeads.get(row)
    if (known !== undefined) return known
    try {
      const head: ArticleHead = JSON.parse(this.heads.at(row))
      this.knownHeads.set(row, head)
      return head
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

function damaged(cause?: unknown): IndexError {
  return new IndexError(
    'damaged',
    'The index file is damaged: its articles do not fit. Rebuild it: npm run index',
    {
      cause,
    },
  )
}

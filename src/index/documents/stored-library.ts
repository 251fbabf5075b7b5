import { LRUCache } from 'lru-cache'
import type { Article } from '../../domain/article.ts'
import type { Library, RowRange } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { itemAt } from '../../item-at.ts'
import type { Sections } from '../format/container.ts'
import { damagedLibrary, LibraryColumns, type StoredArticle } from './library-columns.ts'

const KNOWN_HEADS = 256
/** Paragraphs that are remembered, in UTF-16 code units of their texts: four megabytes of Chinese. */
const KNOWN_LETTERS = 2 ** 21
/** What a paragraph takes besides its text, in code units. */
const PARAGRAPH_OVERHEAD = 200

/** All of an article but its paragraphs. */
type ArticleHead = Omit<Article, 'paragraphs'>

/** The articles of an index; an article or paragraph is unpacked when it is asked for. */
export class StoredLibrary implements Library {
  readonly articleCount: number
  readonly paragraphCount: number
  private readonly columns: LibraryColumns
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
    this.columns = new LibraryColumns(sections)
    this.articleCount = this.columns.heads.length
    this.paragraphCount = this.columns.texts.length
  }

  article(id: string): Article | undefined {
    const found = this.find(id)
    return found && this.withParagraphs(found.head, found.row)
  }

  paragraphRows(id: string): RowRange | undefined {
    const found = this.find(id)
    return found && this.columns.rowsOf(found.row)
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
    const ranges = articles.map((article) => {
      const row = this.rowOf(article)
      if (row === undefined) return { start: -1, size: article.paragraphs.length }
      const { start, end } = this.columns.rowsOf(row)
      return { start, size: end - start }
    })
    const rows = new Int32Array(ranges.reduce((sum, { size }) => sum + size, 0)).fill(-1)
    let next = 0
    for (const { start, size } of ranges) {
      if (start >= 0) for (let place = 0; place < size; place++) rows[next + place] = start + place
      next += size
    }
    return rows
  }

  /** An article that {@link articleAt} gave out, without unpacking it. */
  storedArticle(article: Article): StoredArticle | undefined {
    const row = this.rowOf(article)
    return row === undefined ? undefined : this.columns.stored(row)
  }

  /** The text of a paragraph alone. */
  textAt(row: number): string {
    return this.columns.texts.at(row)
  }

  paragraphAt(row: number): Paragraph {
    const known = this.knownParagraphs.get(row)
    if (known !== undefined) return known
    const article = this.columns.articleOf(row)
    const { start } = this.columns.rowsOf(article)
    const paragraph = this.columns.paragraph(row, this.headAt(article).id, row - start + 1)
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
    const { start, end } = this.columns.rowsOf(articleRow)
    return Array.from({ length: end - start }, (_, at) => `${article}#${this.columns.hashes.at(start + at)}`)
  }

  /** @throws RangeError outside 0 … articleCount − 1 */
  paragraphCountOf(articleRow: number): number {
    const { start, end } = this.columns.rowsOf(articleRow)
    return end - start
  }

  private find(id: string): { readonly head: ArticleHead; readonly row: number } | undefined {
    let low = 0
    let high = this.articleCount
    while (low < high) {
      const middle = (low + high) >>> 1
      const row = itemAt(this.columns.idOrder, middle)
      const head = this.headAt(row)
      if (head.id === id) return { head, row }
      if (head.id < id) low = middle + 1
      else high = middle
    }
    return undefined
  }

  /** The paragraphs are unpacked when they are looked at: most callers want the title alone. */
  private withParagraphs(head: ArticleHead, row: number): Article {
    const { columns } = this
    const { start, end } = columns.rowsOf(row)
    const unpack = () =>
      Array.from({ length: end - start }, (_, at) => columns.paragraph(start + at, head.id, at + 1))
    let unpacked: readonly Paragraph[] | undefined
    return {
      ...head,
      get paragraphs() {
        unpacked ??= unpack()
        return unpacked
      },
    }
  }

  private headAt(row: number): ArticleHead {
    const known = this.knownHeads.get(row)
    if (known !== undefined) return known
    try {
      const head: ArticleHead = JSON.parse(this.columns.heads.at(row))
      this.knownHeads.set(row, head)
      return head
    } catch (cause) {
      if (cause instanceof RangeError) throw cause
      throw damagedLibrary(cause)
    }
  }
}

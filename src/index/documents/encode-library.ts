import type { Article } from '../../domain/article.ts'
import { itemAt } from '../../item-at.ts'
import { anchorOf } from '../../paragraph-id.ts'
import { type Sections, withPrefix } from '../format/container.ts'
import { StringTable, StringTableBuilder } from '../format/string-table.ts'
import { BlockColumnsBuilder } from './block-columns.ts'
import { KINDS } from './block-kinds.ts'
import type { StoredArticle } from './library-columns.ts'
import type { StoredLibrary } from './stored-library.ts'
import { StyleColumnsBuilder } from './style-columns.ts'

/**
 * The articles as columns: what is one kind of thing lies in one array, and repeated headings are kept once. A
 * paragraph's position follows from its row and the first row of its article.
 *
 * @param before a library; articles that were taken out of it are copied without being unpacked
 */
export function encodeLibrary(articles: readonly Article[], before?: StoredLibrary): Sections {
  const stored = articles.map((article) => before?.storedArticle(article))
  const size = (at: number) => stored[at]?.kinds.length ?? itemAt(articles, at).paragraphs.length
  const encoder = new LibraryEncoder(articles.reduce((total, _, at) => total + size(at), 0))
  for (const [at, article] of articles.entries()) {
    const unchanged = stored[at]
    if (unchanged) encoder.copy(unchanged)
    else encoder.add(article)
  }
  return { ...encoder.finish(), idOrder: orderOf(articles.map((article) => article.id)) }
}

class LibraryEncoder {
  private readonly firstRows: number[] = [0]
  private readonly headingOf: Uint32Array
  private readonly kinds: Uint8Array
  private readonly sentenceOffsets: Uint32Array
  private readonly sentences: number[] = []
  private readonly headings = new Map<string, number>()
  private readonly heads = new StringTableBuilder()
  private readonly blocks = new BlockColumnsBuilder()
  private readonly styles = new StyleColumnsBuilder()
  private readonly hashes = new StringTableBuilder()
  private readonly texts = new StringTableBuilder()
  private rows = 0

  constructor(paragraphCount: number) {
    this.headingOf = new Uint32Array(paragraphCount)
    this.kinds = new Uint8Array(paragraphCount)
    this.sentenceOffsets = new Uint32Array(paragraphCount + 1)
  }

  add(article: Article): void {
    const { paragraphs, ...head } = article
    this.heads.add(JSON.stringify(head))
    for (const paragraph of paragraphs) {
      this.hashes.add(anchorOf(paragraph.id))
      this.texts.add(paragraph.text)
      this.blocks.add(paragraph)
      this.styles.add(paragraph)
      for (const { start, end } of paragraph.sentences) this.sentences.push(start, end)
      this.endRow(this.headingNumber(paragraph.section), KINDS.indexOf(paragraph.kind))
    }
    this.firstRows.push(this.rows)
  }

  copy(article: StoredArticle): void {
    const { head, kinds, headings, blocks, styles, hashes, texts, first, sentenceCounts, sentences } = article
    const end = first + kinds.length
    this.heads.add(head)
    this.hashes.addFrom(hashes, first, end)
    this.texts.addFrom(texts, first, end)
    this.blocks.addFrom(blocks, first, end)
    this.styles.addFrom(styles, first, end)
    let next = 0
    for (let at = 0; at < kinds.length; at++) {
      for (const last = next + itemAt(sentenceCounts, at) * 2; next < last; next++)
        this.sentences.push(itemAt(sentences, next))
      this.endRow(this.headingNumber(headings(at)), itemAt(kinds, at))
    }
    this.firstRows.push(this.rows)
  }

  finish(): Omit<Sections, 'idOrder'> {
    return {
      firstRows: new Uint32Array(this.firstRows),
      headingOf: this.headingOf,
      kinds: this.kinds,
      sentenceOffsets: this.sentenceOffsets,
      sentences: new Uint32Array(this.sentences),
      ...withPrefix('heads', this.heads.finish().toSections()),
      ...withPrefix('headings', StringTable.of(this.headings.keys()).toSections()),
      ...withPrefix('blocks', this.blocks.finish()),
      ...withPrefix('styles', this.styles.finish()),
      ...withPrefix('hashes', this.hashes.finish().toSections()),
      ...withPrefix('texts', this.texts.finish().toSections()),
    }
  }

  private endRow(heading: number, kind: number): void {
    this.headingOf[this.rows] = heading
    this.kinds[this.rows] = kind
    this.rows++
    this.sentenceOffsets[this.rows] = this.sentences.length / 2
  }

  private headingNumber(heading: string): number {
    const number = this.headings.get(heading) ?? this.headings.size
    if (number === this.headings.size) this.headings.set(heading, number)
    return number
  }
}

/** Rows in the order of their ids, by UTF-16 code units as `<` compares. */
function orderOf(ids: readonly string[]): Uint32Array {
  const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)
  return Uint32Array.from(ids.keys()).sort((left, right) => compare(itemAt(ids, left), itemAt(ids, right)))
}

import type { Corpus } from '../../corpus/corpus.ts'
import type { Article } from '../../domain/article.ts'
import { IndexError } from '../../errors.ts'
import type { Sections } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import type { StoredLibrary } from './stored-library.ts'

/** What the articles of an index were made of, by their rows; empty where nothing is known. */
export function encodeOrigins({ articles, origins }: Pick<Corpus, 'articles' | 'origins'>): Sections {
  const texts = articles.map(({ source }) => {
    const origin = origins?.get(source)
    return origin ? `${origin.file} ${origin.content}` : ''
  })
  return StringTable.of(texts).toSections()
}

/** The articles of an index by the files that they were read from: a file that did not change is not parsed again. */
export class KnownArticles {
  private readonly library: StoredLibrary
  private readonly origins: StringTable
  private rows: ReadonlyMap<string, number> | undefined

  /** @throws IndexError `damaged` where there is not one origin for each article */
  constructor(sections: Sections, library: StoredLibrary) {
    this.library = library
    this.origins = StringTable.fromSections(sections)
    if (this.origins.length !== library.articleCount) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: its origins do not fit. Rebuild it: npm run index',
      )
    }
  }

  /** @param file hash of the file, as in the origin of an article */
  find(source: string, file: string): { article: Article; content: string } | undefined {
    const last = this.last(source)
    return last?.file === file ? { article: last.article, content: last.content } : undefined
  }

  /** The article that was read from a source last, whatever the file holds now. */
  last(source: string): { article: Article; file: string; content: string } | undefined {
    const row = this.rowOf(source)
    if (row === undefined) return undefined
    const [file, content] = this.origins.at(row).split(' ')
    return file && content ? { article: this.library.articleAt(row), file, content } : undefined
  }

  /** The id of the article that was read from a source last. */
  idOf(source: string): string | undefined {
    const row = this.rowOf(source)
    return row === undefined ? undefined : this.library.articleIdAt(row)
  }

  /** The sources of all articles. */
  sources(): Iterable<string> {
    this.rows ??= this.rowsBySource()
    return this.rows.keys()
  }

  private rowOf(source: string): number | undefined {
    this.rows ??= this.rowsBySource()
    return this.rows.get(source)
  }

  private rowsBySource(): Map<string, number> {
    const rows = Array.from({ length: this.library.articleCount }, (_, row) => row)
    return new Map(rows.map((row) => [this.library.articleAt(row).source, row]))
  }
}

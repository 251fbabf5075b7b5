import type { Library } from '../domain/library.ts'
import type { Passage } from '../domain/passage.ts'
import type { LexicalIndex } from '../index/lexical/lexical-index.ts'
import type { VectorSearch } from '../index/vectors/vector-search.ts'

/** The passages of an index by row; pieces and questions, see {@link Passage}. */
export interface PassageTable {
  readonly count: number
  /** For each passage, the row of its paragraph. */
  readonly paragraphs: ArrayLike<number>
  at(row: number): Passage
}

/** What retrieval needs of an opened index. */
export interface SearchableIndex {
  readonly library: Library
  readonly passages: PassageTable
  readonly lexicalIndex: LexicalIndex
  /** Finds passages by their vectors. */
  readonly search: VectorSearch
}

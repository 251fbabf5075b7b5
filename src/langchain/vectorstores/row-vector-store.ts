import { Document, type DocumentInterface } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { VectorStore } from '@langchain/core/vectorstores'
import { InvalidRequestError } from '../../errors.ts'
import type { GrowingVectorSearch, Nearest, VectorSearch } from '../../index/vectors/vector-search.ts'
import { itemAt } from '../../item-at.ts'

/** Documents that exist already, unpacked when they are found: one for each row of the vectors, in their order. */
export interface DocumentRows {
  readonly length: number
  at(row: number): DocumentInterface
}

/** Which documents may be found. */
export type DocumentFilter = (document: DocumentInterface) => boolean

/** LangChain's face of a {@link GrowingVectorSearch}: the same documents and ids whichever search lies below. */
export abstract class RowVectorStore extends VectorStore implements VectorSearch {
  declare FilterType: DocumentFilter

  private readonly rows: GrowingVectorSearch
  private readonly stored: DocumentRows
  /** Documents behind the stored ones, by row − `stored.length`; nothing where one was deleted. */
  private readonly added: (DocumentInterface | undefined)[] = []
  private readonly rowOfId = new Map<string, number>()
  private readonly deletedStored = new Set<number>()

  /** @param stored the documents of the rows that are in `rows` already */
  constructor(
    embeddings: EmbeddingsInterface,
    rows: GrowingVectorSearch,
    stored: DocumentRows = NO_DOCUMENTS,
  ) {
    super(embeddings, {})
    this.rows = rows
    this.stored = stored
  }

  get count(): number {
    return this.rows.count
  }

  get dimensions(): number {
    return this.rows.dimensions
  }

  /** @inheritdoc */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    return this.rows.search(vector, k, accept)
  }

  override async addDocuments(
    documents: DocumentInterface[],
    options?: { ids?: string[] },
  ): Promise<string[]> {
    const texts = documents.map((document) => document.pageContent)
    return this.addVectors(await this.embeddings.embedDocuments(texts), documents, options)
  }

  /**
   * A document with the id of one that is there takes its place.
   *
   * @returns the ids: those given, those of the documents, or new ones
   * @throws InvalidRequestError where a vector has other dimensions, or the numbers of things differ
   */
  override async addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
    options?: { ids?: string[] },
  ): Promise<string[]> {
    if (vectors.length !== documents.length || (options?.ids && options.ids.length !== documents.length)) {
      throw new InvalidRequestError(
        'index',
        'Each document needs exactly one vector, and one id if ids are given',
      )
    }
    for (const vector of vectors) this.checkVector(vector)
    return documents.map((document, at) => {
      const id = options?.ids?.[at] ?? document.id ?? crypto.randomUUID()
      this.deleteId(id)
      const row = this.rows.append(itemAt(vectors, at))
      this.added[row - this.stored.length] = new Document({ ...document, id })
      this.rowOfId.set(id, row)
      return id
    })
  }

  /** Ids that are not there are passed over. */
  override async delete(params: { ids: string[] }): Promise<void> {
    for (const id of params.ids) this.deleteId(id)
  }

  /** @returns the nearest documents, most similar first, with their cosine similarity */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: DocumentFilter,
  ): Promise<[DocumentInterface, number][]> {
    this.checkVector(query)
    const accept = filter && ((row: number) => filter(this.documentAt(row)))
    const { rows, scores } = this.search(query, k, accept)
    return Array.from(rows, (row, at) => [this.documentAt(row), itemAt(scores, at)])
  }

  private documentAt(row: number): DocumentInterface {
    const document = row < this.stored.length ? this.stored.at(row) : this.added[row - this.stored.length]
    if (document === undefined) throw new RangeError(`No document in row ${row}`)
    return document
  }

  private deleteId(id: string): void {
    const row = this.rowOfId.get(id) ?? this.storedRowOf(id)
    if (row === undefined) return
    this.rows.remove(row)
    this.rowOfId.delete(id)
    if (row < this.stored.length) this.deletedStored.add(row)
    else this.added[row - this.stored.length] = undefined
  }

  /** Looks through the stored documents: ids are seldom asked for, and a table of them would weigh on every start. */
  private storedRowOf(id: string): number | undefined {
    for (let row = 0; row < this.stored.length; row++) {
      if (!this.deletedStored.has(row) && this.stored.at(row).id === id) return row
    }
    return undefined
  }

  private checkVector(vector: number[]): void {
    if (vector.length === this.dimensions) return
    throw new InvalidRequestError(
      'index',
      `The vector has ${vector.length} dimensions, this index ${this.dimensions}; use the embeddings it was built with`,
    )
  }
}

const NO_DOCUMENTS: DocumentRows = {
  length: 0,
  at(row) {
    throw new RangeError(`No document in row ${row}`)
  },
}

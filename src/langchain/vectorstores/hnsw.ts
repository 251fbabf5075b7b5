import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { ExactSearch } from '../../index/vectors/exact-search.ts'
import { GraphSearch } from '../../index/vectors/graph/graph-search.ts'
import { HnswGraph } from '../../index/vectors/graph/hnsw-graph.ts'
import type { GrowingVectorSearch, Nearest } from '../../index/vectors/vector-search.ts'
import { RowVectorStore } from './row-vector-store.ts'

/** Labels that an empty store has room for. */
const CAPACITY = 1024

/**
 * A LangChain vector store that asks an HNSW graph for candidates and otherwise compares with every vector.
 *
 * @example
 * ```ts
 * const store = await HnswVectorStore.create(embeddings, embeddings.dimensions)
 * ```
 */
export class HnswVectorStore extends RowVectorStore {
  /** @throws IndexError `missing` where hnswlib-node is not installed or does not load */
  static async create(embeddings: EmbeddingsInterface, dimensions: number): Promise<HnswVectorStore> {
    const graph = await HnswGraph.empty(dimensions, CAPACITY)
    return new HnswVectorStore(embeddings, new GrowingGraphSearch(graph))
  }

  override _vectorstoreType(): string {
    return 'footnote-hnsw'
  }
}

/** A graph whose labels are the rows of the vectors beside it. */
class GrowingGraphSearch implements GrowingVectorSearch {
  private readonly graph: HnswGraph
  private readonly exact: ExactSearch
  private readonly both: GraphSearch

  constructor(graph: HnswGraph) {
    this.graph = graph
    this.exact = ExactSearch.empty(graph.dimensions)
    this.both = new GraphSearch(graph, this.exact)
  }

  get count(): number {
    return this.exact.count
  }

  get dimensions(): number {
    return this.exact.dimensions
  }

  append(vector: ArrayLike<number>): number {
    const row = this.exact.append(vector)
    this.graph.add(vector, row)
    return row
  }

  remove(row: number): void {
    this.exact.remove(row)
    this.graph.remove(row)
  }

  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    return this.both.search(vector, k, accept)
  }
}

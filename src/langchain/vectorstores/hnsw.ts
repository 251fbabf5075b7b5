import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import type { HierarchicalNSW } from 'hnswlib-node'
import { IndexError } from '../../errors.ts'
import { ExactSearch } from '../../index/vectors/exact-search.ts'
import { checkDimensions, type GrowingVectorSearch, type Nearest } from '../../index/vectors/vector-search.ts'
import { RowVectorStore } from './row-vector-store.ts'

/** Links a point: with 16, hnswlib's own choice, a tenth of the nearest ten were missed among 30 000 built-in vectors. */
const LINKS = 24
/** Candidates weighed while a point is added: more makes a better graph and a longer build. */
const BUILD_CANDIDATES = 200
/** Candidates weighed in a search, at least. */
const SEARCH_CANDIDATES = 400

/**
 * A hierarchical navigable small world graph (Malkov & Yashunin 2018), by hnswlib-node: a native addon, so in Node
 * alone, and only where it could be compiled. Labels are counted from 0.
 */
class HnswGraph {
  readonly dimensions: number
  private readonly graph: HierarchicalNSW
  private given: number

  private constructor(graph: HierarchicalNSW, dimensions: number) {
    this.graph = graph
    this.dimensions = dimensions
    this.given = graph.getCurrentCount()
  }

  /**
   * @param capacity labels to make room for; it grows beyond
   * @throws IndexError `missing` where hnswlib-node is not installed or does not load
   */
  static async empty(dimensions: number, capacity: number): Promise<HnswGraph> {
    const graph = await newGraph(dimensions)
    graph.initIndex({ maxElements: Math.max(1, capacity), m: LINKS, efConstruction: BUILD_CANDIDATES })
    return new HnswGraph(graph, dimensions)
  }

  /** @returns the label */
  append(vector: ArrayLike<number>): number {
    checkDimensions(vector, this.dimensions)
    const capacity = this.graph.getMaxElements()
    if (this.given === capacity) this.graph.resizeIndex(Math.ceil(capacity * 1.2) + 1024)
    this.graph.addPoint(Array.from(vector), this.given)
    return this.given++
  }

  near(vector: ArrayLike<number>, k: number, accept?: (label: number) => boolean): number[] {
    checkDimensions(vector, this.dimensions)
    const wanted = Math.min(k, this.given)
    if (wanted === 0) return []
    this.graph.setEf(Math.max(SEARCH_CANDIDATES, wanted))
    return this.graph.searchKnn(Array.from(vector), wanted, accept).neighbors
  }
}

/** A LangChain vector store that asks a graph for candidates and falls back to comparing with every vector. */
export class HnswVectorStore extends RowVectorStore {
  /** @throws IndexError `missing` where hnswlib-node is not installed or does not load */
  static async create(embeddings: EmbeddingsInterface, dimensions: number): Promise<HnswVectorStore> {
    const graph = await HnswGraph.empty(dimensions, 1024)
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
  private readonly removed = new Set<number>()

  constructor(graph: HnswGraph) {
    this.graph = graph
    this.exact = ExactSearch.empty(graph.dimensions)
  }

  get count(): number {
    return this.exact.count
  }

  get dimensions(): number {
    return this.exact.dimensions
  }

  append(vector: ArrayLike<number>): number {
    this.graph.append(vector)
    return this.exact.append(vector)
  }

  remove(row: number): void {
    this.exact.remove(row)
    this.removed.add(row)
  }

  /** Where a filter refuses much, or many vectors are equal, the graph may give too few. */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    const filter = (row: number) => !this.removed.has(row) && (accept === undefined || accept(row))
    const filtered = this.removed.size > 0 || accept !== undefined
    const rows = this.graph.near(vector, k, filtered ? filter : undefined)
    if (rows.length < Math.min(k, this.count)) return this.exact.search(vector, k, accept)
    return this.exact.searchAmong(vector, k, rows)
  }
}

/** Imported when it is first wanted: it is an optional dependency, compiled on install where there is a compiler. */
async function newGraph(dimensions: number): Promise<HierarchicalNSW> {
  try {
    const { default: hnswlib } = await import('hnswlib-node')
    return new hnswlib.HierarchicalNSW('cosine', dimensions)
  } catch (cause) {
    throw new IndexError('missing', 'hnswlib-node is not installed here, or was compiled for another Node', {
      cause,
    })
  }
}

import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import type { HierarchicalNSW } from 'hnswlib-node'
import { IndexError } from '../../errors.ts'
import { TopRows } from '../top-rows.ts'
import { checkDimensions, type GrowingVectorSearch, type Nearest } from '../vector-search.ts'
import { RowVectorStore } from './row-vector-store.ts'

/** Links a point; 16 is hnswlib's own choice and right for a few hundred dimensions. */
const LINKS = 16
/** Candidates weighed while a point is added: more makes a better graph and a longer build. */
const BUILD_CANDIDATES = 128
/** Candidates weighed in a search, at least. */
const SEARCH_CANDIDATES = 96

/**
 * Approximate search in a hierarchical navigable small world graph (Malkov & Yashunin 2018), by hnswlib-node: a native
 * addon, so in Node alone, and only where it could be compiled.
 */
export class HnswSearch implements GrowingVectorSearch {
  readonly dimensions: number
  private readonly graph: HierarchicalNSW
  private readonly removed = new Set<number>()
  /** Rows ever given, removed ones included. */
  private given: number

  private constructor(graph: HierarchicalNSW, dimensions: number) {
    this.graph = graph
    this.dimensions = dimensions
    this.given = graph.getCurrentCount()
  }

  /**
   * @param capacity rows to make room for; it grows beyond
   * @throws IndexError `missing` where hnswlib-node is not installed or does not load
   */
  static async empty(dimensions: number, capacity: number): Promise<HnswSearch> {
    const graph = await newGraph(dimensions)
    graph.initIndex({ maxElements: Math.max(1, capacity), m: LINKS, efConstruction: BUILD_CANDIDATES })
    return new HnswSearch(graph, dimensions)
  }

  /**
   * Reads a graph written by {@link write}. The library trusts the file: check its sum first.
   *
   * @throws IndexError `missing` where hnswlib-node does not load, `damaged` where it refuses the file
   */
  static async read(file: string, dimensions: number): Promise<HnswSearch> {
    const graph = await newGraph(dimensions)
    try {
      await graph.readIndex(file)
    } catch (cause) {
      throw new IndexError(
        'damaged',
        `The vector graph ${file} cannot be read. Rebuild it with: npm run index`,
        {
          cause,
        },
      )
    }
    return new HnswSearch(graph, dimensions)
  }

  /** Must not run while rows are appended. */
  async write(file: string): Promise<void> {
    await this.graph.writeIndex(file)
  }

  get count(): number {
    return this.given - this.removed.size
  }

  append(vector: ArrayLike<number>): number {
    checkDimensions(vector, this.dimensions)
    const capacity = this.graph.getMaxElements()
    if (this.given === capacity) this.graph.resizeIndex(capacity * 2)
    this.graph.addPoint(Array.from(vector), this.given)
    return this.given++
  }

  remove(row: number): void {
    if (!(row >= 0 && row < this.given) || this.removed.has(row)) return
    this.graph.markDelete(row)
    this.removed.add(row)
  }

  /**
   * Where `accept` refuses so much that fewer than `k` rows are met, the search widens, and at last looks at every
   * point: points that many others equal may have no way leading to them.
   */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    checkDimensions(vector, this.dimensions)
    const query = Array.from(vector)
    const wanted = Math.min(k, this.count)
    for (let candidates = Math.max(SEARCH_CANDIDATES, wanted); wanted > 0; candidates *= 4) {
      this.graph.setEf(Math.min(candidates, this.given))
      const { neighbors, distances } = this.graph.searchKnn(query, wanted, accept)
      if (neighbors.length === wanted) {
        const top = new TopRows(wanted)
        for (const [at, row] of neighbors.entries()) top.offer(row, 1 - (distances[at] ?? 1))
        return top.nearest()
      }
      if (candidates >= this.given) break
    }
    return this.searchEveryPoint(query, wanted, accept)
  }

  private searchEveryPoint(query: number[], k: number, accept?: (row: number) => boolean): Nearest {
    const top = new TopRows(k)
    for (let row = 0; row < this.given; row++) {
      if (this.removed.has(row) || accept?.(row) === false) continue
      top.offer(row, cosineSimilarity(query, this.graph.getPoint(row)))
    }
    return top.nearest()
  }
}

/** A LangChain vector store over a {@link HnswSearch}. */
export class HnswVectorStore extends RowVectorStore {
  /** @throws IndexError `missing` where hnswlib-node is not installed or does not load */
  static async create(embeddings: EmbeddingsInterface, dimensions: number): Promise<HnswVectorStore> {
    return new HnswVectorStore(embeddings, await HnswSearch.empty(dimensions, 1024))
  }

  override _vectorstoreType(): string {
    return 'footnote-hnsw'
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

function cosineSimilarity(left: readonly number[], right: readonly number[]): number {
  let dot = 0
  for (const [at, value] of left.entries()) dot += value * (right[at] ?? 0)
  return dot / (Math.hypot(...left) * Math.hypot(...right) || 1)
}

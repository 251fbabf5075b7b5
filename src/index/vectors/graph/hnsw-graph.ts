import type { HierarchicalNSW } from 'hnswlib-node'
import { IndexError } from '../../../errors.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'

/** Links a point: with 16, hnswlib's own choice, twice as many of the nearest were missed. */
const LINKS = 32
/** Candidates weighed while a point is added: more makes a better graph and a longer build. */
const BUILD_CANDIDATES = 200
/** Candidates weighed in a search: the more vectors, the more of the nearest would be missed with few (docs/scale.md). */
const FEWEST_SEARCH_CANDIDATES = 80
const MOST_SEARCH_CANDIDATES = 400
const VECTORS_A_CANDIDATE = 64

/**
 * A hierarchical navigable small world graph (Malkov & Yashunin 2018) by hnswlib-node: a native addon, so in Node
 * alone, and only where it was compiled. It holds the vectors once more, as 32-bit floats.
 */
export class HnswGraph implements NeighbourGraph {
  readonly dimensions: number
  private readonly graph: HierarchicalNSW

  private constructor(graph: HierarchicalNSW, dimensions: number) {
    this.graph = graph
    this.dimensions = dimensions
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

  /**
   * @param path of a file that {@link write} has written: its bytes are trusted, so check their sum first
   * @throws IndexError `missing` where hnswlib-node is not installed or does not load
   * @throws Error of hnswlib where the file is of another form
   */
  static async read(path: string, dimensions: number): Promise<HnswGraph> {
    const graph = await newGraph(dimensions)
    await graph.readIndex(path)
    return new HnswGraph(graph, dimensions)
  }

  /** hnswlib tells of no failure, such as a full disk; a file that was cut off cannot be read. */
  async write(path: string): Promise<void> {
    await this.graph.writeIndex(path)
  }

  /** Labels in the graph, removed ones too. */
  get size(): number {
    return this.graph.getCurrentCount()
  }

  /** Makes room for so many labels at once, instead of bit by bit. */
  reserve(capacity: number): void {
    if (capacity > this.graph.getMaxElements()) this.graph.resizeIndex(capacity)
  }

  add(vector: ArrayLike<number>, label: number): void {
    if (this.size === this.graph.getMaxElements()) this.reserve(Math.ceil(this.size * 1.2) + 64)
    this.graph.addPoint(Array.from(vector), label)
  }

  remove(label: number): void {
    this.graph.markDelete(label)
  }

  near(vector: ArrayLike<number>, k: number, accept?: (label: number) => boolean): readonly number[] {
    const candidates = Math.round(this.size / VECTORS_A_CANDIDATE)
    const bounded = Math.max(FEWEST_SEARCH_CANDIDATES, Math.min(MOST_SEARCH_CANDIDATES, candidates))
    this.graph.setEf(Math.max(bounded, k))
    return this.graph.searchKnn(Array.from(vector), Math.min(k, this.size), accept).neighbors
  }
}

/** Imported when it is first wanted: it is an optional dependency, compiled on install where there is a compiler. */
async function newGraph(dimensions: number): Promise<HierarchicalNSW> {
  try {
    const { default: hnswlib } = await import('hnswlib-node')
    return new hnswlib.HierarchicalNSW('cosine', dimensions)
  } catch (cause) {
    const [reason] = String(cause instanceof Error ? cause.message : cause).split('\n')
    const message = `hnswlib-node is not installed here, or was compiled for another Node: ${reason}`
    throw new IndexError('missing', message, { cause })
  }
}

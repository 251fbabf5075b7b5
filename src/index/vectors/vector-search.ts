/** The rows nearest to a vector, most similar first; rows of the same similarity in their own order. */
export interface Nearest {
  readonly rows: Int32Array
  /** Cosine similarity of each row, −1 … 1. */
  readonly scores: Float32Array
}

/** Finds the rows of a set of vectors that point most nearly the way another vector does. */
export interface VectorSearch {
  /** Rows that can be found. */
  readonly count: number
  readonly dimensions: number
  /**
   * @param vector of `dimensions` numbers and any length; a zero vector is like nothing (similarity 0)
   * @param k how many rows at most
   * @param accept where given, only rows for which it is true are found
   * @throws RangeError where `vector` has another number of dimensions
   */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest
}

/** A {@link VectorSearch} that grows and shrinks. Rows are counted from 0 and never given twice. */
export interface GrowingVectorSearch extends VectorSearch {
  /** @returns the row */
  append(vector: ArrayLike<number>): number
  /** The row is not found any more. */
  remove(row: number): void
}

/** @throws RangeError where the vector has another number of dimensions */
export function checkDimensions(vector: ArrayLike<number>, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new RangeError(`The vector has ${vector.length} dimensions, the index ${dimensions}`)
  }
}

/**
 * A graph whose edges lead from each vector to near ones, along which the nearest to a question are found. The port
 * that graph libraries are put behind; `HnswGraph` is the one in use.
 */
export interface NeighbourGraph {
  readonly dimensions: number
  /**
   * Links a vector to those that are there.
   *
   * @param label names it from now on; never one that was given before
   */
  add(vector: ArrayLike<number>, label: number): void
  /** Finds the label no longer. Its vector still leads to others. */
  remove(label: number): void
  /**
   * @param k how many labels at most
   * @param accept where given, only labels for which it is true are found
   * @returns labels that are near, in no particular order; fewer than `k` where no path leads to more
   */
  near(vector: ArrayLike<number>, k: number, accept?: (label: number) => boolean): readonly number[]
}

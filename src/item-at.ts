/**
 * The item in a row that has to be there. A hole in an array must not pass for a zero: as a row it would name the first
 * paragraph, and the answer would cite it. Loops over whole arrays index them as they are, which is quicker.
 *
 * @throws RangeError outside 0 … length − 1
 */
export function itemAt<T>(items: ArrayLike<T>, row: number): T {
  const item = items[row]
  if (item === undefined) throw new RangeError(`No item ${row} among ${items.length}`)
  return item
}

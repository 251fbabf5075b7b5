/** Lists of numbers in one array: that of `i` goes from `starts[i]` to `starts[i + 1]`. */
export interface NumberLists {
  readonly starts: Uint32Array
  readonly entries: Uint16Array
}

/** Where lists of these lengths begin that stand one behind another, and behind the last where they end. */
export function startsOf(lengths: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = (starts[i] ?? 0) + (lengths[i] ?? 0)
  return starts
}

export function listOf({ starts, entries }: NumberLists, i: number): Uint16Array {
  return entries.subarray(starts[i], starts[i + 1])
}

/** For each number below `size`, the lists that it stands in; there are fewer than 2¹⁶ of them. */
export function inverted(lists: NumberLists, size: number): NumberLists {
  const lengths = new Uint32Array(size)
  for (const number of lists.entries) lengths[number] = (lengths[number] ?? 0) + 1
  const starts = startsOf(lengths)
  const next = starts.slice()
  const entries = new Uint16Array(lists.entries.length)
  for (let i = 0; i + 1 < lists.starts.length; i++) {
    for (const number of listOf(lists, i)) {
      const at = next[number] ?? 0
      entries[at] = i
      next[number] = at + 1
    }
  }
  return { starts, entries }
}

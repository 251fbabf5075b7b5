/** Lists of numbers in one array: that of `i` goes from `starts[i]` to `starts[i + 1]`. */
export interface NumberLists {
  readonly starts: Uint32Array
  readonly entries: Uint16Array | Uint32Array
}

/** Where lists of these lengths begin that stand one behind another, and behind the last where they end. */
export function startsOf(lengths: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = (starts[i] as number) + (lengths[i] as number)
  return starts
}

export function listOf({ starts, entries }: NumberLists, i: number): Uint16Array | Uint32Array {
  return entries.subarray(starts[i], starts[i + 1])
}

/** For each number below `size`, the lists that it stands in. */
export function inverted(lists: NumberLists, size: number): NumberLists {
  // Written without iterators and views: this runs once in a process, before any of it is compiled.
  const lengths = new Uint32Array(size)
  for (let at = 0; at < lists.entries.length; at++) {
    const number = lists.entries[at] as number
    lengths[number] = (lengths[number] as number) + 1
  }
  const starts = startsOf(lengths)
  const next = starts.slice()
  const entries = new Uint32Array(lists.entries.length)
  for (let i = 0; i + 1 < lists.starts.length; i++) {
    const end = lists.starts[i + 1] as number
    for (let at = lists.starts[i] as number; at < end; at++) {
      const number = lists.entries[at] as number
      const free = next[number] as number
      entries[free] = i
      next[number] = free + 1
    }
  }
  return { starts, entries }
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours that turn one word
 * into the other; `limit + 1` where there are more than `limit`. (Damerau 1964; Boytsov 2011 for the restricted form.)
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let distance = Math.min(substitution, (last[j] as number) + 1, (current[j - 1] as number) + 1)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, (beforeLast[j - 2] ?? limit) + 1)
      current.push(distance)
      best = Math.min(best, distance)
    }
    if (best > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1)
}

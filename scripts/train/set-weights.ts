import type { Example } from './example.ts'

/** What a set counts: by its name if it is named, or else by what it is about. A set that is missing counts nothing. */
export type SetWeights = Readonly<Record<string, number>>

/**
 * Weighs the examples so that those of a set add up to what the set counts.
 *
 * @param part sets may be divided further, and each part count as much as a set
 */
export function balance(
  examples: readonly Example[],
  sets: SetWeights,
  part: (example: Example) => string = ({ set }) => set,
): number[] {
  const counts = new Map<string, number>()
  for (const example of examples) counts.set(part(example), (counts.get(part(example)) ?? 0) + 1)
  return examples.map(
    (example) => (sets[example.set] ?? sets[example.source] ?? 0) / (counts.get(part(example)) ?? 1),
  )
}

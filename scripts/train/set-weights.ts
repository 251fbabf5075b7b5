import { FOLLOW_UPS_WITH, FOLLOW_UPS_WITHOUT, WITH, WITHOUT } from './article-examples.ts'
import type { Example } from './example.ts'

/** What the follow-ups about the article count beside its questions that stand by themselves, which count 1. */
const FOLLOW_UPS_WEIGHT = 0.15

/**
 * For each example its weight: those of a set add up to what the set counts.
 *
 * @param publicWeight what a public set counts
 * @param part sets may be divided further, and each part count as much as a set
 */
export function balance(
  examples: readonly Example[],
  publicWeight: number,
  part: (example: Example) => string = ({ set }) => set,
): number[] {
  const counts = new Map<string, number>()
  for (const example of examples) counts.set(part(example), (counts.get(part(example)) ?? 0) + 1)
  return examples.map((example) => setWeight(example.set, publicWeight) / (counts.get(part(example)) ?? 1))
}

function setWeight(set: string, publicWeight: number): number {
  if (set === WITH || set === WITHOUT) return 1
  return set === FOLLOW_UPS_WITH || set === FOLLOW_UPS_WITHOUT ? FOLLOW_UPS_WEIGHT : publicWeight
}

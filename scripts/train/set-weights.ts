import {
  BESIDE_EDITED,
  EDITED,
  FOLLOW_UPS_WITH,
  FOLLOW_UPS_WITHOUT,
  WITH,
  WITHOUT,
} from './article-examples.ts'
import type { Example } from './example.ts'

/** What the sets about the article count. */
const WEIGHTS: Readonly<Record<string, number>> = {
  [WITH]: 1,
  [WITHOUT]: 1,
  [EDITED]: 0.15,
  [BESIDE_EDITED]: 0.5,
  [FOLLOW_UPS_WITH]: 0.3,
  [FOLLOW_UPS_WITHOUT]: 0.3,
}

/**
 * For each example its weight: those of a set add up to what the set counts.
 *
 * @param other what a set of documentation and a public set count
 * @param part sets may be divided further, and each part count as much as a set
 */
export function balance(
  examples: readonly Example[],
  other: Readonly<Record<'documentation' | 'public', number>>,
  part: (example: Example) => string = ({ set }) => set,
): number[] {
  const counts = new Map<string, number>()
  for (const example of examples) counts.set(part(example), (counts.get(part(example)) ?? 0) + 1)
  return examples.map((example) => {
    const weight = example.source === 'article' ? (WEIGHTS[example.set] ?? 0) : other[example.source]
    return weight / (counts.get(part(example)) ?? 1)
  })
}

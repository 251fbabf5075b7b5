import type { Example } from './example.ts'

/** What a set counts: the article's fully, a public one somewhat less. */
const ARTICLE_WEIGHT = 1
const PUBLIC_WEIGHT = 0.3

/** For each example its weight: those of a set add up to what the set counts. */
export function balance(
  examples: readonly Example[],
  part: (example: Example) => string = ({ set }) => set,
): number[] {
  const counts = new Map<string, number>()
  for (const example of examples) counts.set(part(example), (counts.get(part(example)) ?? 0) + 1)
  return examples.map((example) => setWeight(example.set) / (counts.get(part(example)) ?? 1))
}

function setWeight(set: string): number {
  return set === 'with questions' || set === 'without questions' ? ARTICLE_WEIGHT : PUBLIC_WEIGHT
}

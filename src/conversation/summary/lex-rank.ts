/** Terms of a sentence and how much each weighs; a unit vector. */
export type SentenceVector = ReadonlyMap<string, number>

/** Sentences less alike than this have nothing to do with each other. */
const LEAST_SIMILARITY = 0.08
/** Probability of a jump to another sentence, by the prior; the rest follows likeness. */
const JUMP = 0.2
const MOST_ROUNDS = 50
const SETTLED = 1e-6

/** @param terms of each sentence, with their counts */
export function sentenceVectors(terms: readonly ReadonlyMap<string, number>[]): SentenceVector[] {
  const frequency = new Map<string, number>()
  for (const sentence of terms)
    for (const key of sentence.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  return terms.map((sentence) => {
    const weights = [...sentence].map(([key, count]) => {
      const rarity = Math.log(1 + terms.length / (frequency.get(key) ?? 1))
      return [key, (1 + Math.log(count)) * rarity] as const
    })
    const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
    return new Map(weights.map(([key, weight]) => [key, weight / (norm || 1)]))
  })
}

export function cosine(a: SentenceVector, b: SentenceVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0)
  return sum
}

/**
 * How central each sentence is among all: the stationary distribution of a walk from sentence to like sentence that now
 * and then jumps to one by the prior. Continuous LexRank (Erkan and Radev, LexRank: Graph-based lexical centrality as
 * salience in text summarization, JAIR 22, 2004), its jumps weighted as in topic-sensitive LexRank (Otterbacher, Erkan
 * and Radev, 2005).
 *
 * @param prior what speaks for each sentence by itself, not negative
 * @returns for each sentence its share of 1
 */
export function lexRank(vectors: readonly SentenceVector[], prior: readonly number[]): number[] {
  const total = prior.reduce((sum, weight) => sum + weight, 0)
  const jump = prior.map((weight) => (total > 0 ? weight / total : 1 / vectors.length))
  const links = linksOf(vectors)
  let rank = jump
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = jump.map((share) => JUMP * share)
    for (const [from, neighbours] of links.entries()) {
      const share = (1 - JUMP) * (rank[from] as number)
      const sum = neighbours.reduce((weights, { weight }) => weights + weight, 0)
      // A sentence like no other leads to any.
      if (sum === 0)
        for (let to = 0; to < next.length; to++)
          next[to] = (next[to] as number) + share * (jump[to] as number)
      else for (const { to, weight } of neighbours) next[to] = (next[to] as number) + (share * weight) / sum
    }
    const moved = next.reduce((sum, value, at) => sum + Math.abs(value - (rank[at] as number)), 0)
    rank = next
    if (moved < SETTLED) break
  }
  return rank
}

interface Link {
  readonly to: number
  readonly weight: number
}

function linksOf(vectors: readonly SentenceVector[]): Link[][] {
  const links: Link[][] = vectors.map(() => [])
  for (const [i, vector] of vectors.entries()) {
    for (let j = i + 1; j < vectors.length; j++) {
      const weight = cosine(vector, vectors[j] as SentenceVector)
      if (weight < LEAST_SIMILARITY) continue
      links[i]?.push({ to: j, weight })
      links[j]?.push({ to: i, weight })
    }
  }
  return links
}

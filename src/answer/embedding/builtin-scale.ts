import type { BuiltinEmbeddings } from '../../embeddings/builtin.ts'
import type { OpenIndex } from '../../index/open.ts'
import { backgroundOf, RescaledSearch } from '../../index/vectors/rescaled-search.ts'
import type { VectorSearch } from '../../index/vectors/vector-search.ts'

/** Some 2000 pairs: enough for a mean and a spread, and few to embed while questions wait (some 50 ms). */
const MOST_TEXTS = 64

/**
 * Tells the similarities of an index on the scale of the built-in embeddings, from which ranking and confidence were
 * learned. The cosine of two texts that share nothing is near 0 there, and 0.6 or 0.8 for some models: taken as it is,
 * anything would seem to be answered.
 *
 * Where this background lies depends on the texts as well (pieces of one article share a title, questions share nothing),
 * so that it is measured for both models over the same passages of this index.
 */
export function onBuiltinScale(
  { vectors, passages, search }: Pick<OpenIndex, 'vectors' | 'passages' | 'search'>,
  builtin: BuiltinEmbeddings,
): VectorSearch {
  const count = Math.min(MOST_TEXTS, passages.count)
  // Evenly over the index, so that few come from the same paragraph.
  const rows = Array.from({ length: count }, (_, at) => Math.floor((at * passages.count) / count))
  return new RescaledSearch(
    search,
    backgroundOf(rows.map((row) => vectors.at(row))),
    backgroundOf(rows.map((row) => builtin.vectorOf(passages.at(row).text))),
  )
}

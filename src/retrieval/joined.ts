import type { RankedParagraph, Retrieval } from './retriever.ts'

/**
 * What was found for two questions that were asked at once, as if it had been found for one: the best paragraph of each,
 * as likely as each other, then what else was found for the first.
 *
 * @param whole what was found for both questions taken as one
 */
export function joined(whole: Retrieval, first: Retrieval, second: Retrieval): Retrieval {
  const [one] = first.ranked
  const [other] = second.ranked
  if (one === undefined || other === undefined) return whole
  if (one.paragraphRow === other.paragraphRow) return { ...whole, ranked: [wider(one, other)] }
  const half = (ranked: RankedParagraph, { question }: Retrieval) => ({
    ...ranked,
    probability: 0.5,
    askedFor: question,
  })
  return { ...whole, ranked: [half(one, first), half(other, second)] }
}

/** A paragraph with the words that answer either question. */
function wider(one: RankedParagraph, other: RankedParagraph): RankedParagraph {
  if (one.focus === undefined || other.focus === undefined) return { ...one, probability: 1 }
  const start = Math.min(one.focus.start, other.focus.start)
  const end = Math.max(one.focus.end, other.focus.end)
  return { ...one, focus: { start, end }, probability: 1 }
}

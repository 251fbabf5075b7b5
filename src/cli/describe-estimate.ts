import type { Configuration } from '../configuration/configuration.ts'
import type { EmbeddingEstimate } from '../index/build/embedding-estimate.ts'

/** How long or dear something may be before a person is asked: about twenty minutes on a machine without a GPU. */
const BIG_TOKENS = 1_000_000

/** What embedding will take, in one line; with money where a price is known. */
export function describeEstimate(
  { texts, tokens, requests, kept }: EmbeddingEstimate,
  configuration: Configuration,
): string {
  const { EMBEDDINGS, EMBEDDINGS_BASE_URL, EMBEDDINGS_PRICE } = configuration
  const left = kept === 0 ? '' : `${counted(kept, 'vector')} of an interrupted build taken over; `
  const server = `"${EMBEDDINGS}" at ${EMBEDDINGS_BASE_URL}`
  const work = `about ${rounded(tokens)} tokens in ${counted(requests, 'request')}`
  const money =
    EMBEDDINGS_PRICE === undefined
      ? ''
      : `, ${price((tokens / 1e6) * EMBEDDINGS_PRICE)} at ${EMBEDDINGS_PRICE} per million tokens`
  return `${left}${counted(texts, 'text')} to embed with ${server}: ${work}${money}`
}

/** Whether a person should have a say first. */
export function isBig({ tokens }: EmbeddingEstimate): boolean {
  return tokens >= BIG_TOKENS
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

/** To two digits; more would promise too much. */
function rounded(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 2 })
}

function price(value: number): string {
  if (value === 0) return 'nothing'
  return value < 0.01 ? 'less than 0.01' : `about ${rounded(value)}`
}

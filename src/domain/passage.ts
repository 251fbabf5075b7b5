import type { Span } from './span.ts'

/**
 * The unit that is embedded and retrieved: a paragraph, a piece of a long one, or a question written ahead for it. Its
 * span in the paragraph is the piece itself, or the words that answer the question.
 */
export interface Passage extends Span {
  /** Row of its paragraph in the library. */
  readonly paragraphRow: number
  readonly kind: 'text' | 'question'
  /** What is embedded: for a piece with the context it needs (title, heading), for a question the question alone. */
  readonly text: string
}

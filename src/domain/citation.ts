import type { Block, BlockKind } from './block.ts'
import type { Language } from './language.ts'
import type { Span, StyledSpan } from './span.ts'

/**
 * A paragraph and, inside it, the exact words that support the answer.
 * Invariant, checked before the answer is returned: `quote === text.slice(start, end)`.
 */
export interface Citation extends Span {
  /** The `n` of `[n]` in the answer, from 1. */
  readonly marker: number
  /** Paragraph id. */
  readonly id: string
  /** Article id. */
  readonly article: string
  readonly title: string
  readonly section: string
  /** Position of the paragraph in its article, from 1; 0 for the header of an article. */
  readonly paragraph: number
  /** Kind of the block that the quote is taken from. */
  readonly kind: BlockKind
  /** Language of the quoted words. */
  readonly language: Language
  readonly quote: string
  /** The paragraph, or the part around the quote if it is very long; see {@link textStart}. */
  readonly text: string
  /** Where `text` begins in the paragraph, in UTF-16 code units; 0 unless it was cut. */
  readonly textStart: number
  /** Address that opens the article at the quoted words, relative to the service's own. */
  readonly url: string
  /** How well the paragraph answers the question, 0–1. */
  readonly score: number
  /** With `inlineMarkup` of the request: the blocks that `text` is made of, with offsets in it. */
  readonly blocks?: readonly Block[]
  /** With `inlineMarkup` of the request: what is set apart within the lines of `text`. */
  readonly styles?: readonly StyledSpan[]
}

/** A paragraph near a question that the corpus does not answer. Not a citation: it supports nothing. */
export interface RelatedParagraph {
  readonly id: string
  readonly article: string
  readonly title: string
  readonly section: string
  readonly paragraph: number
  /** The paragraph, or the nearest part of it if it is very long; see {@link textStart}. */
  readonly text: string
  /** Where `text` begins in the paragraph, in UTF-16 code units; 0 unless it was cut. */
  readonly textStart: number
  readonly url: string
}

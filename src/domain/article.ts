import type { Paragraph } from './paragraph.ts'
import type { Span, StyledSpan } from './span.ts'

export interface Article {
  readonly id: string
  readonly title: string
  readonly author?: string
  readonly date?: string
  readonly language?: string
  /** Address where it was first published. */
  readonly url?: string
  /** Path below the corpus folder, with forward slashes. */
  readonly source: string
  readonly sections: readonly Section[]
  /** The words that a summary is to quote, in order, where they were chosen ahead. */
  readonly overview?: readonly OverviewSentence[]
  readonly paragraphs: readonly Paragraph[]
}

/** A heading of an article. `#` is the title and no section; `##` has level 2. */
export interface Section {
  readonly heading: string
  readonly level: number
  /** Position of the first paragraph below it. */
  readonly position: number
  /** What is set apart in the heading; absent where nothing is. */
  readonly styles?: readonly StyledSpan[]
}

/** Words of an article, by the position of their paragraph. */
export interface OverviewSentence extends Span {
  readonly position: number
}

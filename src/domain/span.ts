/** Half-open range of UTF-16 code units in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Words that their author has set apart within a line. */
export interface StyledSpan extends Span {
  readonly style: 'code' | 'strong' | 'emphasis' | 'link'
  /** Web address that a link leads to. */
  readonly href?: string
}

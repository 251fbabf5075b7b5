/** What a turn asks of an article itself rather than of what it says. */
export type Aspect =
  | 'author'
  | 'title'
  | 'date'
  | 'url'
  | 'length'
  | 'sections'
  | 'about'
  | 'summary'
  /** Whether what it says is right. */
  | 'reliability'
  | 'articles'

/** How an aspect is asked for, in comparable text. */
export interface AspectPattern {
  readonly aspect: Aspect
  /** The words that ask for it, and nothing that says of what. */
  readonly pattern: RegExp
  /** What else must stand in the turn. */
  readonly when?: RegExp
  /** Asks of an article only where the turn says so: "what is the article called". */
  readonly needsArticle?: true
}

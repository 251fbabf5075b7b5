import type { Counted } from '../../../views/words/answer-words.ts'

/** What pages say in their own words; `{n}` stands for a number, `{text}` for a text. */
export interface PageWords {
  readonly languages: string
  readonly skip: string
  readonly articles: string
  readonly allArticles: string
  /** Leads from the first articles to the list of all `{n}`. */
  readonly wholeList: string
  readonly noArticles: string
  /** Words of a link to the description of the HTTP interface. */
  readonly api: string
  readonly newConversation: string
  readonly askOne: string
  readonly askMany: string
  readonly promise: string
  readonly placeholder: string
  readonly followUp: string
  readonly conversation: string
  readonly askedOf: string
  readonly source: string
  readonly openWhole: string
  readonly keys: string
  /** Begins a question about a selected passage. */
  readonly about: string
  readonly askAbout: string
  readonly askArticle: string
  readonly contents: string
  /** Title, author, date, length and headings of an article, as they are cited. */
  readonly facts: string
  readonly highlights: string
  readonly previous: string
  readonly next: string
  readonly changed: string
  readonly firstPublished: string
  readonly paragraph: string
  readonly paragraphs: Counted
  readonly problem: Readonly<Partial<Record<number, string>>>
  readonly backToStart: string
}

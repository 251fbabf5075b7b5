import type { Article, Library, Paragraph } from '../domain.ts'

/** A paragraph and the article it stands in. */
export interface PlacedParagraph {
  readonly article: Article
  readonly paragraph: Paragraph
}

/** The paragraph with this id; undefined where its article is gone or its words have changed. */
export function findParagraph(id: string, library: Library): PlacedParagraph | undefined {
  const article = library.article(id.slice(0, Math.max(0, id.lastIndexOf('#'))))
  const paragraph = article?.paragraphs.find((one) => one.id === id)
  return article === undefined || paragraph === undefined ? undefined : { article, paragraph }
}

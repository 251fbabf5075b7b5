import { HEADER_ANCHOR, headerOf } from '../conversation/about/header/article-header.ts'
import type { Article } from '../domain/article.ts'
import type { Library } from '../domain/library.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import { anchorOf, articleIdOf } from '../paragraph-id.ts'

/** A paragraph and the article it stands in. */
export interface PlacedParagraph {
  readonly article: Article
  readonly paragraph: Paragraph
}

/** The paragraph or header with this id; undefined where its article is gone or its words have changed. */
export function findParagraph(id: string, library: Library): PlacedParagraph | undefined {
  const article = library.article(articleIdOf(id))
  if (article === undefined) return undefined
  if (anchorOf(id) === HEADER_ANCHOR) return { article, paragraph: headerOf(article) }
  const paragraph = article.paragraphs.find((one) => one.id === id)
  return paragraph === undefined ? undefined : { article, paragraph }
}

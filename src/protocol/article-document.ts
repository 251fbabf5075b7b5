import * as z from 'zod'
import { articlePath, citationUrl } from '../answer/citation-url.ts'
import type { Article } from '../domain/article.ts'
import type { Library } from '../domain/library.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import { components } from './openapi/components.ts'
import { type ParagraphDocument, paragraphDocument } from './paragraph-schemas.ts'

const generation = z.string().describe('Id of the index build that this was read from.')

const articleSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    author: z.string().exactOptional(),
    date: z.string().exactOptional(),
    language: z.string().exactOptional(),
    originalUrl: z.string().exactOptional().describe('Where it was first published.'),
    url: z.string().describe('Address that opens the article, relative to the service.'),
    paragraphCount: z.int().min(0),
  })
  .register(components, { id: 'ArticleSummary' })

export const articlesResponse = z
  .object({ articles: z.array(articleSummary), generation })
  .register(components, { id: 'ArticlesResponse' })

export const articleResponse = z
  .object({
    ...articleSummary.shape,
    sections: z
      .array(
        z.object({
          heading: z.string(),
          level: z.int().min(1).describe('Level of the heading; 2 for `##`.'),
          paragraph: z.int().min(1).describe('Position of the first paragraph below it.'),
        }),
      )
      .describe('Its headings, in order.'),
    paragraphs: z.array(paragraphDocument),
    generation,
  })
  .register(components, { id: 'ArticleResponse' })

export type ArticleSummary = z.output<typeof articleSummary>

/** The first articles, all of them unless told, without their paragraphs. */
export function listArticles(library: Library, most = Number.POSITIVE_INFINITY): ArticleSummary[] {
  return Array.from({ length: Math.min(most, library.articleCount) }, (_, row) =>
    summariseStored(library.articleAt(row), library),
  )
}

/** One article without its paragraphs, if there is such an article. */
export function findArticle(library: Library, id: string): ArticleSummary | undefined {
  const article = library.article(id)
  return article === undefined ? undefined : summariseStored(article, library)
}

function summariseStored(article: Article, library: Library): ArticleSummary {
  const { start, end } = library.paragraphRows(article.id) ?? { start: 0, end: 0 }
  return summariseArticle(article, end - start)
}

/** @param paragraphCount given, since counting the article's own would unpack them */
function summariseArticle(article: Article, paragraphCount: number): ArticleSummary {
  const { id, title, author, date, language, url } = article
  return {
    id,
    title,
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { originalUrl: url }),
    url: articlePath(id),
    paragraphCount,
  }
}

/** All of an article. */
export function describeArticle(article: Article): Omit<z.output<typeof articleResponse>, 'generation'> {
  return {
    ...summariseArticle(article, article.paragraphs.length),
    sections: article.sections.map(({ heading, level, position }) => ({
      heading,
      level,
      paragraph: position,
    })),
    paragraphs: article.paragraphs.map((paragraph) => describeParagraph(paragraph, article)),
  }
}

export function describeParagraph(
  paragraph: Paragraph,
  { title }: Pick<Article, 'title'>,
): ParagraphDocument {
  const { id, article, section, position, kind, text, blocks, styles } = paragraph
  return {
    id,
    article,
    title,
    section,
    paragraph: position,
    kind,
    text,
    blocks: blocks.map((block) => ({ ...block })),
    ...(styles === undefined ? {} : { styles: styles.map((span) => ({ ...span })) }),
    url: citationUrl(paragraph),
  }
}

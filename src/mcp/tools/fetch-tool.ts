import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { articlePath, citationUrl } from '../../answer/citation-url.ts'
import { findParagraph } from '../../answer/find-paragraph.ts'
import type { Article } from '../../domain/article.ts'
import type { Library } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { InvalidRequestError } from '../../errors.ts'
import { articleMarkdown } from '../../protocol/article-markdown.ts'
import { placeOf } from '../../protocol/markdown-sources.ts'
import { LIMITS, text } from '../../protocol/request-fields.ts'
import type { McpContext } from '../mcp-context.ts'
import { orToolError, READING, structured } from './tool-result.ts'

/** More than a language model reads at once. */
const LONGEST_TEXT = 200_000

const fetchRequest = z.object({
  id: text(LIMITS.paragraphIdCharacters).describe(
    'Id of an article, or of a paragraph as the tools search and ask return it.',
  ),
})

/** What ChatGPT expects of a tool of this name. */
const fetchedDocument = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().describe('The words of the paragraph, or the article as Markdown.'),
  url: z.string().describe('Address that opens it.'),
  metadata: z.record(z.string(), z.string()),
})

type FetchedDocument = z.output<typeof fetchedDocument>

/** `fetch`: a paragraph or a whole article. */
export function registerFetch(server: McpServer, { current, origin, log }: McpContext): void {
  server.registerTool(
    'fetch',
    {
      title: 'Read a paragraph or an article',
      description: 'Returns the words of a paragraph or a whole article, by id.',
      inputSchema: fetchRequest,
      outputSchema: fetchedDocument,
      annotations: READING,
    },
    ({ id }) => orToolError('fetch', log, async () => structured(documentOf(id, current().library, origin))),
  )
}

function documentOf(id: string, library: Library, origin: string): FetchedDocument {
  const found = findParagraph(id, library)
  if (found !== undefined) return paragraphDocument(found.paragraph, found.article, origin)
  const article = library.article(id)
  if (article !== undefined) return articleDocument(article, origin)
  throw new InvalidRequestError(
    'mcp',
    `No paragraph or article has the id "${id}". Use the tool search to find ids.`,
  )
}

function paragraphDocument(paragraph: Paragraph, article: Article, origin: string): FetchedDocument {
  const { id, section, position, text } = paragraph
  return {
    id,
    title: placeOf({ title: article.title, paragraph: position }),
    text,
    url: origin + citationUrl(paragraph),
    metadata: { ...metadataOf(article), section, paragraph: String(position) },
  }
}

function articleDocument(article: Article, origin: string): FetchedDocument {
  const whole = articleMarkdown(article)
  const text = whole.slice(0, LONGEST_TEXT)
  return {
    id: article.id,
    title: article.title,
    text,
    url: origin + articlePath(article.id),
    metadata: { ...metadataOf(article), ...(text.length < whole.length ? { cut: 'true' } : {}) },
  }
}

function metadataOf({ id, author, date, language, url }: Article): Record<string, string> {
  const metadata = { article: id, author, date, language, originalUrl: url }
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
}

import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server'
import { articleMarkdown } from '../protocol/article-markdown.ts'
import type { McpContext } from './mcp-context.ts'

const PREFIX = 'article:///'
const MARKDOWN = 'text/markdown'

/** The articles as resources: `article:///<id>`, in Markdown. */
export function registerArticles(server: McpServer, { current }: McpContext): void {
  const template = new ResourceTemplate(`${PREFIX}{+id}`, {
    list: () => {
      const { library } = current()
      const resources = Array.from({ length: library.articleCount }, (_, row) => {
        const { id, title } = library.articleAt(row)
        return { uri: PREFIX + encodeId(id), name: id, title, mimeType: MARKDOWN }
      })
      return { resources }
    },
  })
  server.registerResource(
    'article',
    template,
    { title: 'An article', description: 'A whole article of this service.', mimeType: MARKDOWN },
    (uri, { id }) => {
      const article = current().library.article(decodeId(String(id)))
      if (article === undefined) throw new ResourceNotFoundError(uri.href)
      return { contents: [{ uri: uri.href, mimeType: MARKDOWN, text: articleMarkdown(article) }] }
    },
  )
}

/** Slashes of an id stay slashes. */
function encodeId(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/')
}

function decodeId(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

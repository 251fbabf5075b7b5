import { McpServer } from '@modelcontextprotocol/server'
import type { Library } from '../domain/library.ts'
import { INTERFACE_VERSION } from '../http/openapi/document.ts'
import { registerArticles } from './article-resources.ts'
import type { McpContext } from './mcp-context.ts'
import { registerAsk } from './tools/ask-tool.ts'
import { registerFetch } from './tools/fetch-tool.ts'
import { registerSearch } from './tools/search-tool.ts'

/** Clients are not notified of changes: that would take a connection that stays open. */
const UNCHANGING = { tools: { listChanged: false }, resources: { listChanged: false } }

/** Titles that a client learns before it asks. */
const MOST_TITLES = 20

/** An MCP server over the articles, for one request or one connection: the same tools and resources for either. */
export function createMcpServer(context: McpContext): McpServer {
  const server = new McpServer(
    { name: 'footnote', title: 'Footnote', version: INTERFACE_VERSION },
    { instructions: instructionsFor(context.current().library), capabilities: UNCHANGING },
  )
  registerAsk(server, context)
  registerSearch(server, context)
  registerFetch(server, context)
  registerArticles(server, context)
  return server
}

function instructionsFor(library: Library): string {
  const count = Math.min(library.articleCount, MOST_TITLES)
  const titles = Array.from({ length: count }, (_, row) => `“${library.articleAt(row).title}”`)
  const more = library.articleCount > count ? ` and ${library.articleCount - count} more` : ''
  return `Answers come from these articles and from nothing else: ${titles.join(', ')}${more}. Quotes are the authors' own words; do not change them, and link to the url of each.`
}

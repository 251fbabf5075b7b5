import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { placeOf } from '../../protocol/markdown-sources.ts'
import { searchRequest, toSearchRequest } from '../../protocol/search-request.ts'
import type { McpContext } from '../mcp-context.ts'
import { orToolError, READING, structured } from './tool-result.ts'

/** What ChatGPT expects of a tool of this name, and no more. */
const searchResults = z.object({
  results: z.array(
    z.object({
      id: z.string().describe('Id to pass to the tool fetch.'),
      title: z.string().describe('Title of the article and number of the paragraph.'),
      url: z.string().describe('Address that opens the paragraph.'),
    }),
  ),
})

const DESCRIPTION =
  'Finds paragraphs of the articles by a question or a few words, best first. Read them with the tool fetch. For an answer with exact quotes use the tool ask.'

/** `search`: paragraphs to be fetched. */
export function registerSearch(server: McpServer, { current, origin, log }: McpContext): void {
  server.registerTool(
    'search',
    {
      title: 'Search the articles',
      description: DESCRIPTION,
      inputSchema: searchRequest,
      outputSchema: searchResults,
      annotations: READING,
    },
    (input, { mcpReq: { signal } }) =>
      orToolError('search', log, async () => {
        const found = await current().search(toSearchRequest(input), { signal })
        const results = found.map((result) => ({
          id: result.id,
          title: placeOf(result),
          url: origin + result.url,
        }))
        return structured({ results })
      }),
  )
}

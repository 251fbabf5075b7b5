import type { McpServer } from '@modelcontextprotocol/server'
import type { Answer } from '../../domain/answer.ts'
import { servedAnswer as answerSchema } from '../../protocol/answer-schema.ts'
import { askRequest, toAskRequest } from '../../protocol/ask-request.ts'
import { sourceList } from '../../protocol/markdown-sources.ts'
import { servedAnswer } from '../../protocol/served-answer.ts'
import type { McpContext } from '../mcp-context.ts'
import { orToolError, READING, structured } from './tool-result.ts'

const DESCRIPTION = `Answers a question from the articles of this service, with citations: for each, the exact words of the paragraph that says so and a link to them. Where the articles do not say, it says that and nothing else; believe it. Ask in Chinese or English, one thing at a time.`

/** `ask`: an answer with verified citations. */
export function registerAsk(server: McpServer, { current, origin, log }: McpContext): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the articles',
      description: DESCRIPTION,
      inputSchema: askRequest,
      outputSchema: answerSchema,
      annotations: READING,
    },
    (input, { mcpReq: { signal } }) =>
      orToolError('ask', log, async () => {
        const snapshot = current()
        const answer = await snapshot.ask(toAskRequest(input), { signal })
        const text = answer.answer + sourceList(answer, origin)
        return structured(servedAnswer(withOrigin(answer, origin), snapshot), text)
      }),
  )
}

/** The same answer with absolute URLs. */
function withOrigin(answer: Answer, origin: string): Answer {
  const absolute = <Linked extends { readonly url: string }>(linked: Linked) => ({
    ...linked,
    url: origin + linked.url,
  })
  return { ...answer, citations: answer.citations.map(absolute), related: answer.related.map(absolute) }
}

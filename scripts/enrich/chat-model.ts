import { ChatOpenAI } from '@langchain/openai'
import type { ChatConfiguration } from '../../src/configuration/chat-configuration.ts'

/** Small models on small machines take their time over a long paragraph. */
const PATIENCE_MILLISECONDS = 10 * 60_000

/** The configured model behind LangChain's port. Attempts are repeated by the conversation, not here. */
export function openChatModel({ model, baseUrl, apiKey }: ChatConfiguration): ChatOpenAI {
  return new ChatOpenAI({
    model,
    // Without one the client would take OPENAI_API_KEY and send it to a server it was not made for.
    apiKey: apiKey ?? 'none',
    configuration: { baseURL: baseUrl, organization: null, project: null },
    timeout: PATIENCE_MILLISECONDS,
    maxRetries: 0,
  })
}

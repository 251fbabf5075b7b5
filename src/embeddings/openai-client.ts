import { OpenAIEmbeddings } from '@langchain/openai'
import type { EmbeddingsServer } from './embeddings-server.ts'

export interface ClientOptions {
  /** How long a request may take. */
  readonly milliseconds: number
  readonly concurrency: number
  readonly signal: AbortSignal | undefined
}

/** LangChain's client of a server, which tries each request once. */
export function openaiClient(
  { model, baseUrl, apiKey }: EmbeddingsServer,
  { milliseconds, concurrency, signal }: ClientOptions,
): OpenAIEmbeddings {
  return new OpenAIEmbeddings({
    model,
    // What is left open here, the client takes from OPENAI_… variables, and sends to a server it was not made for.
    apiKey: apiKey ?? 'none',
    configuration: {
      baseURL: baseUrl,
      organization: null,
      project: null,
      // LangChain passes no signal on, and the client's own time limit ends with the headers.
      fetch: (url, init) => {
        const signals = [init?.signal, signal, AbortSignal.timeout(milliseconds)]
        return fetch(url, { ...init, signal: AbortSignal.any(signals.filter((each) => each != null)) })
      },
    },
    // Base64, the client's default, is not spoken everywhere.
    encodingFormat: 'float',
    stripNewLines: false,
    maxConcurrency: concurrency,
    maxRetries: 0,
  })
}

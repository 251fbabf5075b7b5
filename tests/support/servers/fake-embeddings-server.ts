import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What came to the server. */
interface EmbeddingsRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly model: string
  readonly input: readonly string[]
  readonly encoding_format?: string
}

/** What the server is to answer: nothing special, a refusal, or any other body. */
export type EmbeddingsReply =
  | undefined
  | {
      readonly status: number
      readonly message: string
      readonly code?: string
      readonly headers?: Record<string, string>
    }
  | { readonly body: string }

export interface FakeEmbeddingsServer {
  /** For `EMBEDDINGS_BASE_URL`. */
  readonly baseUrl: string
  readonly requests: readonly EmbeddingsRequest[]
  /** Every text that was given a vector, each time it was. */
  readonly texts: readonly string[]
  /** The most requests that were under way at once. */
  readonly mostAtOnce: number
  close(): Promise<void>
}

export interface FakeEmbeddingsOptions {
  readonly dimensions?: number
  /** Decides about each request, the first of which has the number 1. */
  readonly reply?: (request: EmbeddingsRequest, number: number) => EmbeddingsReply | Promise<EmbeddingsReply>
}

/** An OpenAI-compatible server on the loopback address, whose vectors count the characters of a text. */
export async function startFakeEmbeddingsServer({
  dimensions = 16,
  reply = () => undefined,
}: FakeEmbeddingsOptions = {}): Promise<FakeEmbeddingsServer> {
  const requests: EmbeddingsRequest[] = []
  const texts: string[] = []
  let underWay = 0
  let mostAtOnce = 0
  const server = createServer(async (incoming, outgoing) => {
    const send = (status: number, body: string, headers: Record<string, string> = {}) => {
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers })
      outgoing.end(body)
    }
    const body = JSON.parse((await text(incoming)) || '{}')
    const request: EmbeddingsRequest = {
      path: `${incoming.method} ${incoming.url}`,
      headers: incoming.headers,
      ...body,
    }
    requests.push(request)
    mostAtOnce = Math.max(mostAtOnce, ++underWay)
    outgoing.on('close', () => underWay--)
    const answer = (await reply(request, requests.length)) ?? refusalOf(request)
    if (answer && 'body' in answer) return send(200, answer.body)
    if (answer) {
      const error = { message: answer.message, type: 'fake', code: answer.code ?? null }
      return send(answer.status, JSON.stringify({ error }), answer.headers)
    }
    texts.push(...request.input)
    send(200, JSON.stringify(resultOf(request, dimensions)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    texts,
    get mostAtOnce() {
      return mostAtOnce
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** As strict as OpenAI's own server. */
function refusalOf({ path, input }: EmbeddingsRequest): EmbeddingsReply {
  if (path !== 'POST /v1/embeddings') return { status: 404, message: 'Not Found' }
  if (!Array.isArray(input) || input.length === 0 || input.length > 2048 || input.includes(''))
    return { status: 400, message: "'$.input' is invalid." }
  return undefined
}

function resultOf({ model, input }: EmbeddingsRequest, dimensions: number): object {
  const data = input.map((each, index) => ({
    object: 'embedding',
    index,
    embedding: vectorOf(each, dimensions),
  }))
  return { object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }
}

function vectorOf(content: string, dimensions: number): number[] {
  const vector = Array<number>(dimensions).fill(0)
  for (const character of content) {
    const at = (character.codePointAt(0) ?? 0) % dimensions
    vector[at] = (vector[at] ?? 0) + 1
  }
  return vector
}

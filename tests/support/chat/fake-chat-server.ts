import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What came to the server. */
export interface ChatRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

/** What the server is to answer: what the model says, or a refusal. */
export type ChatReply =
  | string
  | { readonly status: number; readonly message: string; readonly headers?: Record<string, string> }

export interface FakeChatServer {
  /** For `CHAT_BASE_URL`. */
  readonly baseUrl: string
  readonly requests: readonly ChatRequest[]
  close(): Promise<void>
}

/** An OpenAI-compatible server on the loopback address, whose model is a function. */
export async function startFakeChatServer(
  reply: (request: ChatRequest, count: number) => ChatReply | Promise<ChatReply>,
): Promise<FakeChatServer> {
  const requests: ChatRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = JSON.parse((await text(incoming)) || '{}') as Pick<ChatRequest, 'model' | 'messages'>
    const request = { path: `${incoming.method} ${incoming.url}`, headers: incoming.headers, ...body }
    requests.push(request)
    const answer = await reply(request, requests.length)
    const [status, headers, json] =
      typeof answer === 'string'
        ? [200, {}, completion(request.model, answer)]
        : [answer.status, answer.headers, { error: { message: answer.message, type: 'fake', code: null } }]
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers })
    outgoing.end(JSON.stringify(json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function completion(model: string, content: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  }
}

import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ChatRequest } from './fake-chat-server.ts'

/** What a test has the server send, as it likes. */
export class ReplyStream {
  /** Resolves when the connection has ended, whoever ended it. */
  readonly closed: Promise<void>
  private readonly response: ServerResponse
  private readonly model: string

  constructor(response: ServerResponse, model: string) {
    this.response = response
    this.model = model
    this.closed = new Promise((resolve) => response.once('close', () => resolve()))
  }

  /** Sends a piece of what the model says. */
  say(content: string): void {
    this.event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })
  }

  /** Ends as a good server does. */
  finish(reason = 'stop', usage = { prompt_tokens: 100, completion_tokens: 20 }): void {
    this.event({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })
    const total_tokens = usage.prompt_tokens + usage.completion_tokens
    this.event({ choices: [], usage: { ...usage, total_tokens } })
    this.raw('data: [DONE]\n\n')
    this.response.end()
  }

  /** All of a good reply, in pieces of some characters. */
  reply(content: string, size = 7): void {
    for (let at = 0; at < content.length; at += size) this.say(content.slice(at, at + size))
    this.finish()
  }

  /** Sends bytes as they are. */
  raw(body: string): void {
    if (!this.response.headersSent) this.response.writeHead(200, { 'content-type': 'text/event-stream' })
    this.response.write(body)
  }

  /** Ends the body without an end of what is said. */
  end(): void {
    this.response.end()
  }

  /** Breaks the connection once everything was sent. */
  break(): void {
    const { socket } = this.response
    // What was written last may still wait in the response, from Node 26 on; a comment is nothing that is said.
    if (this.response.headersSent) this.response.write(':\n\n', () => socket?.end())
    else socket?.end()
  }

  refuse(status: number, body: object | string, headers: Readonly<Record<string, string>> = {}): void {
    this.response.writeHead(status, { 'content-type': 'application/json', ...headers })
    this.response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

  private event(fields: object): void {
    const chunk = {
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 0,
      model: this.model,
      ...fields,
    }
    this.raw(`data: ${JSON.stringify(chunk)}\n\n`)
  }
}

export interface StreamingChatServer {
  /** For `CHAT_BASE_URL`. */
  readonly baseUrl: string
  readonly requests: readonly ChatRequest[]
  /** What the server does with the next requests. */
  script: (request: ChatRequest, reply: ReplyStream) => unknown
  close(): Promise<void>
}

/** An OpenAI-compatible server on the loopback address that streams what a test tells it to. */
export async function startStreamingChatServer(
  script: StreamingChatServer['script'],
): Promise<StreamingChatServer> {
  const requests: ChatRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = JSON.parse((await text(incoming)) || '{}') as Pick<ChatRequest, 'model' | 'messages'>
    const request = { path: `${incoming.method} ${incoming.url}`, headers: incoming.headers, ...body }
    requests.push(request)
    await started.script(request, new ReplyStream(outgoing, request.model))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const started: StreamingChatServer = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    script,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return started
}

/** A sentence of a prompt. */
export interface PromptSentence {
  readonly label: string
  readonly text: string
}

/** The sentences that a request shows the model, with their labels. */
export function sentencesIn({ messages }: Pick<ChatRequest, 'messages'>): PromptSentence[] {
  const lines = messages.at(-1)?.content.split('\n') ?? []
  return lines.flatMap((line) => {
    const [, label, sentence] = /^([A-Z]{2}\d+): (.*)$/.exec(line) ?? []
    return label === undefined || sentence === undefined ? [] : [{ label, text: sentence }]
  })
}

/** The label of the sentence that holds some words. */
export function labelOf(request: Pick<ChatRequest, 'messages'>, words: string): string {
  const found = sentencesIn(request).find(({ text: sentence }) => sentence.includes(words))
  if (found === undefined) throw new Error(`The prompt has no sentence with "${words}"`)
  return found.label
}

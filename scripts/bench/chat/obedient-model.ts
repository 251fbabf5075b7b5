import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Letters that come at a time, as tokens do. */
const PIECE = 4
const LABELLED = /^([A-Z]{2}\d+): (.*)$/

/** Milliseconds from the last letter of a claim until it is heard, and of them those that this process has worked. */
export interface Delay {
  readonly wall: number
  readonly processor: number
}

/** An OpenAI-compatible server on the loopback address that says what it is told to. */
export interface ObedientModel {
  /** For `CHAT_BASE_URL`. */
  readonly baseUrl: string
  /**
   * Says a claim in the next reply, and names the sentence that holds some words for it.
   *
   * @returns how long after its last letter it is heard; undefined if the words are not shown, or it never is
   */
  say(claim: string, words: string): Promise<Delay | undefined>
  /** The claim has been sent on. */
  heard(): void
  close(): Promise<void>
}

export async function startObedientModel(): Promise<ObedientModel> {
  let reply: (prompt: string, response: ServerResponse) => void = () => {}
  let heard: () => void = () => {}
  const server = createServer(async (request, response) => {
    const { messages } = JSON.parse(await text(request)) as { messages: readonly { content: string }[] }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    reply(messages.at(-1)?.content ?? '', response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    say: (claim, words) =>
      new Promise((resolve) => {
        reply = (prompt, response) => {
          const label = labelOf(prompt, words)
          if (label === undefined) {
            resolve(undefined)
            return finish(response, 'NOT_FOUND')
          }
          let isHeard = false
          heard = () => {
            if (isHeard) return
            isHeard = true
            const { user, system } = process.cpuUsage(worked)
            resolve({ wall: performance.now() - said, processor: (user + system) / 1000 })
            finish(response)
          }
          response.once('close', () => resolve(undefined))
          const line = `${claim} [${label}]\n`
          for (let from = 0; from < line.length; from += PIECE) send(response, line.slice(from, from + PIECE))
          const said = performance.now()
          const worked = process.cpuUsage()
          // A claim that is not let through is never heard.
          setTimeout(() => {
            if (!isHeard) finish(response)
          }, 2000)
        }
      }),
    heard: () => heard(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function labelOf(prompt: string, words: string): string | undefined {
  const sought = words.replace(/\s+/g, ' ')
  for (const line of prompt.split('\n')) {
    const [, label, sentence = ''] = LABELLED.exec(line) ?? []
    if (label !== undefined && sentence.includes(sought)) return label
  }
  return undefined
}

function send(response: ServerResponse, content: string, finish_reason: string | null = null): void {
  const choices = [{ index: 0, delta: content === '' ? {} : { content }, finish_reason }]
  const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: 'loopback', choices }
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}

function finish(response: ServerResponse, content = ''): void {
  if (content !== '') send(response, content)
  send(response, '', 'stop')
  response.end('data: [DONE]\n\n')
}

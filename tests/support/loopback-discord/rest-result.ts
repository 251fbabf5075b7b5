import type { LoopbackDiscord } from './loopback-discord.ts'

export interface RestRequest {
  readonly method: string
  /** Without `/api/v10`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
}

/** Status and JSON body; no body with 204. */
export type RestResult = readonly [status: number, body?: unknown]

export interface Route {
  readonly method: string
  readonly path: RegExp
  /** Whether it does without the bot's token; an interaction's own token is in the path. */
  readonly open?: boolean
  handle(discord: LoopbackDiscord, request: RestRequest, ...parameters: string[]): RestResult
}

/** An error as Discord words them. */
export function refusal(status: number, code: number, message: string): RestResult {
  return [status, { code, message }]
}

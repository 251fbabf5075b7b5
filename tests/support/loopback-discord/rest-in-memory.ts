import type { RestClient } from '../../../src/discord/rest/api.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { answerRest } from './rest.ts'

/** A client whose requests go to a loopback Discord without a network; rejects with errors of the shape of discord.js's. */
export function restInMemory(discord: LoopbackDiscord): RestClient {
  const send =
    (method: string): RestClient['get'] =>
    async (path, { query = new URLSearchParams(), body } = {}) => {
      const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body))
      const [status, result] = answerRest(discord, { method, path, query, body: sent }, true)
      discord.changed()
      if (status < 400) return result === undefined ? undefined : JSON.parse(JSON.stringify(result))
      const { code, message } = result as { code: number; message: string }
      throw Object.assign(new Error(message), { code, status })
    }
  return {
    get: send('GET'),
    post: send('POST'),
    patch: send('PATCH'),
    put: send('PUT'),
    delete: send('DELETE'),
  }
}

import type { Answer } from '../../src/domain/answer.ts'
import type { Ask } from '../../src/domain/ask.ts'

/**
 * Asks a running service by `POST /ask`.
 *
 * @param address of the service, e.g. `http://127.0.0.1:8787`
 */
export function askOverHttp(address: string): Ask {
  const url = new URL('/ask', address)
  return async (request) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`)
    return (await response.json()) as Answer
  }
}

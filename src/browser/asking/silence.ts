import type { Silence } from './ask-error.ts'

/**
 * Why a service is silent. A browser keeps from a page why its request failed; but a script that any site may load
 * comes all the same where the service is there, and only takes no requests from this site.
 *
 * @param origin of the service; empty for the page's own
 */
export async function silenceOf(origin: string): Promise<Silence> {
  if (!navigator.onLine) return 'offline'
  if (origin === '') return 'unreachable'
  try {
    await fetch(`${origin}/widget.js`, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' })
    return 'notAllowed'
  } catch {
    return 'unreachable'
  }
}

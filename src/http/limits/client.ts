import type { Context } from 'hono'
import { Problem } from '../../protocol/problem.ts'
import type { Client, RequestScope } from '../request-scope.ts'
import { type ApiKey, findApiKey } from './api-keys.ts'
import { clientAddress, networkOf } from './client-address.ts'

export interface ClientOptions {
  /** The address at the other end of the connection; undefined where the runtime does not tell. */
  readonly remoteAddress: (c: Context<RequestScope>) => string | undefined
  /**
   * How many proxies of one's own a request passes.
   * @default 0, and what a client says in `X-Forwarded-For` is not heeded
   */
  readonly proxies?: number
  readonly apiKeys?: readonly ApiKey[]
  /**
   * Refuse requests without a key.
   * @default whether there are keys
   */
  readonly requireApiKey?: boolean
}

/**
 * The client that a request comes from.
 *
 * @throws {Problem} `unauthorized` for a key that is not known, and for none where one is required
 */
export function clientOf(c: Context<RequestScope>, options: ClientOptions): Client {
  const { remoteAddress, proxies = 0, apiKeys = [], requireApiKey = apiKeys.length > 0 } = options
  if (apiKeys.length > 0) {
    const sent = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    const key = sent === undefined ? undefined : findApiKey(apiKeys, sent)
    if (key !== undefined) return { id: key.name, key }
    if (sent !== undefined) throw unauthorized('The API key is not known.', ', error="invalid_token"')
    if (requireApiKey) throw unauthorized('This needs an API key.')
  }
  const address = clientAddress(remoteAddress(c) ?? 'unknown', c.req.header('X-Forwarded-For'), proxies)
  return { id: networkOf(address), key: undefined }
}

function unauthorized(detail: string, error = ''): Problem {
  return new Problem('unauthorized', {
    detail: `${detail} Send "Authorization: Bearer …" with one that the operator of this service has given you.`,
    headers: { 'WWW-Authenticate': `Bearer realm="footnote"${error}` },
  })
}

/**
 * The address under which a client reaches the service through proxies of one's own: what the nearest of them says in
 * `X-Forwarded-Proto` and `X-Forwarded-Host`. Undefined without such a proxy.
 */
export function forwardedOrigin(c: Context<RequestScope>, proxies: number): string | undefined {
  const protocol = lastOf(c.req.header('X-Forwarded-Proto'))
  if (proxies === 0 || (protocol !== 'http' && protocol !== 'https')) return undefined
  const origin = `${protocol}://${lastOf(c.req.header('X-Forwarded-Host')) ?? new URL(c.req.url).host}`
  return URL.canParse(origin) ? new URL(origin).origin : undefined
}

function lastOf(list: string | undefined): string | undefined {
  return list?.split(',').at(-1)?.trim() || undefined
}

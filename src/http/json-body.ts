import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '../protocol/problem.ts'

/** Bytes of a request's body. */
export const MAX_BODY_BYTES = 64 * 1024

/** Refuses a body over {@link MAX_BODY_BYTES}, announced or streamed, before the rest of it is read. */
export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new Problem('content-too-large', {
      detail: `The body is larger than ${MAX_BODY_BYTES / 1024} KiB. Send less history, or a shorter question.`,
    })
  },
})

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/

/**
 * Reads a body as JSON, in UTF-8 as RFC 8259 §8.1 has it.
 * @throws {Problem} `unsupported-media-type` or `malformed-json`
 */
export async function readJson(c: Context): Promise<unknown> {
  requireJsonType(c.req.header('content-type'))
  const bytes = await c.req.arrayBuffer()
  let body: string
  try {
    body = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('malformed-json', { detail: 'The body is not valid UTF-8. Encode it as UTF-8.' })
  }
  if (body.trim() === '') {
    throw new Problem('malformed-json', { detail: 'The body is empty. Send a JSON object.' })
  }
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Problem('malformed-json', {
      detail: `The body is not valid JSON: ${(error as Error).message}.`,
    })
  }
}

function requireJsonType(header: string | undefined): void {
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '')
  if (JSON_TYPE.test(type) && (charset === undefined || charset === 'utf-8' || charset === 'utf8')) return
  throw new Problem('unsupported-media-type', {
    detail: `Send the body as "Content-Type: application/json" in UTF-8, not as ${
      header === undefined ? 'nothing at all' : `"${header}"`
    }.`,
    headers: { Accept: 'application/json' },
  })
}

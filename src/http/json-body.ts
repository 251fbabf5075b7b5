import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '../protocol/problem.ts'

/**
 * Refuses a larger body, announced or streamed, before the rest of it is read.
 *
 * @param bytes that a body may have
 */
export function limitBodyTo(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Problem('content-too-large', {
        detail: `The body is larger than ${bytes / 1024} KiB. Send less history, or a shorter question.`,
      })
    },
  })
}

/** Bytes of the body of most requests. */
const MAX_BODY_BYTES = 64 * 1024

export const limitBody = limitBodyTo(MAX_BODY_BYTES)

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

import type * as z from 'zod'
import { type Fault, Problem } from './problem.ts'

/**
 * Checks a body that was parsed as JSON.
 *
 * @throws {Problem} `invalid-request` that lists every fault with its JSON Pointer
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  // No key of our schemas holds a character that RFC 6901 would have escaped.
  return parse(schema, body, (path) => ({ pointer: ['#', ...path.map(String)].join('/') }))
}

/**
 * Checks what was read from a query.
 *
 * @param names of parameters that are not called as the field that they are read into
 * @throws {Problem} `invalid-request` that lists every fault with its parameter
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: unknown,
  names: Readonly<Record<string, string>> = {},
): z.output<Schema> {
  return parse(schema, query, ([key]) => ({ parameter: names[String(key)] ?? String(key) }))
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  locate: (path: readonly PropertyKey[]) => Omit<Fault, 'detail'>,
): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({ ...locate(path), detail: message }))
  const detail = errors.map((fault) => `${nameOf(fault)} ${fault.detail}.`).join(' ')
  throw new Problem('invalid-request', { detail, errors })
}

/** Where a fault is, as a person would say it. */
function nameOf({ parameter, pointer = '#' }: Fault): string {
  return parameter ?? (pointer === '#' ? 'The body' : pointer.slice(2))
}

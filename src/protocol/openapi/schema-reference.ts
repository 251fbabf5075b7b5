import * as z from 'zod'
import { FootnoteError } from '../../errors.ts'
import { components } from './components.ts'
import type { Parameter } from './openapi-types.ts'

const PREFIX = '#/components/schemas/'

type Json = Record<string, unknown>

/** What clients may send and servers return: fields that are not known are allowed. */
const AS_JSON = {
  io: 'input',
  override: ({ jsonSchema }: { jsonSchema: Json }) => withoutNoise(jsonSchema),
} as const

/**
 * Refers to a schema by its name in the OpenAPI document.
 *
 * @throws {FootnoteError} where it has no name
 */
export function schemaReference(schema: z.ZodType): { readonly $ref: string } {
  const id = components.get(schema)?.id
  if (id === undefined) {
    throw new FootnoteError('http', 'A schema of the interface has no name; register it in `components`')
  }
  return { $ref: PREFIX + id }
}

/** All schemas that have a name, as JSON Schema of draft 2020-12. */
export function namedSchemas(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(components, { ...AS_JSON, uri: (id) => PREFIX + id })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]))
}

/**
 * The parameters of a query that is read into a schema.
 *
 * @param names of parameters that are not called as their field
 */
export function queryParameters(
  schema: z.ZodObject,
  names: Readonly<Record<string, string>> = {},
): Parameter[] {
  return Object.entries(schema.shape).map(([field, value]): Parameter => {
    const { description, ...rest } = withoutIdentity(z.toJSONSchema(value, AS_JSON))
    return {
      name: names[field] ?? field,
      in: 'query',
      required: !z.safeParse(value, undefined).success,
      ...(typeof description === 'string' ? { description } : {}),
      schema: withoutNull(rest),
    }
  })
}

function withoutIdentity({ $schema: _schema, $id: _id, ...rest }: Json): Json {
  return rest
}

/** A query has no `null`. */
function withoutNull(schema: Json): Json {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf)) return schema
  const [only, ...others] = (anyOf as Json[]).filter(({ type }) => type !== 'null')
  return others.length === 0 ? { ...rest, ...only } : schema
}

/** Zod's bounds of every whole number say nothing about ours. */
function withoutNoise(schema: Json): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

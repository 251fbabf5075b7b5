/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Schema } from '../../../protocol/openapi/openapi-types.ts'
import { Inline } from './inline.tsx'

/** A schema: its fields in a table, or what kind of value it is. */
export function SchemaView({ schema }: { readonly schema: Schema }) {
  const { description, properties, required = [] } = schema
  return (
    <>
      {description === undefined ? (
        ''
      ) : (
        <p>
          <Inline text={description} />
        </p>
      )}
      {properties === undefined ? (
        <p>
          <TypeOf schema={schema} />
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Type</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(properties).map(([name, property]) => (
              <tr>
                <th scope="row">
                  <code>{name}</code>
                  {required.includes(name) ? '' : <span class="facts"> optional</span>}
                </th>
                <td>
                  <TypeOf schema={property} />
                </td>
                <td>
                  <Inline text={property.description ?? ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** The type of a value in few words, with a link to a schema that has a name. */
export function TypeOf({ schema }: { readonly schema: Schema }) {
  const { $ref, type, anyOf, items, properties, required = [] } = schema
  if ($ref !== undefined) return <SchemaLink name={$ref.slice($ref.lastIndexOf('/') + 1)} />
  if (anyOf !== undefined) return <Alternatives schemas={anyOf.filter((one) => one.type !== 'null')} />
  if (schema.enum !== undefined) return <Values values={schema.enum} />
  if ('const' in schema) return <Values values={[schema.const]} />
  if (type === 'array') return <>list of {items === undefined ? 'anything' : <TypeOf schema={items} />}</>
  if (properties !== undefined) {
    const fields = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`))
    return <>object {fields.length === 0 ? '' : <code>{`{ ${fields.join(', ')} }`}</code>}</>
  }
  return <>{[type ?? 'anything', ...limitsOf(schema)].join(', ')}</>
}

function SchemaLink({ name }: { readonly name: string }) {
  return <a href={`#schema-${name}`}>{name}</a>
}

function Alternatives({ schemas }: { readonly schemas: readonly Schema[] }) {
  return (
    <>
      {schemas.map((schema, at) => (
        <>
          {at === 0 ? '' : ' or '}
          <TypeOf schema={schema} />
        </>
      ))}
    </>
  )
}

function Values({ values }: { readonly values: readonly unknown[] }) {
  return (
    <>
      {values.map((value, at) => (
        <>
          {at === 0 ? '' : ', '}
          <code>{String(value)}</code>
        </>
      ))}
    </>
  )
}

function limitsOf({ minimum, maximum, maxLength }: Schema): string[] {
  const range =
    minimum === undefined ? [] : [maximum === undefined ? `from ${minimum}` : `${minimum}–${maximum}`]
  return [...range, ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`])]
}

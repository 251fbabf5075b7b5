/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ResponseObject } from '../../../protocol/openapi/openapi-types.ts'
import { Inline } from './inline.tsx'
import type { PlacedOperation } from './placed-operation.ts'
import { TypeOf } from './schema-view.tsx'
import { TryForm } from './try-form.tsx'

/** An operation: what it takes and answers with, and a form to try it. */
export function OperationView({ method, path, operation }: PlacedOperation) {
  const { operationId, summary, description, responses } = operation
  return (
    <details id={operationId} class="operation">
      <summary>
        <span class="method">{method.toUpperCase()}</span> <code>{path}</code> <span>{summary}</span>
      </summary>
      {description === undefined ? (
        ''
      ) : (
        <p>
          <Inline text={description} />
        </p>
      )}
      <TryForm method={method} path={path} operation={operation} />
      <table>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
            <th scope="col">Content</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(responses).map(([status, response]) => (
            <tr>
              <th scope="row">{status}</th>
              <td>
                <Inline text={response.description} />
              </td>
              <td>
                <ContentOf response={response} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function ContentOf({ response: { content = {} } }: { readonly response: ResponseObject }) {
  return (
    <>
      {Object.entries(content).map(([type, { schema }]) => (
        <div>
          <code>{type}</code> {schema.$ref === undefined ? '' : <TypeOf schema={schema} />}
        </div>
      ))}
    </>
  )
}

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OperationObject, Parameter } from '../../../protocol/openapi/openapi-types.ts'
import { Inline } from './inline.tsx'
import type { PlacedOperation } from './placed-operation.ts'
import { TypeOf } from './schema-view.tsx'

/** A form that sends a request and shows what comes back; usable once the page's script runs, see `browser/docs.ts`. */
export function TryForm({ method, path, operation }: PlacedOperation) {
  const { operationId, parameters = [], requestBody, security } = operation
  const accepted = acceptedTypes(operation)
  return (
    <form class="try" data-method={method.toUpperCase()} data-path={path}>
      <fieldset disabled>
        {parameters.map((parameter) => (
          <ParameterField parameter={parameter} prefix={operationId} />
        ))}
        {Object.entries(requestBody?.content ?? {}).map(([type, { schema, example }]) => (
          <div class="field">
            <label for={`${operationId}-body`}>
              Body (<code>{type}</code>, <TypeOf schema={schema} />)
            </label>
            <textarea id={`${operationId}-body`} name="body" data-type={type} rows={6} spellcheck={false}>
              {JSON.stringify(example ?? {}, null, 2)}
            </textarea>
          </div>
        ))}
        {security === undefined ? '' : <TokenField prefix={operationId} isNeeded={security.length === 1} />}
        <div class="field">
          <label for={`${operationId}-accept`}>Accept</label>
          <select id={`${operationId}-accept`} name="accept">
            {accepted.map((type) => (
              <option>{type}</option>
            ))}
          </select>
        </div>
        <button type="submit">Send</button>
      </fieldset>
      <output for={operationId} hidden></output>
    </form>
  )
}

/** All media types that it answers with; where there are several, first all together. */
function acceptedTypes({ responses }: OperationObject): string[] {
  const successes = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    status.startsWith('2') ? Object.keys(content) : [],
  )
  const types = [...new Set(successes)]
  return types.length === 0 ? ['*/*'] : types.length === 1 ? types : [types.join(', '), ...types]
}

function ParameterField({ parameter, prefix }: { readonly parameter: Parameter; readonly prefix: string }) {
  const { name, required, description = '', schema } = parameter
  const id = `${prefix}-${name}`
  const place = { id, name, required, 'data-in': parameter.in, 'aria-describedby': `${id}-meaning` }
  return (
    <div class="field">
      <label for={id}>
        <code>{name}</code> {required ? '' : <span class="facts">optional</span>}
      </label>
      {schema.type === 'array' ? (
        <textarea {...place} rows={2} placeholder="one a line"></textarea>
      ) : schema.enum === undefined ? (
        <input {...place} autocomplete="off" />
      ) : (
        <select {...place}>
          <option></option>
          {schema.enum.map((value) => (
            <option>{String(value)}</option>
          ))}
        </select>
      )}
      <p id={`${id}-meaning`} class="facts">
        <TypeOf schema={schema} />
        {description === '' ? '' : '. '}
        <Inline text={description} />
      </p>
    </div>
  )
}

function TokenField({ prefix, isNeeded }: { readonly prefix: string; readonly isNeeded: boolean }) {
  return (
    <div class="field">
      <label for={`${prefix}-token`}>
        Token {isNeeded ? '' : <span class="facts">where the service asks for one</span>}
      </label>
      <input id={`${prefix}-token`} name="token" type="password" autocomplete="off" />
    </div>
  )
}

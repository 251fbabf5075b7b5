/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Method, OpenApiDocument } from '../../../protocol/openapi/openapi-types.ts'
import { Page } from '../page.tsx'
import { Inline } from './inline.tsx'
import { OperationView } from './operation-view.tsx'
import type { PlacedOperation } from './placed-operation.ts'
import { SchemaView } from './schema-view.tsx'

/** The HTTP interface to read, and with a script to try. Everything in it comes from the OpenAPI document. */
export function DocsPage({ document }: { readonly document: OpenApiDocument }) {
  const { info, components } = document
  return (
    <Page language="en" title={`HTTP interface · ${info.title}`} kind="docs" script="/docs.js">
      <main id="content">
        <h1>HTTP interface</h1>
        <p>
          <Inline text={String(info.description ?? '')} /> For programs:{' '}
          <a href="/openapi.json">openapi.json</a> (OpenAPI {document.openapi}, version {info.version}).
        </p>
        {[...byTag(document)].map(([tag, operations]) => (
          <section>
            <h2>{tag}</h2>
            {operations.map((placed) => (
              <OperationView {...placed} />
            ))}
          </section>
        ))}
        <section>
          <h2>Schemas</h2>
          {Object.entries(components.schemas).map(([name, schema]) => (
            <details id={`schema-${name}`}>
              <summary>
                <code>{name}</code>
              </summary>
              <SchemaView schema={schema} />
            </details>
          ))}
        </section>
      </main>
    </Page>
  )
}

/** What serves the pages themselves comes last. */
const LAST = ['Service', 'Administration', 'Pages']

function byTag({ paths }: OpenApiDocument): Map<string, PlacedOperation[]> {
  const tags = new Map<string, PlacedOperation[]>()
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const [tag] = operation.tags
      tags.set(tag, [...(tags.get(tag) ?? []), { path, method: method as Method, operation }])
    }
  }
  return new Map([...tags].sort(([one], [other]) => LAST.indexOf(one) - LAST.indexOf(other)))
}

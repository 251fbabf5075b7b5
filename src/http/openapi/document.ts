import type { OpenApiDocument, Paths, Schema } from '../../protocol/openapi/openapi-types.ts'
import { API_KEY_SCHEME } from '../../protocol/openapi/operation.ts'
import { namedSchemas } from '../../protocol/openapi/schema-reference.ts'
import { ADMIN_SCHEME } from './reindex-paths.ts'

/** Version of the interface: that of the package. */
export const INTERFACE_VERSION = '0.1.0'

const DESCRIPTION =
  'Answers questions about articles and shows, for every answer, the exact words of the paragraph that says so.'

/**
 * The OpenAPI 3.1 document of some paths, with the schemas that they use.
 *
 * @param server address of the service, e.g. `https://ask.example.org`
 */
export function openApiDocument(paths: Paths, server: string): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Footnote',
      version: INTERFACE_VERSION,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: usedSchemas(paths),
      securitySchemes: {
        [API_KEY_SCHEME]: {
          type: 'http',
          scheme: 'bearer',
          description: 'One of API_KEYS, if the service sets any.',
        },
        [ADMIN_SCHEME]: { type: 'http', scheme: 'bearer', description: 'ADMIN_TOKEN of the service.' },
      },
    },
  }
}

/** Those that the paths refer to, directly or through others. */
function usedSchemas(paths: Paths): Record<string, Schema> {
  const schemas = namedSchemas()
  const used = new Set<string>()
  const follow = (value: unknown) => {
    for (const [, id = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(id)) continue
      used.add(id)
      follow(schemas[id])
    }
  }
  follow(paths)
  return Object.fromEntries([...used].sort().flatMap((id) => (schemas[id] ? [[id, schemas[id]]] : [])))
}

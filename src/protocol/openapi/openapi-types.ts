/** The part of OpenAPI 3.1 that the document of this service uses. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly [field: string]: unknown }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Paths
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly securitySchemes: Readonly<Record<string, object>>
  }
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The operations of each path. A parameter of a path stands in braces: `/articles/{id}`. */
export type Paths = Readonly<Record<string, Readonly<Partial<Record<Method, OperationObject>>>>>

export interface OperationObject {
  readonly operationId: string
  readonly tags: readonly [string]
  readonly summary: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, readonly []>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly required: true
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: object }>>
  }
  /** The responses by their status. */
  readonly responses: Readonly<Record<string, ResponseObject>>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

export interface ResponseObject {
  readonly description: string
  /** The forms of the body by their media type. */
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

/** JSON Schema of draft 2020-12, as far as zod writes it for our schemas. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

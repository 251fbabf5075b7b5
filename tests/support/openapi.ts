import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'vitest'

type Json = Record<string, unknown>

interface OperationObject {
  readonly operationId: string
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>
}

/** As much of an OpenAPI document as its tests look at. */
export interface OpenApiDocument extends Json {
  readonly paths: Record<string, Record<string, OperationObject>>
  readonly components: { readonly schemas: Record<string, object> }
}

const ANYTHING = {}

/** Checks responses against what an OpenAPI document says of them. */
export class DocumentedAnswers {
  private readonly ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    formats: { uri: true, 'date-time': true },
  })

  private readonly validators = new Map<object, ValidateFunction>()

  constructor(private readonly document: OpenApiDocument) {}

  /** @param path as it stands in the document: `/articles/{id}` */
  async expectDocumented(method: string, path: string, response: Response): Promise<void> {
    const operation = this.document.paths[path]?.[method.toLowerCase()]
    expect(operation, `${method} ${path} is described`).toBeDefined()
    const described = operation?.responses[response.status]
    expect(described, `${method} ${path} says what ${response.status} means`).toBeDefined()
    if (response.status === 204) return
    const type = response.headers.get('Content-Type')?.replace(/;.*/, '') ?? ''
    const media = described?.content?.[type]
    expect(media, `${method} ${path} ${response.status} as ${type} is described`).toBeDefined()
    const body = await response.clone().text()
    if (!type.endsWith('json')) return
    const validate = this.validatorOf(media?.schema ?? ANYTHING)
    expect(validate(JSON.parse(body)) ? [] : validate.errors).toEqual([])
  }

  /** The schema with those it may refer to beside it, where JSON Schema keeps them. */
  private validatorOf(schema: object): ValidateFunction {
    const known = this.validators.get(schema)
    if (known !== undefined) return known
    const whole = JSON.stringify({ ...schema, $defs: this.document.components.schemas })
    const validate = this.ajv.compile(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')))
    this.validators.set(schema, validate)
    return validate
  }
}

import type * as z from 'zod'
import { type ProblemName, problemStatus, problemTitle } from '../problem.ts'
import { problemDocument } from '../problem-schema.ts'
import type { OperationObject, Parameter, Paths, ResponseObject, Schema } from './openapi-types.ts'
import { schemaReference } from './schema-reference.ts'

/** What an operation answers with: a schema that is registered, or a media type without one. */
export type Content = Readonly<Record<string, z.ZodType | undefined>>

export interface OperationOptions {
  /** A name for generated clients, e.g. `ask`. */
  readonly id: string
  /** Under which heading it stands in the documentation. */
  readonly tag: string
  /** A few words, in the imperative. */
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  /** Registered schema of a JSON body. */
  readonly body?: z.ZodType
  /** What the body looks like, e.g. `{ question: 'What is Docker?' }`. */
  readonly example?: object
  /** What each status of success means and what its body contains. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly content?: Content }>>
  /** What can go wrong besides what can with every request. */
  readonly problems?: readonly ProblemName[]
  /** Registered schema of its errors, where they are not problems. */
  readonly errors?: z.ZodType
  /** Name of the scheme under which it needs a secret. */
  readonly secured?: string
  /** Whether it answers or searches, so that the limits of the service apply to it. */
  readonly costs?: boolean
}

/** Name of the scheme under which a service may ask for a key. */
export const API_KEY_SCHEME = 'apiKey'

const EVERYWHERE: readonly ProblemName[] = ['misdirected-request', 'internal-error', 'not-ready']

/** What the limits of a service refuse. */
const LIMITED: readonly ProblemName[] = ['unauthorized', 'too-many-requests', 'overloaded']

/**
 * Describes an operation for the OpenAPI document.
 *
 * @example
 * const paths: Paths = {
 *   '/healthz': {
 *     get: operation({
 *       id: 'healthz',
 *       tag: 'Service',
 *       summary: 'Check that the process is alive',
 *       answers: { 200: { description: 'The process is alive.', content: { 'application/json': health } } },
 *     }),
 *   },
 * }
 */
export function operation(options: OperationOptions): OperationObject {
  const { id, tag, summary, description, parameters, body, example, answers, costs = false } = options
  const secured = costs ? API_KEY_SCHEME : options.secured
  const { problems = [], errors } = options
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    // An operation with limits asks for a key only where the service has keys.
    ...(secured === undefined ? {} : { security: [{ [secured]: [] }, ...(costs ? [{}] : [])] }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(body, example) }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
      ...problemResponses([...problems, ...(costs ? LIMITED : []), ...EVERYWHERE], errors),
    },
  }
}

/** The paths at which the limits of the service apply, see {@link OperationOptions.costs}. */
export function costlyPaths(paths: Paths): string[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    JSON.stringify(operations).includes(`{"${API_KEY_SCHEME}":[]}`) ? [path] : [],
  )
}

/** A parameter in a path. */
export function pathParameter(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } }
}

function requestBody(
  schema: z.ZodType,
  example: object | undefined,
): OperationObject['requestBody'] & object {
  const content = { schema: schemaReference(schema), ...(example === undefined ? {} : { example }) }
  return { required: true, content: { 'application/json': content } }
}

function response({ description, content = {} }: OperationOptions['answers'][number]): ResponseObject {
  const media = Object.entries(content).map(([type, schema]) => [
    type,
    { schema: schema === undefined ? unnamedSchema(type) : schemaReference(schema) },
  ])
  return { description, ...(media.length === 0 ? {} : { content: Object.fromEntries(media) }) }
}

function unnamedSchema(type: string): Schema {
  return type === 'application/json' ? {} : { type: 'string' }
}

/** One response a status; problems of one status differ by their `type`. */
function problemResponses(
  problems: readonly ProblemName[],
  errors: z.ZodType | undefined,
): OperationObject['responses'] {
  const byStatus = new Map<number, ProblemName[]>()
  for (const problem of new Set(problems)) {
    const status = problemStatus(problem)
    byStatus.set(status, [...(byStatus.get(status) ?? []), problem])
  }
  const content: Content =
    errors === undefined ? { 'application/problem+json': problemDocument } : { 'application/json': errors }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => {
      const description = names.map((name) => `${problemTitle(name)} (\`${name}\`).`).join(' ')
      return [status, response({ description, content })]
    }),
  )
}

import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { commonInterfaces } from '../../../src/interfaces.ts'
import { silentLog } from '../../../src/log.ts'
import type { OpenApiDocument, OperationObject, Schema } from '../../../src/protocol/openapi/openapi-types.ts'
import { feedbackToLog } from '../../../src/question-log/feedback.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { DocumentedAnswers } from '../../support/openapi.ts'

const REQUESTS = 10_000

interface HostileRequest {
  readonly method: string
  readonly path: string
  readonly address: string
  readonly headers: Record<string, string>
  readonly body: BodyInit | undefined
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '../../etc/passwd',
    '%00',
    '__proto__',
    'constructor',
    'null',
    '1e400',
    '-1',
    '\u202e',
  ),
  fc.integer({ min: 900, max: 3000 }).map((length) => '長'.repeat(length)),
)

const anyHeader = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.constantFrom(
    'application/json',
    'text/event-stream',
    '*/*;q=0',
    'application/json; charset=utf-16',
    'gzip',
  ),
)

const HEADERS = [
  'Accept',
  'Content-Type',
  'Authorization',
  'Origin',
  'If-None-Match',
  'X-Request-Id',
  'traceparent',
]
const MCP_HEADERS = ['MCP-Protocol-Version', 'Mcp-Method', 'Mcp-Name', 'Mcp-Session-Id']

const anyHeaders = fc.dictionary(fc.constantFrom(...HEADERS, ...MCP_HEADERS), anyHeader, { maxKeys: 4 })

const deepJson = fc.integer({ min: 100, max: 20_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth))

/** An object with some of the fields that a schema names, and anything in them. */
function withFieldsOf(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {} } = schema
  const values = Object.fromEntries(
    Object.keys(properties).map((name) => [name, fc.anything({ maxDepth: 3 })]),
  )
  const texts = Object.fromEntries(Object.keys(properties).map((name) => [name, anyText]))
  return fc.oneof(fc.record(values, { requiredKeys: [] }), fc.record(texts, { requiredKeys: [] }))
}

function bodyOf(operation: OperationObject, document: OpenApiDocument): fc.Arbitrary<BodyInit | undefined> {
  const media = operation.requestBody?.content['application/json']
  const name = media?.schema.$ref?.split('/').at(-1) ?? ''
  const json = (value: unknown) =>
    JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? `${one}` : one))
  const example = Object.entries(media?.example ?? { jsonrpc: '2.0', id: 1, method: 'tools/list' })
  return fc.oneof(
    withFieldsOf(document.components.schemas[name] ?? {}).map(json),
    fc
      .tuple(fc.constantFrom(...example), fc.anything())
      .map(([[field], value]) => json({ ...Object.fromEntries(example), [field]: value })),
    fc.json({ maxDepth: 4 }),
    deepJson,
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
    fc.constant(undefined),
  )
}

/** Requests for one operation; now and then one of them is what it should be. */
function requestsFor(
  [method, path, operation]: readonly [string, string, OperationObject],
  document: OpenApiDocument,
): fc.Arbitrary<HostileRequest> {
  const parameters = operation.parameters ?? []
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const names = ['q', 'lang', ...parameters.map(({ name }) => name)]
  return fc
    .record({
      values: fc.array(anyText, { minLength: inPath.length, maxLength: inPath.length }),
      query: fc.array(fc.tuple(fc.constantFrom(...names), anyText), { maxLength: 5 }),
      headers: anyHeaders,
      isJson: fc.boolean(),
      body: method === 'get' ? fc.constant(undefined) : bodyOf(operation, document),
    })
    .map(({ values, query, headers, isJson, body }) => {
      const segments = inPath.reduce(
        (address, { name }, at) => address.replace(`{${name}}`, encoded(values[at] || 'x')),
        path,
      )
      const search = query.map(([name, value]) => `${name}=${encoded(value)}`).join('&')
      return {
        method: method.toUpperCase(),
        path,
        address: `http://localhost${segments}${search === '' ? '' : `?${search}`}`,
        headers: { ...headers, ...(isJson ? { 'Content-Type': 'application/json' } : {}) },
        body,
      }
    })
}

function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/^\.+$/, '%2E')
}

describe('requests that nobody should send', () => {
  const error = vi.fn()
  const log = { ...silentLog, error }
  const app = createApp({
    current: () => fakeSnapshot(),
    log,
    interfaces: commonInterfaces({ log, feedback: feedbackToLog(log) }),
  })
  let document: OpenApiDocument

  beforeAll(async () => {
    document = (await (await app.request('/openapi.json')).json()) as OpenApiDocument
  })

  it(`get ${REQUESTS} answers as they are documented, none of them a fault of ours`, async () => {
    const answers = new DocumentedAnswers(document as never)
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [method, path, operation] as const),
    )
    const statuses = new Map<number, number>()
    const anyRequest = fc.constantFrom(...operations).chain((operation) => requestsFor(operation, document))
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ method, path, address, headers, body }) => {
        const response = await app.request(address, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
        })
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
        expect(response.status).toBeLessThan(500)
        // A problem becomes a page for those who want to look at one.
        if (response.headers.get('Content-Type')?.startsWith('text/html')) return
        if (response.status !== 304) await answers.expectDocumented(method, path, response)
      }),
      { numRuns: REQUESTS },
    )
    expect(error).not.toHaveBeenCalled()
    // That they were hostile, and that some got through.
    for (const status of [200, 400, 404, 415]) expect(statuses.get(status)).toBeGreaterThan(0)
  }, 300_000)
})

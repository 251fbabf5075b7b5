import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { traceAsked, traceRequests } from '../../../src/service/telemetry/open-telemetry.ts'
import { timed } from '../../../src/stages.ts'
import { fakeAsk, fakeSnapshot } from '../../support/fake-snapshot.ts'

const exporter = new InMemorySpanExporter()
const snapshot = fakeSnapshot({
  ask: (request, options = {}) => timed('retrieval', options, () => fakeAsk(request)),
})
const app = createApp({
  current: () => snapshot,
  telemetry: { around: [traceRequests], asked: traceAsked },
})

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  )
})

afterAll(() => {
  context.disable()
  propagation.disable()
  trace.disable()
})

beforeEach(() => exporter.reset())

it('records a request, its question and the steps of the work within the caller’s trace, and no words', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const response = await app.request('/ask?q=Lambda', { headers: { traceparent } })
  expect(response.status).toBe(200)
  const spans = exporter.getFinishedSpans()
  expect(spans.map(({ name }) => name)).toEqual(['retrieval', 'question', 'GET /ask'])
  const [retrieval, question, request] = spans
  expect(request?.parentSpanContext?.spanId).toBe('00f067aa0ba902b7')
  expect(question?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId)
  expect(retrieval?.parentSpanContext?.spanId).toBe(question?.spanContext().spanId)
  for (const span of spans) expect(span.spanContext().traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
  expect(request?.attributes).toEqual({
    'http.request.method': 'GET',
    'url.path': '/ask',
    'http.route': '/ask',
    'http.response.status_code': 200,
  })
  const said = spans.map(({ name, attributes, events }) => ({ name, attributes, events }))
  expect(JSON.stringify(said)).not.toContain('Lambda')
})

it('names a request that nothing answers by its method alone', async () => {
  await app.request('/nothing')
  expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(['GET'])
})

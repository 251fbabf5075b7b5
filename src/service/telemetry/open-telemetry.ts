import { type Context, context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { RequestScope } from '../../http/request-scope.ts'
import type { AskEvent } from '../../telemetry/ask-event.ts'

const tracer = trace.getTracer('footnote')

/**
 * A span for each request. Nothing is recorded unless the operator has loaded an SDK of OpenTelemetry before
 * it. Names and attributes follow its semantic conventions for HTTP, without the query: that may hold a question.
 */
export const traceRequests: MiddlewareHandler<RequestScope> = async (c, next) => {
  const { method, path } = c.req
  const parent = propagation.extract(context.active(), c.req.raw.headers, {
    get: (headers, name) => headers.get(name) ?? undefined,
    keys: (headers) => [...headers.keys()],
  })
  const attributes = { 'http.request.method': method, 'url.path': path }
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent)
  try {
    await context.with(trace.setSpan(parent, span), next)
    const route = routePath(c, -1)
    const { status } = c.res
    if (!route.endsWith('*')) span.updateName(`${method} ${route}`).setAttribute('http.route', route)
    span.setAttribute('http.response.status_code', status)
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  } finally {
    span.end()
  }
}

/** A span for each question and search, and within it one for each step of the work. */
export function traceAsked({
  task,
  through,
  outcome,
  start,
  milliseconds,
  stages,
  ...answer
}: AskEvent): void {
  const attributes = {
    'footnote.through': through,
    'footnote.outcome': outcome,
    ...(answer.answerer === undefined ? {} : { 'footnote.answerer': answer.answerer }),
    ...(answer.confidence === undefined ? {} : { 'footnote.confidence': answer.confidence }),
  }
  const span = tracer.startSpan(task, { startTime: start, attributes })
  const within: Context = trace.setSpan(context.active(), span)
  for (const stage of stages) {
    const step = tracer.startSpan(stage.name, { startTime: stage.start }, within)
    if (stage.failed) step.setStatus({ code: SpanStatusCode.ERROR })
    step.end(stage.start + stage.milliseconds)
  }
  if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(start + milliseconds)
}

import { Hono, type MiddlewareHandler } from 'hono'
import type { Configuration } from '../../configuration/configuration.ts'
import type { RequestScope } from '../../http/request-scope.ts'
import { serve } from '../../http/serve.ts'
import type { Log } from '../../log.ts'
import type { AskObserver } from '../../telemetry/ask-event.ts'
import type { ModelHealth } from './model-health.ts'
import type { MetricsSources } from './prometheus.ts'

export interface Telemetry {
  /** What every request over HTTP passes, outermost first. */
  readonly around: readonly MiddlewareHandler<RequestScope>[]
  readonly asked: AskObserver
  /** Stops serving the metrics. */
  close(): Promise<void>
}

export interface TelemetryOptions extends MetricsSources {
  readonly configuration: Pick<Configuration, 'METRICS_HOST' | 'METRICS_PORT'>
  readonly models: ModelHealth
  readonly log: Log
}

/**
 * Measures what the service does, as far as somebody wants to know: metrics where METRICS_PORT is set, traces where an
 * SDK of OpenTelemetry was loaded before the program.
 *
 * @throws {ConfigurationError} when METRICS_PORT cannot be listened on
 */
export async function startTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { configuration, models, log } = options
  const around: MiddlewareHandler<RequestScope>[] = []
  const observers: AskObserver[] = [models.asked]
  let close = async () => {}
  if (hasOpenTelemetry()) {
    const { traceAsked, traceRequests } = await import('./open-telemetry.ts')
    around.push(traceRequests)
    observers.push(traceAsked)
  }
  if (configuration.METRICS_PORT !== undefined) {
    const { PrometheusMetrics } = await import('./prometheus.ts')
    const metrics = new PrometheusMetrics(options)
    around.push(metrics.middleware)
    observers.push(metrics.asked)
    const app = new Hono().get('/metrics', async (c) =>
      c.body(await metrics.render(), 200, { 'Content-Type': metrics.contentType }),
    )
    const address = { host: configuration.METRICS_HOST, port: configuration.METRICS_PORT, log }
    const server = await serve(app.fetch, address, 'METRICS_')
    log.info({ origin: server.origin }, 'Metrics')
    close = async () => {
      await server.close(0)
    }
  }
  return {
    around,
    asked: (event) => {
      for (const observe of observers) observe(event)
    },
    close,
  }
}

/** Where an SDK puts what the API of OpenTelemetry then uses. */
function hasOpenTelemetry(): boolean {
  return Symbol.for('opentelemetry.js.api.1') in globalThis
}

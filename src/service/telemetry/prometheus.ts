import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { IndexSnapshot } from '../../domain/index-snapshot.ts'
import type { RequestScope } from '../../http/request-scope.ts'
import type { AskEvent } from '../../telemetry/ask-event.ts'
import type { Dependency } from '../../telemetry/dependency.ts'
import type { ModelHealth } from './model-health.ts'

/** Seconds: from an answer out of a small index to one that a slow language model writes. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export interface MetricsSources {
  readonly current: () => Pick<IndexSnapshot, 'id' | 'library'>
  /** Questions over HTTP that are worked on, and that wait. */
  readonly load: () => { readonly running: number; readonly waiting: number }
  readonly dependencies: () => readonly Dependency[]
  readonly models: Pick<ModelHealth, 'calls' | 'tokens'>
}

/** What a service measures, as Prometheus reads it. Holds no question, no address and no key. */
export class PrometheusMetrics {
  private readonly registry = new Registry()
  private readonly requests = this.histogram('footnote_http_request_seconds', 'Time until a response began', [
    'method',
    'route',
    'status',
  ])
  private readonly questions = this.histogram('footnote_question_seconds', 'Time a question or search took', [
    'through',
    'task',
    'outcome',
  ])
  private readonly stages = this.histogram('footnote_stage_seconds', 'Time a step of the work took', [
    'stage',
  ])
  private readonly answers = this.counter('footnote_answers_total', 'Answers, by what made them', [
    'answerer',
    'language',
    'degraded',
  ])

  constructor(sources: MetricsSources) {
    collectDefaultMetrics({ register: this.registry })
    this.watch(sources)
  }

  /** Counts and times the requests. A response that is streamed is timed until it begins. */
  readonly middleware: MiddlewareHandler<RequestScope> = async (c, next) => {
    const before = performance.now()
    await next()
    const matched = routePath(c, -1)
    const route = matched === '/*' || matched === '*' ? 'unmatched' : matched
    this.requests.observe(
      { method: c.req.method, route, status: c.res.status },
      (performance.now() - before) / 1000,
    )
  }

  readonly asked = ({ through, task, outcome, milliseconds, stages, ...answer }: AskEvent): void => {
    this.questions.observe({ through, task, outcome }, milliseconds / 1000)
    for (const { name, milliseconds } of stages) this.stages.observe({ stage: name }, milliseconds / 1000)
    const { answerer, language = '', degraded = false } = answer
    if (answerer !== undefined) this.answers.inc({ answerer, language, degraded: String(degraded) })
  }

  get contentType(): string {
    return this.registry.contentType
  }

  render(): Promise<string> {
    return this.registry.metrics()
  }

  /** What is looked at when somebody asks. */
  private watch({ current, load, dependencies, models }: MetricsSources): void {
    this.gauge('footnote_questions_running', 'Questions over HTTP that are worked on', [], (gauge) =>
      gauge.set(load().running),
    )
    this.gauge('footnote_questions_waiting', 'Questions over HTTP that wait for their turn', [], (gauge) =>
      gauge.set(load().waiting),
    )
    this.gauge('footnote_index_info', 'The index that is served', ['generation'], (gauge) => {
      gauge.reset()
      gauge.set({ generation: current().id }, 1)
    })
    this.gauge('footnote_index_articles', 'Articles in the index', [], (gauge) =>
      gauge.set(current().library.articleCount),
    )
    this.gauge('footnote_index_paragraphs', 'Paragraphs in the index', [], (gauge) =>
      gauge.set(current().library.paragraphCount),
    )
    this.gauge(
      'footnote_dependency_up',
      'Whether what the service leans on works',
      ['dependency'],
      (gauge) => {
        for (const { name, isUp } of dependencies()) gauge.set({ dependency: name }, isUp ? 1 : 0)
      },
    )
    const labelNames = ['model', 'outcome'] as const
    new Counter({
      name: 'footnote_model_calls_total',
      help: 'Calls of models on servers; skipped while one is given a break',
      labelNames,
      registers: [this.registry],
      collect() {
        this.reset()
        for (const { model, outcome, count } of models.calls) this.inc({ model, outcome }, count)
      },
    })
    new Counter({
      name: 'footnote_model_tokens_total',
      help: 'Tokens that the language model has used',
      labelNames: ['direction'],
      registers: [this.registry],
      collect() {
        this.reset()
        for (const [direction, count] of Object.entries(models.tokens)) this.inc({ direction }, count)
      },
    })
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [this.registry] })
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] })
  }

  private gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    look: (gauge: Gauge<Label>) => void,
  ): void {
    const collect = function (this: Gauge<Label>) {
      look(this)
    }
    new Gauge({ name, help, labelNames, registers: [this.registry], collect })
  }
}

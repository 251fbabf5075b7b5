import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { ModelHealth } from '../../../src/service/telemetry/model-health.ts'
import { PrometheusMetrics } from '../../../src/service/telemetry/prometheus.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'

function measured() {
  const models = new ModelHealth({ EMBEDDINGS: 'bge-m3', CHAT_MODEL: 'extractive' })
  const metrics = new PrometheusMetrics({
    current: () => fakeSnapshot(),
    load: () => ({ running: 2, waiting: 3 }),
    dependencies: () => [{ name: 'discord', state: 'connected', isUp: true }, ...models.dependencies()],
    models,
  })
  const app = createApp({
    current: () => fakeSnapshot(),
    telemetry: { around: [metrics.middleware], asked: metrics.asked },
  })
  return { app, metrics, models }
}

describe('PrometheusMetrics', () => {
  it('times requests by route, not by address', async () => {
    const { app, metrics } = measured()
    await app.request('/articles/cloud')
    await app.request('/articles/gone')
    await app.request('/nothing/at/all')
    const text = await metrics.render()
    expect(text).toMatch(
      /footnote_http_request_seconds_count\{method="GET",route="\/articles\/:id\{\.\+\}",status="200"\} 1/,
    )
    expect(text).toMatch(/route="\/articles\/:id\{\.\+\}",status="404"\} 1/)
    expect(text).toMatch(/route="unmatched",status="404"\} 1/)
    expect(text).not.toMatch(/cloud|gone|nothing/)
  })

  it('tells what became of questions and searches, and nobody’s words', async () => {
    const { app, metrics } = measured()
    await app.request('/ask?q=Lambda')
    await app.request('/ask?q=%E5%A4%A9%E6%B0%A3')
    await app.request('/search?q=Docker')
    const text = await metrics.render()
    expect(text).toContain(
      'footnote_question_seconds_count{through="http",task="question",outcome="answer"} 1',
    )
    expect(text).toContain(
      'footnote_question_seconds_count{through="http",task="question",outcome="declined"} 1',
    )
    expect(text).toContain('footnote_question_seconds_count{through="http",task="search",outcome="found"} 1')
    expect(text).toMatch(/footnote_answers_total\{answerer="\w+",language="\S+",degraded="false"\} 2/)
    expect(text).not.toMatch(/Lambda|天氣|Docker/)
  })

  it('shows steps, load, index, dependencies, model calls and the event loop', async () => {
    const { metrics, models } = measured()
    metrics.asked({
      through: 'discord',
      task: 'question',
      outcome: 'answer',
      start: 0,
      milliseconds: 12,
      stages: [{ name: 'retrieval', start: 0, milliseconds: 4, failed: false }],
    })
    models.embedded('failed')
    models.embedded('skipped')
    const text = await metrics.render()
    for (const line of [
      'footnote_stage_seconds_bucket{le="0.005",stage="retrieval"} 1',
      'footnote_questions_running 2',
      'footnote_questions_waiting 3',
      `footnote_index_info{generation="${fakeSnapshot().id}"} 1`,
      'footnote_dependency_up{dependency="discord"} 1',
      'footnote_dependency_up{dependency="embeddings"} 0',
      'footnote_model_calls_total{model="embeddings",outcome="failed"} 1',
      'footnote_model_calls_total{model="embeddings",outcome="skipped"} 1',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(text).toContain(line)
    expect(metrics.contentType).toMatch(/^text\/plain/)
  })
})

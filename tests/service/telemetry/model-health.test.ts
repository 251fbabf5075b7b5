import { describe, expect, it } from 'vitest'
import { ModelHealth } from '../../../src/service/telemetry/model-health.ts'

it('knows of no model where none is on a server', () => {
  expect(new ModelHealth({ EMBEDDINGS: 'builtin', CHAT_MODEL: 'extractive' }).dependencies()).toEqual([])
})

it('says how the last call has ended, and counts them', () => {
  const models = new ModelHealth({ EMBEDDINGS: 'bge-m3', CHAT_MODEL: 'extractive' })
  expect(models.dependencies()).toEqual([{ name: 'embeddings', state: 'not asked yet', isUp: true }])
  for (const outcome of ['answered', 'failed', 'failed', 'skipped'] as const) models.embedded(outcome)
  expect(models.dependencies()).toEqual([{ name: 'embeddings', state: 'skipped', isUp: false }])
  models.embedded('answered')
  expect(models.dependencies()).toEqual([{ name: 'embeddings', state: 'answered', isUp: true }])
  expect(models.calls).toEqual([
    { model: 'embeddings', outcome: 'answered', count: 2 },
    { model: 'embeddings', outcome: 'failed', count: 2 },
    { model: 'embeddings', outcome: 'skipped', count: 1 },
  ])
})

describe('a language model', () => {
  const event = { through: 'http', task: 'question', start: 0, milliseconds: 1, stages: [] } as const
  const call = (failed: boolean) => ({ name: 'model', start: 0, milliseconds: 1, failed }) as const

  it('is known by its last call, and as resting while it is given a break', () => {
    let rests = false
    const models = new ModelHealth({ EMBEDDINGS: 'builtin', CHAT_MODEL: 'qwen3:8b' })
    models.watchChat(() => rests)
    const state = () => models.dependencies()[0]
    expect(state()).toEqual({ name: 'chat', state: 'not asked yet', isUp: true })
    models.asked({ ...event, outcome: 'answer', stages: [call(true)], degraded: true })
    expect(state()).toEqual({ name: 'chat', state: 'failed', isUp: false })
    rests = true
    models.asked({ ...event, outcome: 'answer', degraded: true })
    expect(state()).toEqual({ name: 'chat', state: 'resting', isUp: false })
    rests = false
    models.asked({ ...event, outcome: 'answer', stages: [call(false)] })
    expect(state()).toEqual({ name: 'chat', state: 'answered', isUp: true })
    expect(models.calls).toEqual([
      { model: 'chat', outcome: 'failed', count: 1 },
      { model: 'chat', outcome: 'skipped', count: 1 },
      { model: 'chat', outcome: 'answered', count: 1 },
    ])
  })

  it('is not blamed for somebody who left', () => {
    const models = new ModelHealth({ EMBEDDINGS: 'builtin', CHAT_MODEL: 'qwen3:8b' })
    models.asked({ ...event, outcome: 'abandoned', stages: [call(true)] })
    expect(models.calls).toEqual([])
  })

  it('has its tokens counted', () => {
    const models = new ModelHealth({ EMBEDDINGS: 'builtin', CHAT_MODEL: 'qwen3:8b' })
    models.used({ input: 100, output: 20 })
    models.used({ input: 10, output: 2 })
    expect(models.tokens).toEqual({ input: 110, output: 22 })
  })
})

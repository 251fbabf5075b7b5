import { expect, it } from 'vitest'
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

import { expect, it, vi } from 'vitest'
import { timed } from '../src/stages.ts'

it('says how long a step took, and when it began', async () => {
  const onStage = vi.fn()
  const before = Date.now()
  expect(await timed('retrieval', { onStage }, async () => 'found')).toBe('found')
  expect(onStage).toHaveBeenCalledWith({
    name: 'retrieval',
    start: expect.any(Number),
    milliseconds: expect.any(Number),
    failed: false,
  })
  expect(onStage.mock.calls[0]?.[0].start).toBeGreaterThanOrEqual(before)
})

it('says that a step has failed, and fails', async () => {
  const onStage = vi.fn()
  const failing = timed('model', { onStage }, () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(onStage).toHaveBeenCalledWith(expect.objectContaining({ name: 'model', failed: true }))
})

it('does the step all the same where nobody measures', async () => {
  expect(await timed('answer', {}, () => 'made')).toBe('made')
})

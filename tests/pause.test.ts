import { describe, expect, it, vi } from 'vitest'
import { pause } from '../src/pause.ts'

describe('pause', () => {
  it('resolves after its time, and not before', async () => {
    vi.useFakeTimers()
    try {
      const done = vi.fn()
      void pause(1000).then(done)
      await vi.advanceTimersByTimeAsync(999)
      expect(done).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      expect(done).toHaveBeenCalled()
    } finally {
      vi.useRealTimers()
    }
  })

  it.each(['before', 'while'])('rejects with the reason of what stops it %s it waits', async (when) => {
    const controller = new AbortController()
    if (when === 'before') controller.abort('enough')
    const waiting = pause(60_000, controller.signal)
    controller.abort('enough')
    await expect(waiting).rejects.toBe('enough')
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GrowingAnswer } from '../../src/discord/growing-answer.ts'
import { renderGrowingAnswer } from '../../src/discord/render/render-growing-answer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('GrowingAnswer', () => {
  it('shows what there is once a second', async () => {
    const shown: string[] = []
    const growing = new GrowingAnswer(async (text) => void shown.push(text))
    growing.add({ type: 'token', text: 'Tea ' })
    await vi.advanceTimersByTimeAsync(900)
    growing.add({ type: 'token', text: 'came.[1]' })
    expect(shown).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(shown).toEqual(['Tea came.[1]'])
    growing.add({ type: 'token', text: ' It sold.[2]' })
    await vi.advanceTimersByTimeAsync(999)
    expect(shown).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(shown).toEqual(['Tea came.[1]', 'Tea came.[1] It sold.[2]'])
  })

  it('shows nothing of an answer that is there within a second', async () => {
    const show = vi.fn(async () => {})
    const growing = new GrowingAnswer(show)
    growing.add({ type: 'citations', citations: [] })
    growing.add({ type: 'token', text: 'Tea came.' })
    await growing.end()
    await vi.advanceTimersByTimeAsync(5000)
    expect(show).not.toHaveBeenCalled()
  })

  it('lets no edit overtake the answer, and outlives one that fails', async () => {
    let fail: (error: Error) => void = () => {}
    const growing = new GrowingAnswer(() => new Promise((_resolve, reject) => (fail = reject)))
    growing.add({ type: 'token', text: 'Tea came.' })
    await vi.advanceTimersByTimeAsync(1000)
    let isOver = false
    const ended = growing.end().then(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(1000)
    expect(isOver).toBe(false)
    fail(new Error('unknown webhook'))
    await ended
    expect(isOver).toBe(true)
  })
})

describe('renderGrowingAnswer', () => {
  it('stays within a message and notifies nobody', () => {
    const { content = '', allowed_mentions } = renderGrowingAnswer(
      'Tea came. '.repeat(500),
      'When did tea come?',
    )
    expect(content).toContain('When did tea come?')
    expect(content.length).toBeLessThanOrEqual(2000)
    expect(content.endsWith('…')).toBe(true)
    expect(allowed_mentions).toEqual({ parse: [] })
  })
})

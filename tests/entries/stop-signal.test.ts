import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stopSignal } from '../../src/entries/stop-signal.ts'

const handlers: [NodeJS.Signals, (signal: NodeJS.Signals) => void][] = []

beforeEach(() => {
  vi.useFakeTimers()
  handlers.length = 0
  vi.spyOn(process, 'on').mockImplementation((signal, handler) => {
    handlers.push([signal as NodeJS.Signals, handler as () => void])
    return process
  })
  vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function send(signal: NodeJS.Signals): void {
  for (const [name, handler] of handlers) if (name === signal) handler(signal)
}

it('resolves with the first signal, and takes the same one from npm for no second', async () => {
  const stopped = stopSignal()
  send('SIGINT')
  expect(await stopped).toBe('SIGINT')
  vi.advanceTimersByTime(100)
  send('SIGINT')
  expect(process.exit).not.toHaveBeenCalled()
})

it('ends the process at once with a further signal', async () => {
  const stopped = stopSignal()
  send('SIGINT')
  await stopped
  vi.advanceTimersByTime(1000)
  send('SIGTERM')
  expect(process.exit).toHaveBeenCalledWith(143)
})

import { describe, expect, it, vi } from 'vitest'
import { InvalidRequestError } from '../../src/errors.ts'
import { timed } from '../../src/stages.ts'
import type { AskEvent } from '../../src/telemetry/ask-event.ts'
import { observedSnapshot } from '../../src/telemetry/observed-snapshot.ts'
import { fakeAsk, fakeSnapshot } from '../support/fake-snapshot.ts'

function observed(ask: Parameters<typeof fakeSnapshot>[0] = {}) {
  const events: AskEvent[] = []
  const snapshot = observedSnapshot(fakeSnapshot(ask), {
    through: 'http',
    observe: (event) => events.push(event),
  })
  return { snapshot, events }
}

describe('observedSnapshot', () => {
  it('tells what became of a question, how long it took, and none of its words', async () => {
    const { snapshot, events } = observed({
      ask: async (request, options = {}) => timed('retrieval', options, () => fakeAsk(request)),
    })
    const onStage = vi.fn()
    const answer = await snapshot.ask({ question: 'Lambda?' }, { onStage })
    expect(events).toEqual([
      {
        through: 'http',
        task: 'question',
        outcome: 'answer',
        answerer: answer.answerer,
        degraded: false,
        language: answer.language,
        confidence: answer.confidence,
        start: expect.any(Number),
        milliseconds: expect.any(Number),
        stages: [expect.objectContaining({ name: 'retrieval', failed: false })],
      },
    ])
    expect(onStage).toHaveBeenCalledOnce()
    expect(JSON.stringify(events)).not.toContain('Lambda')
  })

  it('tells of a search', async () => {
    const { snapshot, events } = observed()
    await snapshot.search({ query: 'Docker' })
    expect(events).toMatchObject([{ task: 'search', outcome: 'found' }])
  })

  it.each([
    ['refused', new InvalidRequestError('answer', 'no'), undefined],
    ['failed', new Error('no'), undefined],
    ['abandoned', new Error('no'), AbortSignal.abort()],
  ])('tells that one was %s, and passes the error on', async (outcome, error, signal) => {
    const { snapshot, events } = observed({ ask: () => Promise.reject(error) })
    const asked = snapshot.ask({ question: 'a' }, signal ? { signal } : {})
    await expect(asked).rejects.toThrow(error)
    expect(events).toMatchObject([{ outcome }])
  })

  it('makes no suggestions before they are asked for', () => {
    const suggestions = vi.fn(() => [])
    const { id, library, ask, search } = fakeSnapshot()
    const snapshot = {
      id,
      library,
      ask,
      search,
      get suggestions() {
        return suggestions()
      },
    }
    const { suggestions: made } = (() => {
      const one = observedSnapshot(snapshot, { through: 'http', observe: () => {} })
      expect(suggestions).not.toHaveBeenCalled()
      return one
    })()
    expect(made).toEqual([])
  })
})

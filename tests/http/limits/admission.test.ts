import { describe, expect, it } from 'vitest'
import { Admission } from '../../../src/http/limits/admission.ts'
import { Problem } from '../../../src/protocol/problem.ts'

const aTurn = () => new Promise((resolve) => setImmediate(resolve))

/** Tasks that end when they are told to, in the order in which they began. */
function heldTasks() {
  const ends: (() => void)[] = []
  return { ends, task: () => new Promise<void>((resolve) => ends.push(resolve)) }
}

describe('Admission', () => {
  it('works on so many at a time, and on the others in their order', async () => {
    const admission = new Admission({ concurrent: 2, waiting: 10, yieldToEvents: aTurn })
    const begun: number[] = []
    const { ends, task } = heldTasks()
    const all = [0, 1, 2, 3].map((number) =>
      admission.run(() => {
        begun.push(number)
        return task()
      }),
    )
    await expect.poll(() => begun).toEqual([0, 1])
    expect(admission.load).toEqual({ running: 2, waiting: 2 })
    ends[1]?.()
    await expect.poll(() => begun).toEqual([0, 1, 2])
    ends[0]?.()
    ends[2]?.()
    await expect.poll(() => begun).toEqual([0, 1, 2, 3])
    ends[3]?.()
    await Promise.all(all)
    expect(admission.load).toEqual({ running: 0, waiting: 0 })
  })

  it('refuses what has no room to wait, and takes on again what comes later', async () => {
    const admission = new Admission({ concurrent: 1, waiting: 1, yieldToEvents: aTurn })
    const { ends, task } = heldTasks()
    const taken = [admission.run(task), admission.run(task)]
    const refused = admission.run(task)
    await expect(refused).rejects.toThrow(Problem)
    await expect(refused).rejects.toMatchObject({
      problem: 'overloaded',
      status: 503,
      headers: { 'Retry-After': expect.stringMatching(/^\d+$/) },
    })
    for (let end = 0; end < 2; end++) {
      await expect.poll(() => ends.length).toBe(end + 1)
      ends[end]?.()
    }
    await Promise.all(taken)
    expect(await admission.run(async () => 'later')).toBe('later')
  })

  it('refuses a client that has too many under way, and nobody else', async () => {
    const admission = new Admission({ concurrent: 1, waiting: 10, perClient: 2, yieldToEvents: aTurn })
    const { ends, task } = heldTasks()
    const greedy = [1, 2].map(() => admission.run(task, {}, 'greedy'))
    await expect(admission.run(task, {}, 'greedy')).rejects.toMatchObject({
      problem: 'too-many-requests',
      status: 429,
      headers: { 'Retry-After': expect.stringMatching(/^\d+$/) },
    })
    const others = [
      admission.run(task, {}, 'modest'),
      admission.run(task),
      admission.run(task),
      admission.run(task),
    ]
    for (let end = 0; end < 6; end++) {
      await expect.poll(() => ends.length).toBe(end + 1)
      ends[end]?.()
    }
    await Promise.all([...greedy, ...others])
    expect(await admission.run(async () => 'later', {}, 'greedy')).toBe('later')
  })

  it('forgets whoever leaves while they wait, and makes room for another', async () => {
    const admission = new Admission({ concurrent: 1, waiting: 1, yieldToEvents: aTurn })
    const { ends, task } = heldTasks()
    const first = admission.run(task)
    await expect.poll(() => ends.length).toBe(1)
    const client = new AbortController()
    const left = admission.run(task, { signal: client.signal })
    client.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    const next = admission.run(async () => 'next')
    ends[0]?.()
    await first
    expect(await next).toBe('next')
    expect(ends).toHaveLength(1)
  })

  it('takes on nobody who has left already', async () => {
    const admission = new Admission({ concurrent: 1, waiting: 1 })
    const signal = AbortSignal.abort(new Error('left'))
    await expect(admission.run(async () => 'done', { signal })).rejects.toThrow('left')
  })

  it('goes on after an error', async () => {
    const admission = new Admission({ concurrent: 1, waiting: 5 })
    await expect(admission.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await admission.run(async () => 'next')).toBe('next')
  })

  it('sees to other events between two tasks', async () => {
    const order: string[] = []
    const admission = new Admission({
      concurrent: 5,
      waiting: 5,
      yieldToEvents: async () => {
        await aTurn()
        order.push('events')
      },
    })
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        admission.run(async () => {
          order.push(name)
        }),
      ),
    )
    expect(order).toEqual(['events', 'a', 'events', 'b', 'events', 'c'])
  })
})

import { describe, expect, it, vi } from 'vitest'
import { Workload } from '../../src/discord/workload.ts'

/** A promise that is settled from outside. */
function held() {
  let letGo = () => {}
  const promise = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { promise, letGo: () => letGo() }
}

describe('the workload', () => {
  it('admits as much as it can hold, and again when something is done', async () => {
    const workload = new Workload({ capacity: 2, concurrency: 1 })
    const [first, second] = [held(), held()]
    workload.track(first.promise)
    expect(workload.admission).toBe('open')
    workload.track(second.promise)
    expect(workload.admission).toBe('full')
    first.letGo()
    await vi.waitFor(() => expect(workload.admission).toBe('open'))
  })

  it('runs no more jobs at the same time than it is told to', async () => {
    const workload = new Workload({ capacity: 10, concurrency: 2 })
    let running = 0
    let most = 0
    const gate = held()
    const job = async () => {
      running += 1
      most = Math.max(most, running)
      await gate.promise
      running -= 1
    }
    const jobs = Array.from({ length: 10 }, () => workload.run(job))
    await vi.waitFor(() => expect(running).toBe(2))
    gate.letGo()
    await Promise.all(jobs)
    expect(most).toBe(2)
  })

  it('begins no answer while an acknowledgement is on its way', async () => {
    const workload = new Workload({ capacity: 10, concurrency: 4 })
    const events: string[] = []
    const [first, second] = [held(), held()]
    const acknowledge = (name: string, { promise }: { promise: Promise<void> }) =>
      workload.acknowledge(() => promise).then(() => events.push(name))
    const acknowledged = [acknowledge('first', first), acknowledge('second', second)]
    const answered = workload.run(async () => void events.push('answer'))
    first.letGo()
    await acknowledged[0]
    second.letGo()
    await Promise.all([...acknowledged, answered])
    expect(events).toEqual(['first', 'second', 'answer'])
  })

  it('does not wait for ever for an acknowledgement that hangs, nor for one that fails', async () => {
    vi.useFakeTimers()
    try {
      const workload = new Workload({ capacity: 10, concurrency: 1 })
      void workload.acknowledge(() => held().promise)
      await expect(workload.acknowledge(() => Promise.reject(new Error('refused')))).rejects.toThrow(
        'refused',
      )
      const answered = workload.run(async () => 'answer')
      await vi.advanceTimersByTimeAsync(3000)
      expect(await answered).toBe('answer')
    } finally {
      vi.useRealTimers()
    }
  })

  it('passes on the error of a job, and goes on', async () => {
    const workload = new Workload({ capacity: 10, concurrency: 1 })
    await expect(workload.run(() => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer')
    expect(await workload.run(async () => 'answer')).toBe('answer')
  })

  it('waits for what it promised before it leaves, as long as it is given', async () => {
    const workload = new Workload({ capacity: 10, concurrency: 1 })
    const [first, never] = [held(), held()]
    workload.track(first.promise)
    const drained = workload.drain(60_000)
    expect(workload.admission).toBe('leaving')
    first.letGo()
    expect(await drained).toBe(true)
    workload.track(never.promise)
    expect(await workload.drain(1)).toBe(false)
  })
})

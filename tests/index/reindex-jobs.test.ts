import { describe, expect, it, vi } from 'vitest'
import { ReindexJobs } from '../../src/index/reindex-jobs.ts'

/** A rebuild that ends when it is told to. */
function heldRebuild() {
  const ends: { done: (summary: string) => void; fail: (error: Error) => void }[] = []
  const run = vi.fn(() => new Promise<string>((done, fail) => ends.push({ done, fail })))
  return { run, ends }
}

describe('ReindexJobs', () => {
  it('runs one rebuild at a time', async () => {
    const { run, ends } = heldRebuild()
    const jobs = new ReindexJobs(run)
    const first = jobs.start()
    const second = jobs.start()
    expect(first.started).toBe(true)
    expect(second).toEqual({ job: first.job, started: false })
    expect(run).toHaveBeenCalledOnce()
    ends[0]?.done('1 changed')
    await vi.waitFor(() => expect(jobs.find(first.job.id)?.state).toBe('done'))
    expect(jobs.start().started).toBe(true)
  })

  it('remembers how each went', async () => {
    const { run, ends } = heldRebuild()
    const jobs = new ReindexJobs(run)
    const { job } = jobs.start()
    expect(jobs.find(job.id)).toEqual({ id: job.id, state: 'running', startedAt: job.startedAt })
    ends[0]?.fail(new Error('the disk is full'))
    await vi.waitFor(() =>
      expect(jobs.find(job.id)).toMatchObject({ state: 'failed', error: 'the disk is full' }),
    )
    expect(jobs.find(job.id)?.finishedAt).toBeDefined()
    expect(jobs.find('unknown')).toBeUndefined()
  })

  it('forgets what is long past', async () => {
    const jobs = new ReindexJobs(async () => 'done')
    const { job: first } = jobs.start()
    for (let number = 0; number < 60; number++) {
      await vi.waitFor(() => expect(jobs.start().started).toBe(true))
    }
    expect(jobs.find(first.id)).toBeUndefined()
  })
})

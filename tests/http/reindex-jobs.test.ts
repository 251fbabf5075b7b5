import { describe, expect, it, vi } from 'vitest'
import { type Rebuilt, ReindexJobs } from '../../src/http/reindex-jobs.ts'
import { heldRebuild, REBUILT } from '../support/servers/held-rebuild.ts'

describe('ReindexJobs', () => {
  it('runs one rebuild at a time', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const first = jobs.start()
    const second = jobs.start()
    expect(first.started).toBe(true)
    expect(second).toEqual({ job: first.job, started: false })
    expect(rebuild).toHaveBeenCalledOnce()
    ends[0]?.done(REBUILT)
    await vi.waitFor(() => expect(jobs.find(first.job.id)?.state).toBe('done'))
    expect(jobs.start().started).toBe(true)
  })

  it('remembers what each did', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const { job } = jobs.start()
    expect(jobs.find(job.id)).toEqual({ id: job.id, state: 'running', startedAt: job.startedAt })
    ends[0]?.done(REBUILT)
    await vi.waitFor(() => expect(jobs.find(job.id)).toMatchObject({ state: 'done', ...REBUILT }))
  })

  it('remembers why one failed, and starts the next all the same', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const { job } = jobs.start()
    ends[0]?.fail(new Error('the disk is full'))
    await vi.waitFor(() =>
      expect(jobs.find(job.id)).toMatchObject({ state: 'failed', error: 'the disk is full' }),
    )
    expect(jobs.find(job.id)?.finishedAt).toBeDefined()
    expect(jobs.find('unknown')).toBeUndefined()
    expect(jobs.start().started).toBe(true)
  })

  it('forgets what is long past', async () => {
    const jobs = new ReindexJobs(async () => REBUILT)
    const { job: first } = jobs.start()
    for (let number = 0; number < 60; number++) {
      await vi.waitFor(() => expect(jobs.start().started).toBe(true), { interval: 1 })
    }
    expect(jobs.find(first.id)).toBeUndefined()
  })

  it('ends the rebuild that runs when it is closed, and waits for its end', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const { job } = jobs.start()
    const closed = jobs.close()
    expect(rebuild.mock.calls[0]?.[0].aborted).toBe(true)
    expect(jobs.find(job.id)?.state).toBe('running')
    ends[0]?.fail(new Error('stopped'))
    await closed
    expect(jobs.find(job.id)?.state).toBe('failed')
  })

  it('cancels the rebuild that runs, and starts the next one after its end', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const { job } = jobs.start()
    const cancelled = jobs.cancel(job.id)
    expect(rebuild.mock.calls[0]?.[0].aborted).toBe(true)
    expect(jobs.start()).toEqual({ job, started: false })
    ends[0]?.fail(new Error('stopped'))
    expect(await cancelled).toMatchObject({ id: job.id, state: 'cancelled', error: expect.any(String) })
    expect(jobs.start().started).toBe(true)
  })

  it('resolves with how a rebuild of its own went, after the one that runs already', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const { job } = jobs.start()
    const own = jobs.startAndWait()
    ends[0]?.done(REBUILT)
    await vi.waitFor(() => expect(ends).toHaveLength(2))
    ends[1]?.fail(new Error('the disk is full'))
    const ended = await own
    expect(ended).toMatchObject({ state: 'failed', error: 'the disk is full' })
    expect(ended.id).not.toBe(job.id)
  })

  it('leaves what has ended, and what is unknown, as it is when it is cancelled', async () => {
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild)
    const { job } = jobs.start()
    ends[0]?.done(REBUILT)
    await vi.waitFor(() => expect(jobs.find(job.id)?.state).toBe('done'))
    const running = jobs.start()
    expect(await jobs.cancel(job.id)).toMatchObject({ state: 'done' })
    expect(await jobs.cancel('unknown')).toBeUndefined()
    expect(jobs.find(running.job.id)?.state).toBe('running')
  })

  it('gives up a rebuild that takes too long', async () => {
    vi.useFakeTimers()
    try {
      const rebuild = (signal: AbortSignal) =>
        new Promise<Rebuilt>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      const jobs = new ReindexJobs(rebuild, { limitMinutes: 60 })
      const { job } = jobs.start()
      await vi.advanceTimersByTimeAsync(60 * 60_000 - 1)
      expect(jobs.find(job.id)?.state).toBe('running')
      await vi.advanceTimersByTimeAsync(1)
      expect(jobs.find(job.id)).toMatchObject({
        state: 'failed',
        error: expect.stringContaining('60 minutes'),
      })
      expect(jobs.start().started).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('logs how each ended', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const { rebuild, ends } = heldRebuild()
    const jobs = new ReindexJobs(rebuild, { log })
    const done = jobs.start().job.id
    ends[0]?.done(REBUILT)
    await vi.waitFor(() =>
      expect(log.info).toHaveBeenCalledWith({ job: done, ...REBUILT }, expect.any(String)),
    )
    const failed = jobs.start().job.id
    const err = new Error('the disk is full')
    ends[1]?.fail(err)
    await vi.waitFor(() =>
      expect(log.error).toHaveBeenCalledWith({ job: failed, err, ending: undefined }, expect.any(String)),
    )
  })
})

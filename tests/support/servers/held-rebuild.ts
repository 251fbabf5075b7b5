import { vi } from 'vitest'
import type { Rebuilt } from '../../../src/http/reindex-jobs.ts'

export const REBUILT: Rebuilt = { summary: '1 changed', generation: 'abc', leftOut: ['b.md is empty'] }

/** A rebuild that ends when it is told to. */
export function heldRebuild() {
  const ends: { done: (rebuilt: Rebuilt) => void; fail: (error: Error) => void }[] = []
  const rebuild = vi.fn(
    (_signal: AbortSignal) => new Promise<Rebuilt>((done, fail) => ends.push({ done, fail })),
  )
  return { rebuild, ends }
}

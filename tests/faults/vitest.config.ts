import { defineConfig } from 'vitest/config'

/** Kills, corruptions and edits under load: minutes, not seconds, so they run apart from the other tests. */
export default defineConfig({
  test: {
    include: ['tests/faults/*.faults.ts'],
    testTimeout: 15 * 60_000,
    hookTimeout: 120_000,
    // One after the other: each of them wants the machine to itself.
    fileParallelism: false,
    reporters: ['verbose'],
  },
})

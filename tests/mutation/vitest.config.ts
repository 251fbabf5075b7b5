import { defineConfig } from 'vitest/config'

/** The tests that mutants of src/retrieval and src/answer have to get past: those beside them, without servers or browsers. */
export default defineConfig({
  test: {
    include: ['tests/{retrieval,answer}/**/*.test.ts'],
    // Hundreds of runs, each of few tests: a module is loaded once for all of them.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

import { defineConfig } from 'vitest/config'

/** The tests that mutants of src/retrieval and src/answer have to get past: those beside them, without servers or browsers. */
export default defineConfig({
  test: {
    include: ['tests/{retrieval,answer}/**/*.test.ts'],
    // They take long and ask what a bundle holds and how the shipped articles are answered.
    exclude: ['tests/answer/{bundle,shipped-corpus}.test.ts'],
    // Hundreds of runs, each of few tests: a module is loaded once for all of them.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

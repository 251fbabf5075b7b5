export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  mutate: ['src/{retrieval,answer}/**/*.ts', '!src/**/*-weights.ts'],
  ignorePatterns: ['/dist', '/index', '/docs', '/.wrangler'],
  // What runs once, when a module is loaded, would run every test for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
  // No file: Stryker would rewrite the paths of tsconfig.json by an interface that TypeScript 7 has not; none leads outside.
  tsconfigFile: 'none',
}

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two files at a time: much of their time goes to waiting for servers, workerd and Chromium. More would crowd a small machine.
    maxWorkers: 2,
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/browser/build-browser.ts',
    // Servers, workerd and Chromium start slowly on a loaded machine; nothing here waits for luck.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

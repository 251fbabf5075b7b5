import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/browser/build-browser.ts',
    // Servers, workerd and Chromium start slowly on a loaded machine; nothing here waits for luck.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

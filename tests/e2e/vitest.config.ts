import '../../scripts/link-workspaces.mjs'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // One browser at a time: two cores serve the city and the browser.
    maxWorkers: 1,
    passWithNoTests: true,
  },
})

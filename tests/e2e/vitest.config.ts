import '../../scripts/link-workspaces.mjs'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // Two journeys at a time: where one waits, the other goes on.
    maxWorkers: 2,
    passWithNoTests: true,
  },
})

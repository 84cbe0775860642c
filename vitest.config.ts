import './scripts/link-workspaces.mjs'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,modules,apps,tests,definitions,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/e2e/**'],
    globalSetup: ['tests/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})

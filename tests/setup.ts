import { offerTestServer } from '../packages/store/testing/server.ts'

/** Runs once before all tests; what it returns runs after them. */
export default function setup(): Promise<() => Promise<void>> {
  process.env.NODE_ENV = 'test'
  process.env.TZ = 'UTC'
  return offerTestServer()
}

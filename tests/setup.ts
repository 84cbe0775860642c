/** Runs once before all tests. */
export default function setup(): void {
  process.env.NODE_ENV = 'test'
  process.env.TZ = 'UTC'
}

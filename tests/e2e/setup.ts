import { rmSync } from 'node:fs'
import setup from '../setup.ts'
import { REMEMBERED } from './remembered.ts'

/** As before every test; what the journeys remembered of one another is forgotten after the last. */
export default async function setupJourneys(): Promise<() => Promise<void>> {
  const end = await setup()
  process.env.JOURNEYS_REMEMBER = REMEMBERED
  return async () => {
    rmSync(REMEMBERED, { recursive: true, force: true })
    await end()
  }
}

import { type Actor, isRefusal } from '@mashang/kit'
import type { Subscriber } from '@mashang/store'
import type { Inside } from '../inside.ts'
import { ledgerOf, thePlacesAreDrawnByTheLog } from '../rules/quota.ts'
import { ledgerAppend, readLedger } from '../store/quota-ledger.ts'

const DRAWER: Actor = { kind: 'system', id: 'approvals.draw-places', name: '' }
const ATTEMPTS = 20

/** 摇号 — draws what was called, by the root of the log that has the call as its last leaf. */
export function drawPlaces(inside: Inside): Subscriber {
  return {
    name: DRAWER.id,
    streams: ['quota'],
    kinds: ['draw-called'],
    handle: async ({ caseId, leaf }) => {
      const size = leaf + 1
      const root = await inside.log.reader.findRoot(size)
      if (!root) throw new Error(`the log has no root of ${size} leaves yet`)
      await draw(inside, caseId, { size, root: Buffer.from(root).toString('base64') })
    },
  }
}

async function draw(
  inside: Inside,
  id: string,
  log: { readonly size: number; readonly root: string },
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const ledger = ledgerOf(await inside.journal.read('quota', id))
    const quota = ledger && (await inside.catalogue.findStanding(ledger.item))?.item.quota
    if (!ledger || !quota) return
    const { item, year, value } = ledger
    const pool = { item, ...(year ? { year } : {}), ...(value ? { value } : {}) }
    const found = await readLedger(inside, pool)
    const entries = found.ledger ? thePlacesAreDrawnByTheLog(found.ledger, log) : []
    if (entries.length === 0) return
    const signed = { at: inside.clock.now().toISOString(), actor: DRAWER }
    const appended = await inside.journal.append(ledgerAppend(inside, found, quota, entries, signed))
    if (!isRefusal(appended)) return
    if (appended.code !== 'case-changed') throw new Error(`the draw was refused: ${appended.code}`)
  }
  throw new Error('a ledger of places is written to without an end')
}

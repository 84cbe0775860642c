import { type Handlers, isRefusal, refuse, type Stream } from '@mashang/kit'
import { findTileOfPath, formatVerifierKey, type VerifierKey, verifyReceipt } from '@mashang/proof'
import type { logEndpoints } from './endpoints.ts'
import type { LogReader } from './log-reader.ts'

const DAY = 86_400

export function createHandlers(reader: LogReader, key: VerifierKey): Handlers<typeof logEndpoints> {
  const verifierKey = formatVerifierKey(key)
  return {
    getCheckpoint: async () => {
      const note = await reader.findCheckpoint()
      return note === undefined ? refuse('log-not-started') : plain(note, 2)
    },
    getTile: async ({ params }) => {
      const path = `tile/${params['*']}`
      const tile = findTileOfPath(path)
      const bytes = tile && (await reader.findTile(tile))
      if (bytes === undefined) return refuse('log-tile-not-found', { facts: { path } })
      // A tile never changes: a partial one is the beginning of the full one.
      return { type: 'application/octet-stream', size: bytes.length, body: bytes, maxAge: 365 * DAY }
    },
    getKey: async () => plain(`${verifierKey}\n`, 3600),
    verifyReceipt: async ({ input }) => {
      const verified = verifyReceipt(input.receipt, verifierKey)
      if (isRefusal(verified)) return verified
      const root = await reader.findRoot(verified.size)
      const isOurs = root !== undefined && Buffer.from(root).toString('hex') === verified.root
      const answer = { ...verified, findings: [...verified.findings] }
      return isOurs ? answer : refuse('receipt-not-of-this-log', { facts: answer })
    },
  }
}

function plain(text: string, maxAge: number): Stream {
  return { type: 'text/plain; charset=utf-8', inline: true, body: text, maxAge }
}

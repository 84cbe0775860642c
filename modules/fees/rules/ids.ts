import { createHash } from 'node:crypto'

/** A UUID (version 8) made of what it is for: doing a thing twice finds the first. */
function idMadeOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('\u0000')).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** The one charge of a case. */
export function chargeIdFor(caseId: string): string {
  return idMadeOf('charge', caseId)
}

/** The accounts of one day. */
export function dayIdFor(day: string): string {
  return idMadeOf('fee-day', day)
}

/** The paper that an entry of a charge calls for. */
export function paperIdFor(caseId: string, revision: number, kind: string): string {
  return idMadeOf('fee-paper', caseId, revision, kind)
}

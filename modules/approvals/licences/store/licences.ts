/**
 * Loads a licence and writes to it: entries and rows in one transaction, on the revision that was seen.
 */
import { randomBytes } from 'node:crypto'
import { type Actor, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { Entry, NewEntry } from '@mashang/store'
import type { Inside } from '../../inside.ts'
import { type Licence, licenceOf } from '../rules/licence.ts'
import { saveLicence } from './rows.ts'

/** A licence as it stands, with its journal. */
export interface HeldLicence {
  readonly id: string
  readonly licence: Licence
  readonly entries: readonly Entry[]
}

/** Loads a licence; undefined when there is none of this id. */
export async function findLicence(inside: Inside, id: string): Promise<HeldLicence | undefined> {
  const entries = await inside.journal.read('licence', id)
  const licence = licenceOf(entries)
  return licence && { id, licence, entries }
}

/** The licence of this number; undefined when there is none. */
export async function findLicenceByNumber(inside: Inside, number: string): Promise<HeldLicence | undefined> {
  const row = await inside.db
    .selectFrom('licence')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row && findLicence(inside, row.id)
}

export interface LicenceWrite {
  readonly id: string
  /** Absent for a licence that begins with these entries. */
  readonly before?: HeldLicence
  readonly entries: readonly NewEntry[]
  readonly actor: Actor
  readonly once?: { readonly key: string; readonly bodyDigest: string; readonly answer: unknown }
}

/** Appends; answers with the licence after it, or `case-changed` when somebody was faster. */
export async function writeLicence(inside: Inside, write: LicenceWrite): Promise<HeldLicence | Refusal> {
  const { id, before, actor, once } = write
  const at = inside.clock.now().toISOString()
  const expected = before?.licence.revision ?? 0
  const news = write.entries.map((entry, index) => ({ ...entry, at, actor, revision: expected + index + 1 }))
  const licence = licenceOf([...(before?.entries ?? []), ...news])
  if (!licence) throw new Error('a licence that was written to cannot vanish')
  const appended = await inside.journal.append({
    stream: 'licence',
    caseId: id,
    expected,
    at,
    actor,
    entries: write.entries,
    alongside: saveLicence(inside.db, id, licence, inside.city.licences.renewal),
    once,
  })
  if (isRefusal(appended)) return appended
  return getLicence(inside, id)
}

/** A licence that must be there. */
export async function getLicence(inside: Inside, id: string): Promise<HeldLicence> {
  const found = await findLicence(inside, id)
  if (!found) throw new Error(`there is no licence ${id}`)
  return found
}

/** Refuses a command that rests on an older state than the one there. */
export function refuseUnlessSeen({ id, licence }: HeldLicence, expected: number): Refusal | undefined {
  const { revision } = licence
  return expected === revision
    ? undefined
    : refuse('case-changed', { facts: { caseId: id, expected, actual: revision } })
}

/** 80 random bits in 16 characters that nobody confuses (Crockford's base 32), grouped for reading aloud. */
export function newCode(): string {
  const characters = [...randomBytes(16)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

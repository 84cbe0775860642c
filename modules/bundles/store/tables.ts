import type { ColumnType, Kysely } from 'kysely'
import type { BundleStatus } from '../contract/index.ts'

type Instant = ColumnType<Date, string, string>
type MaybeInstant = ColumnType<Date | null, string | null, string | null>

export interface BundleTable {
  id: string
  revision: number
  bundle: string
  person_id: string
  applicant: string
  status: BundleStatus
  lead: string
  organs: readonly string[]
  parts: number
  done: number
  begun_at: Instant
  submitted_at: MaybeInstant
  concluded_at: MaybeInstant
  due: string | null
  days: number | null
  taken_by: string | null
}

interface SeenTable {
  bundle_id: string
  material: string
  digests: readonly string[]
  by_id: string
  by_name: string
  at: Instant
  valid_to: string | null
}

export interface BundlesTables {
  bundle: BundleTable
  seen: SeenTable
  application: { application_id: string; bundle_id: string; part: string }
}

/** The database, seen from the schema `bundles`. */
export type BundlesDb = Kysely<BundlesTables>

import type { ColumnType, Kysely } from 'kysely'
import type { HelpStatus } from '../contract/index.ts'

type Instant = ColumnType<Date, string, string>

export interface HelpTable {
  id: string
  revision: number
  number: string
  item_code: string
  person_id: string
  application_id: string | null
  status: HelpStatus
  assistant_id: string | null
  requested_at: Instant
  taken_at: ColumnType<Date | null, string | null, string | null>
  due: string
  late: boolean
  mandate_from: string | null
  mandate_to: string | null
}

export interface AssistanceTables {
  help: HelpTable
}

/** The database, seen from the schema `assistance`. */
export type AssistanceDb = Kysely<AssistanceTables>

import type { Words } from '@mashang/kit'
import type { ColumnType, Kysely, Selectable } from 'kysely'
import type { CardLine } from '../contract/index.ts'
import type { SampleState } from '../rules/inspection.ts'

/** Written as text, read as it was parsed. */
type Json<T> = ColumnType<T, string, string>

interface CaseTable {
  id: string
  revision: number
  number: string
  organ: string
  item_code: string
  item_name: Json<Words>
  status: string
  received_on: string
  accepted_on: string | null
  concluded_on: string | null
  promised_due: string | null
  statutory_due: string | null
  on_time: boolean | null
  days_used: number | null
  days_promised: number | null
  cards: readonly string[]
  holder: string | null
  officer_id: string | null
  officer_name: string | null
}

export type CaseRow = Selectable<CaseTable>

export interface InsightTables {
  case: CaseTable
  step: {
    case_id: string
    place: number
    organ: string
    item_code: string
    step: string
    name: Json<Words>
    role: string
    concluded_on: string
    days: number
  }
  card: {
    case_id: string
    colour: CardLine['colour']
    clock: CardLine['clock']
    organ: string
    given_on: string
    due: string
    appeal: ColumnType<CardLine['appeal'] | null, string | null, string | null>
    ruling: ColumnType<CardLine['ruling'] | null, string | null, string | null>
  }
  sample: {
    id: string
    revision: number
    drawn_at: ColumnType<Date, string, string>
    state: Json<SampleState>
  }
}

/** The database, seen from the schema `insight`. */
export type InsightDb = Kysely<InsightTables>

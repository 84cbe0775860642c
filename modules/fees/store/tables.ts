import type { Words } from '@mashang/kit'
import type { ColumnType, Kysely } from 'kysely'
import type { ChargeStatus, RefundStatus } from '../rules/charge.ts'

type Json<T> = ColumnType<T, string, string>
type Instant = ColumnType<Date, string, string>
type MaybeInstant = ColumnType<Date | null, string | null, string | null>
/** PostgreSQL's bigint is read as text or number, as the driver is set; it is written as a number. */
type Fen = ColumnType<number | string, number, number>

export interface ChargeTable {
  id: string
  revision: number
  case_id: string
  number: string
  item_code: string
  item_name: Json<Words>
  organ: string
  person_id: string
  payer: string
  total: Fen
  refunded: Fen
  status: ChargeStatus
  due: 'before-decision' | 'before-delivery'
  raised_at: Instant
  paid_at: MaybeInstant
}

export interface FeesTables {
  charge: ChargeTable
  pay_order: { charge_id: string; number: string; amount: Fen }
  movement: {
    charge_id: string
    revision: number
    kind: 'in' | 'out'
    method: 'cash' | 'card' | 'online'
    amount: Fen
    order_number: string
    day: string
    at: Instant
    by_id: string
    by_name: string
    case_number: string
  }
  receipt: {
    charge_id: string
    code: string
    number: string
    check_code: string
    amount: Fen
    is_void: boolean
    reverses: string | null
    document_id: string
    issued_at: Instant
  }
  refund: {
    charge_id: string
    id: string
    amount: Fen
    status: RefundStatus
    asked_at: Instant
  }
  day: { day: string; id: string; revision: number; signed_at: MaybeInstant; signed_by: string | null }
  receipt_series: { code: string; last: number }
  demo_order: {
    number: string
    amount: Fen
    subject: string
    expires_at: Instant
    back_to: string
    paid_at: MaybeInstant
    reference: string | null
  }
}

/** The database, seen from the schema `fees`. */
export type FeesDb = Kysely<FeesTables>

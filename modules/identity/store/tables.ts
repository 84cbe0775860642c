import type { MachineScope, StaffRole } from '@mashang/kit'
import type { ColumnType, Kysely } from 'kysely'
import type { CodePurpose, Enterprise } from '../contract/account.ts'
import type { ChallengePurpose, RevocationReason } from '../contract/certificate.ts'
import type { CorrectionSubject } from '../contract/privacy-endpoints.ts'

type Written<T> = ColumnType<T, string, string>

export interface IdentityTables {
  account: {
    id: string
    revision: number
    phone: string
    name: string
    id_card: string
    enterprises: Written<readonly Enterprise[]>
    created_at: ColumnType<Date, string, string>
  }
  staff: {
    id: string
    revision: number
    account: string
    name: string
    organ: string
    roles: readonly StaffRole[]
    disabled: boolean
    created_at: ColumnType<Date, string, string>
  }
  machine_key: {
    id: string
    revision: number
    name: string
    scopes: readonly MachineScope[]
    created_at: ColumnType<Date, string, string>
    revoked_at: ColumnType<Date | null, string | null, string | null>
  }
  credential: { subject: string; password_hash: string; changed_at: Date }
  key_secret: { id: string; secret_hash: Uint8Array }
  last_use: { subject: string; at: Date }
  session: {
    id: string
    kind: 'citizen' | 'staff'
    subject: string
    token_hash: Uint8Array
    previous_hash: Uint8Array | null
    csrf_key: Uint8Array
    created_at: Date
    rotated_at: Date
    confirmed_at: Date | null
    seen_at: Date
    expires_at: Date
  }
  one_time_code: {
    phone: string
    purpose: CodePurpose
    salt: Uint8Array
    digest: Uint8Array
    attempts: number
    sent_at: Date
    expires_at: Date
    day_started_at: Date
    sent_in_day: number
  }
  attempt: { subject: string; failures: number; last_at: Date; locked_until: Date | null }
  certificate: {
    id: string
    revision: number
    person_id: string
    uscc: string
    name: string
    issuer: string
    serial: string
    fingerprint: string
    algorithm: 'SM2' | 'RSA'
    valid_from: ColumnType<Date, string, string>
    valid_to: ColumnType<Date, string, string>
    demo: boolean
    revoked_at: ColumnType<Date | null, string | null, string | null>
    reason: RevocationReason | null
    told: readonly number[]
  }
  data_request: {
    id: string
    revision: number
    person_id: string
    subject: CorrectionSubject
    body: string
    asked_at: ColumnType<Date, string, string>
    status: 'open' | 'corrected' | 'declined'
    answer: string | null
    answered_at: ColumnType<Date | null, string | null, string | null>
    answered_by: string | null
  }
  challenge: { id: string; purpose: ChallengePurpose; nonce: string; expires_at: Date }
  demo_authority: {
    algorithm: 'SM2' | 'RSA'
    secret: Uint8Array
    public_key: Uint8Array
    certificate: Uint8Array
  }
  demo_message: { id: string; at: Date; phone: string; body: string; purpose: string }
}

export type IdentityDb = Kysely<IdentityTables>

/** The module's own schema, typed. */
export function identityDb(db: Kysely<unknown>): IdentityDb {
  return (db as Kysely<IdentityTables>).withSchema('identity')
}

import type { FormValues, LicenceEnding } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ColumnType, Kysely } from 'kysely'
import type { ActedOn, ApplicationStatus, Draft, GivenFile } from '../contract/index.ts'

import type { Mandate } from '../rules/mandate.ts'

/** Written as text, read as it was parsed. */
type Json<T> = ColumnType<T, string, string>
/** The same, left to its default where it is not given. */
type WithDefault<T> = ColumnType<T, string | undefined, string>
type Instant = ColumnType<Date, string, string>
type MaybeInstant = ColumnType<Date | null, string | null, string | null>
/** `YYYY-MM-DD`, see the type parser of the store's pool. */
type Day = string

/** Where a case lies. */
const QUEUES = ['intake', 'correction', 'review', 'decision', 'stopped', 'deliver', 'concluded'] as const
export type Queue = (typeof QUEUES)[number]

export interface Shown {
  readonly label: string
  readonly text: string
}

/** What of the city's may be used for a draft's material, and on whose word. */
export interface Consent {
  readonly material: string
  readonly source: string
  readonly by: 'applicant' | 'window'
}

/** A clerk saw the originals of these files. */
export interface SeenOriginal {
  readonly material: string
  readonly digests: readonly string[]
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
  readonly validTo?: string
}

export interface ApplicationTable {
  id: string
  revision: number
  number: string
  item_code: string
  item_version: number
  organ: string
  person_id: string
  applicant: string
  status: ApplicationStatus
  queue: Queue
  holder: string
  step: string | null
  submitted_at: Instant
  concluded_at: MaybeInstant
  promised_due: Day | null
  statutory_due: Day | null
  sort_day: Day
  watch_day: Day | null
  cards: readonly ('yellow' | 'red')[]
}

export interface ApprovalsTables {
  application: ApplicationTable
  licence: {
    id: string
    revision: number
    application_id: string | null
    person_id: string | null
    number: string
    identifier: string
    code: string
    type: string
    title: string
    holder: string
    holder_code: string
    organ: string
    valid_from: Day
    valid_to: Day | null
    shows: Json<readonly Shown[]>
    holder_kind: 'person' | 'enterprise'
    version: number
    ending: LicenceEnding | null
    ending_ground: string | null
    ended_at: MaybeInstant
    proposed: boolean
    tell_day: Day | null
  }
  certificate: {
    licence_id: string
    version: number
    code: string
    identifier: string
    valid_from: Day
    valid_to: Day | null
    issued_at: Instant
    revision: number
  }
  licence_case: {
    licence_id: string
    application_id: string
    situation: ActedOn['situation']
    in_time: boolean
  }
  document: {
    id: string
    application_id: string | null
    application_revision: number | null
    kind: string
    number: string
    code: string
    title: Json<Words>
    organ: string
    file: string
    size: number
    shows: Json<readonly Shown[]>
    licence_id: string | null
    certificate: number | null
    issued_at: Instant
    replaced_by: string | null
    replaced_at: MaybeInstant
  }
  mandate: {
    id: string
    organ: string
    from_id: string
    to_id: string
    state: string
    starts: Day
    ends: Day
    mandate: Json<Mandate>
  }
  quota_pool: {
    id: string
    item_code: string
    year: string | null
    value: string | null
    taken: number
    waiting: number
    drawn_at: MaybeInstant
  }
  asked_organ: { application_id: string; organ: string; item_code: string; sort_day: Day }
  announcement: {
    application_id: string
    since: Instant
    step: string
    item_code: string
    item_version: number
    organ: string
    applicant: string
    text: string
    starts: Day
    ends: Day
  }
  document_number: { document_id: string; series: string; serial: number }
  number_series: { series: string; last: number }
  draft: {
    id: string
    person_id: string
    item_code: string
    item_version: number
    applicant: Json<Draft['applicant']>
    form: Json<FormValues>
    materials: Json<Draft['materials']>
    delivery: Draft['delivery']
    revision: number
    saved_at: Instant
    consents: WithDefault<readonly Consent[]>
    declared: WithDefault<readonly string[]>
    seen: WithDefault<readonly SeenOriginal[]>
    taken_by: string | null
    taken_by_name: string | null
  }
  evidence: {
    id: string
    kind: string
    title: Json<Words>
    trust: 'A' | 'B'
    holder_kind: 'person' | 'enterprise'
    holder_code: string
    person_id: string
    seen_on: Day
    seen_by: string
    valid_to: Day | null
    application_id: string
    application_number: string
    organ: string
    files: Json<readonly GivenFile[]>
  }
  evidence_withheld: { source_id: string; at: Instant }
  evidence_use: {
    application_id: string
    material: string
    source_id: string
    application_number: string
    item_code: string
    item_version: number
    consent: 'applicant' | 'window'
    at: Instant
  }
  repeated_ask: {
    id: string
    application_id: string
    application_number: string
    item_code: string
    item_version: number
    organ: string
    material: string
    held: string
    asked_by: string
    at: Instant
  }
  uploaded_file: { owner: string; digest: string; size: number; type: string; at: Instant }
}

/** The database, seen from the schema `approvals`. */
export type ApprovalsDb = Kysely<ApprovalsTables>

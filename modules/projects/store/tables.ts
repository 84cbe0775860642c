import type { Text } from '@mashang/flow'
import type { ColumnType, Kysely } from 'kysely'
import type { ProjectDuty, ProjectStatus } from '../contract/index.ts'

/** Written as text, read as it was parsed. */
type Json<T> = ColumnType<T, string, string>

type Instant = ColumnType<Date, string, string>

export interface ProjectTable {
  id: string
  revision: number
  code: string | null
  name: string
  person_id: string
  owner: string
  uscc: string
  kind: string
  funding: string
  industry: string
  region: string
  investment: ColumnType<string, number, number>
  floor_area: number
  secret: boolean
  stage: string
  status: ProjectStatus
  organs: readonly string[]
  registered_at: Instant
}

export interface ProjectsTables {
  project: ProjectTable
  application: { application_id: string; project_id: string }
  file: { project_id: string; digest: string; name: string; size: number; type: string; at: Instant }
  duty: {
    project_id: string
    organ: string
    place: number
    kind: ProjectDuty['kind']
    detail: string
    due: string | null
  }
  document: {
    id: string
    project_id: string
    code: string
    number: string
    title: Json<Text>
    organ: string
    file: string
    revision: number
    issued_at: Instant
  }
  number_series: { series: string; last: number }
  document_number: { document_id: string; series: string; serial: number }
}

/** The database, seen from the schema `projects`. */
export type ProjectsDb = Kysely<ProjectsTables>

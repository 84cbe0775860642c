import type { ColumnType, Kysely } from 'kysely'
import type { ProjectStatus } from '../contract/index.ts'

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
}

/** The database, seen from the schema `projects`. */
export type ProjectsDb = Kysely<ProjectsTables>

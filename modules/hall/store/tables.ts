import type { RatingLevel } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ColumnType, Kysely } from 'kysely'
import type { MyRating, Subject } from '../contract/index.ts'

/** Written as text, read as it was parsed. */
type Json<T> = ColumnType<T, string, string>
type Instant = ColumnType<Date, string, string>
type InstantOrNone = ColumnType<Date | null, string | null, string | null>

export interface RatingTable {
  id: string
  revision: number
  kind: Subject['kind']
  application_id: string
  number: string
  item_code: string
  item_name: Json<Words>
  organ: string
  person_id: string
  at: Instant
  asked_on: string
  level: RatingLevel | null
  rated_at: InstantOrNone
  rated_on: string | null
  again_level: RatingLevel | null
  tags: readonly string[]
  words: string
  bad: boolean
  excluded: 'ruled' | 'disowned' | null
  reasons: string | null
  due: string | null
  answered_on: string | null
  to_rule: boolean
  words_are: MyRating['wordsAre']
  published: string | null
}

export interface HallTables {
  rating: RatingTable
  code: { digest: string; rating_id: string; until: string }
}

/** The database, seen from the schema `hall`. */
export type HallDb = Kysely<HallTables>

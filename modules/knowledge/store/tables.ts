import type { ColumnType, Kysely } from 'kysely'
import type { Cited, FaqStatus, FaqTexts, QuestionStatus } from '../contract/index.ts'

/** Written as text, read as it was parsed. */
type Json<T> = ColumnType<T, string, string>
type Instant = ColumnType<Date, string, string>

export interface QuestionTable {
  id: string
  revision: number
  item_code: string
  organ: string
  person_id: string
  text: string
  status: QuestionStatus
  asked_at: Instant
  due: string
  answered_at: ColumnType<Date | null, string | null, string | null>
  late: boolean
  helped: boolean | null
}

export interface FaqTable {
  id: string
  revision: number
  item_code: string
  item_version: number
  organ: string
  status: FaqStatus
  question: Json<FaqTexts['question']>
  answer: Json<FaqTexts['answer']>
  cited: Json<readonly Cited[]>
  published_at: ColumnType<Date | null, string | null, string | null>
  asked_words: readonly string[]
  told_words: readonly string[]
}

export interface KnowledgeTables {
  question: QuestionTable
  faq: FaqTable
}

/** The database, seen from the schema `knowledge`. */
export type KnowledgeDb = Kysely<KnowledgeTables>

import { sql } from 'kysely'
import { all, lexeme, type TsQuery } from './ts-query.ts'

/** What an item has to be. An empty text asks for nothing. */
export interface Filter {
  readonly theme?: string
  readonly organ?: string
  readonly applicant?: string
  readonly online?: boolean
}

/** For the index, beside what a text asks for. */
export function filterQuery({ theme, organ, applicant, online }: Filter): TsQuery | undefined {
  return all([
    theme ? lexeme('t', theme) : undefined,
    organ ? lexeme('o', organ) : undefined,
    applicant ? lexeme('a', applicant) : undefined,
    online ? lexeme('f', 'online') : undefined,
  ])
}

/** For rows that are read one by one. */
export function filterRows({ theme, organ, applicant, online }: Filter) {
  return sql.join(
    [
      sql`true`,
      ...(theme ? [sql`${theme} = any(themes)`] : []),
      ...(organ ? [sql`organ = ${organ}`] : []),
      ...(applicant ? [sql`${applicant} = any(applicants)`] : []),
      ...(online ? [sql`online`] : []),
    ],
    sql` and `,
  )
}

/** PostgreSQL's tsquery, put together from lexemes; every lexeme is quoted, whatever stands in it. */
import type { LexemeClass } from './lexemes.ts'

export type TsQuery = string & { readonly isTsQuery: true }

export function lexeme(mark: LexemeClass, word: string, prefix = false): TsQuery {
  const quoted = `${mark}:${word}`.replaceAll(/[\\']/g, (one) => one + one)
  return `'${quoted}'${prefix ? ':*' : ''}` as TsQuery
}

/** Undefined where nothing is asked for. */
export function all(queries: readonly (TsQuery | undefined)[]): TsQuery | undefined {
  return joined(queries, ' & ')
}

export function either(queries: readonly (TsQuery | undefined)[]): TsQuery | undefined {
  return joined(queries, ' | ')
}

function joined(queries: readonly (TsQuery | undefined)[], sign: string): TsQuery | undefined {
  const present = queries.filter((query) => query !== undefined)
  const [only] = present
  return present.length < 2 ? only : (`(${present.join(sign)})` as TsQuery)
}

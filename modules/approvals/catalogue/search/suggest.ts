import { folded, pairsOf, syllablesOf } from '@mashang/search'
import { sql } from 'kysely'
import type { CatalogueDb } from '../tables.ts'
import { all, either, lexeme, type TsQuery } from './ts-query.ts'
import { pinyinQuery } from './understand.ts'

/** Candidates that are looked at while somebody types. */
const MOST = 200
const SHOWN = 8

export interface Suggestion {
  readonly code: string
  readonly organ: string
  readonly name: { readonly zh: string; readonly en?: string }
}

/** Items whose name or everyday words begin with, or have in them, what was typed so far. */
export async function suggestItems(
  db: CatalogueDb,
  typed: string,
  today: string,
): Promise<readonly Suggestion[]> {
  const text = folded(typed)
  // One letter begins a fifth of all names, and says nothing.
  if (text === '' || /^[a-z0-9]$/.test(text)) return []
  const { beginning, inside } = queriesOf(text)
  const found = await sql<Suggestion>`
    with candidate as materialized (
      select * from approvals.item_search where code in (
        (select code from approvals.item_search where lexemes @@ ${beginning}::tsquery limit ${MOST})
        union (select code from approvals.item_search where lexemes @@ ${inside}::tsquery limit ${MOST}))
    )
    select code, organ, card -> 'name' as name from candidate
    where effective_to is null or effective_to >= ${today}
    order by name = ${text} desc, ${text} = any(everyday) desc, starts_with(candidate.name, ${text}) desc,
      exists (select from unnest(everyday) as said where starts_with(said, ${text})) desc,
      position(${text} in candidate.name) > 0 desc, later, length(candidate.name), sort_key, code
    limit ${SHOWN}`.execute(db)
  return found.rows
}

function queriesOf(text: string): { beginning: TsQuery; inside: TsQuery } {
  if (/^[a-z0-9]+$/.test(text)) {
    const word = lexeme('w', text, true)
    return {
      beginning: either([lexeme('P', text, true), lexeme('I', text, true)]) ?? word,
      inside:
        either([lexeme('x', text, true), text.length > 2 ? word : undefined, pinyinQuery(text)]) ?? word,
    }
  }
  const pairs = all(pairsOf(text).map((pair) => lexeme('b', pair)))
  return {
    // By sound, because that is how beginnings are kept; what merely sounds alike is ranked below.
    beginning: lexeme('P', syllablesOf(text).join(''), true),
    inside: pairs ?? lexeme('c', text),
  }
}

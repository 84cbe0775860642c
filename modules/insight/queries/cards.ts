import type { Words } from '@mashang/kit'
import { type RawBuilder, sql } from 'kysely'
import { CARD_VIEWS, type CardCounts, type CardLine, type CardViewName } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import { PAGE } from './cases.ts'
import type { Asked } from './figures.ts'

/** Which cards each list holds. */
const VIEWS: Readonly<Record<CardViewName, RawBuilder<unknown>>> = {
  all: sql`true`,
  yellow: sql`card.colour = 'yellow'`,
  red: sql`card.colour = 'red'`,
  standing: sql`(card.ruling is null or card.ruling->>'outcome' = 'upheld')`,
  appealed: sql`card.appeal is not null`,
  'to-rule': sql`card.appeal is not null and card.ruling is null`,
  upheld: sql`card.ruling->>'outcome' = 'upheld'`,
  lifted: sql`card.ruling->>'outcome' = 'lifted'`,
}

interface CardRow extends Omit<CardLine, 'organ' | 'appeal' | 'ruling'> {
  readonly organ: string
  readonly appeal: CardLine['appeal'] | null
  readonly ruling: CardLine['ruling'] | null
}

const given = ({ from, to, organ }: Asked) => sql`card.given_on between ${from} and ${to}
  ${organ === undefined ? sql`` : sql`and card.organ = ${organ}`}`

/** How many cards of a time stand in each list. */
export async function countCards({ db }: Inside, asked: Asked): Promise<CardCounts> {
  const counts = CARD_VIEWS.map(
    (view) => sql`count(*) filter (where ${VIEWS[view]})::int as ${sql.ref(view)}`,
  )
  const { rows } = await sql<CardCounts>`
    select ${sql.join(counts)} from insight.card where ${given(asked)}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a count has one row')
  return row
}

/** Cards given in a time, the newest first. */
export async function findCards(
  inside: Inside,
  asked: Asked,
  view: CardViewName,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<CardLine[]> {
  const { rows } = await sql<CardRow & { item: Words }>`
    select card.case_id as "caseId", c.number, card.organ, c.item_name as item, card.colour, card.clock,
      card.given_on as "givenOn", card.due, card.appeal, card.ruling
    from insight.card join insight."case" c on c.id = card.case_id
    where ${given(asked)} and ${VIEWS[view]}
    order by card.given_on desc, card.case_id desc, card.clock limit ${limit} offset ${offset}`.execute(
    inside.db,
  )
  return rows.map(({ organ: id, appeal, ruling, ...row }) => ({
    ...row,
    organ: organName(inside, id),
    appeal: appeal ?? undefined,
    ruling: ruling ?? undefined,
  }))
}

/** A page of one list, and the number of every list. */
export async function listCards(inside: Inside, asked: Asked, view: CardViewName, page: number) {
  const [counts, cards] = await Promise.all([
    countCards(inside, asked),
    findCards(inside, asked, view, { limit: PAGE, offset: (page - 1) * PAGE }),
  ])
  const total = counts[view]
  return { cards, total, page, pages: Math.max(1, Math.ceil(total / PAGE)), counts }
}

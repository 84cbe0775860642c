/** Cases that stand in an inbox for another who gave a mandate; nothing is read for who holds none. */
import type { Who } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import type { Mandate } from '../rules/mandate.ts'
import { LANES, type Lane } from '../store/lanes.ts'
import { mandatesHeldBy } from '../store/mandates.ts'
import { countLanes, listLanes, type OpenPage, type Row } from './open-lanes.ts'

export interface OnBehalf {
  readonly rows: readonly Row[]
  readonly count: number
  /** For whom, by the id of the case. */
  readonly names: ReadonlyMap<string, string>
}

const NOTHING: OnBehalf = { rows: [], count: 0, names: new Map() }

/** Lanes of the giver that are not one's own: his steps to conclude, his decisions. */
function lanesOf({ acts, roles }: Mandate, own: readonly string[]): readonly Lane[] {
  const queues = [
    ...(acts.includes('concludeStep') ? ['review'] : []),
    ...(acts.includes('decideApplication') ? ['decision'] : []),
  ]
  return LANES.filter(
    ({ queue, holder }) =>
      queues.includes(queue) && !own.includes(holder) && roles.some((role) => role === holder),
  )
}

interface Asked {
  readonly who: Who
  readonly own: readonly string[]
  readonly page: Pick<OpenPage, 'item' | 'after' | 'limit'>
  readonly today: string
  readonly most: number
  /** Whether this view shows them. */
  readonly isShown: boolean
}

export async function readOnBehalf(inside: Inside, asked: Asked): Promise<OnBehalf> {
  const { who, own, page, today, most, isShown } = asked
  const held = who.kind === 'staff' ? await mandatesHeldBy(inside, who) : []
  if (held.length === 0) return NOTHING
  const each = held.flatMap(({ mandate }) => {
    const lanes = lanesOf(mandate, own)
    const items = mandate.items.length > 0 ? mandate.items : [undefined]
    return items
      .filter((item) => lanes.length > 0 && (!page.item || !item || item === page.item))
      .map((item) => ({ mandate, open: { lanes, organs: [mandate.organ], item: item ?? page.item } }))
  })
  const read = await Promise.all(
    each.map(async ({ mandate, open }) => ({
      name: mandate.from.name,
      rows: isShown ? await listLanes(inside.db, { ...open, ...pageOf(page), dueBefore: undefined }) : [],
      counts: await countLanes(inside.db, open, { today, most }),
    })),
  )
  const names = new Map(read.flatMap(({ name, rows }) => rows.map(({ id }) => [id, name] as const)))
  const rows = new Map(read.flatMap((one) => one.rows.map((row) => [row.id, row] as const)))
  const count = read.flatMap(({ counts }) => counts).reduce((sum, one) => sum + one.count, 0)
  return { rows: [...rows.values()], count, names }
}

const pageOf = ({ after, limit }: Asked['page']) => ({ after, limit })

import type { ServiceItem } from '@mashang/flow'
import { actorOf, type Handlers, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import type { QuotaAtDesk, QuotaView, quotaEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { aDrawIsCalledOnceAfterTheLastDay, takenIn } from '../rules/quota.ts'
import { ledgerAppend, readLedger } from '../store/quota-ledger.ts'

const ATTEMPTS = 20
/** Beyond this a public page says no more. */
const MOST_SHOWN = 1000

/** What everybody may know of an item's places, and the draw. */
export function quotaHandlers(inside: Inside): Handlers<typeof quotaEndpoints> {
  return {
    getQuota: async ({ params }) => viewOfQuota(inside, params.code),
    listQuotas: async ({ who }) => {
      const codes = await inside.catalogue.findCodesWithQuota(seesAll(who) ? undefined : organOf(who))
      const views = await Promise.all(codes.map((code) => viewAtDesk(inside, code)))
      return { quotas: views.flatMap((one) => (isRefusal(one) ? [] : [one])) }
    },
    drawPlaces: async ({ who, params, input }) => {
      const item = (await inside.catalogue.findStanding(params.code))?.item
      if (!item) return refuse('item-not-found', { facts: { code: params.code } })
      if (who.kind !== 'staff' || who.organ !== item.organ) return refuse('not-allowed')
      const refused = await callTheDraw(inside, item, input, actorOf(who))
      return refused ?? viewOfQuota(inside, params.code)
    },
  }
}

const organOf = (who: Who) => (who.kind === 'staff' ? who.organ : '')
const seesAll = (who: Who) => who.kind === 'staff' && who.roles.includes('supervisor')

async function viewAtDesk(inside: Inside, code: string): Promise<QuotaAtDesk | Refusal> {
  const view = await viewOfQuota(inside, code)
  if (isRefusal(view)) return view
  const { closes } = view.quota
  const closed = closes !== undefined && legalDayOf(inside.clock.now()) > closes
  return { ...view, closed, atIntake: await stillAtIntake(inside, code) }
}

type Pool = { readonly year?: string; readonly value?: string }

async function callTheDraw(
  inside: Inside,
  item: ServiceItem,
  pool: Pool,
  actor: ReturnType<typeof actorOf>,
): Promise<Refusal | undefined> {
  const { quota, code } = item
  if (!quota) return refuse('item-without-quota')
  const waits = await stillAtIntake(inside, code)
  if (quota.method === 'draw' && waits > 0)
    return refuse('intake-is-open', { rule: 'aDrawIsCalledOnceAfterTheLastDay', facts: { count: waits } })
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await readLedger(inside, { item: code, ...pool })
    const ledger = found.ledger ?? { ...found.pool, revision: 0, line: [], serials: 0 }
    const entries = aDrawIsCalledOnceAfterTheLastDay(ledger, quota, legalDayOf(inside.clock.now()))
    if (isRefusal(entries)) return entries
    if (entries.length === 0) return undefined
    const at = inside.clock.now().toISOString()
    const appended = await inside.journal.append(ledgerAppend(inside, found, quota, entries, { at, actor }))
    if (!isRefusal(appended)) return undefined
    if (appended.code !== 'case-changed') return appended
  }
  throw new Error('a ledger of places is written to without an end')
}

/** Who came in time is drawn with the others: nobody is left out because the office was slow. */
async function stillAtIntake({ db }: Inside, code: string): Promise<number> {
  const { count } = await db
    .selectFrom('application')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('item_code', '=', code)
    .where('queue', 'in', ['intake', 'correction'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function viewOfQuota(inside: Inside, code: string): Promise<QuotaView | Refusal> {
  const item = (await inside.catalogue.findStanding(code))?.item
  if (!item) return refuse('item-not-found', { facts: { code } })
  const { quota } = item
  if (!quota) return refuse('item-without-quota', { facts: { name: item.name } })
  const rows = await inside.db
    .selectFrom('quota_pool')
    .select(['year', 'value'])
    .where('item_code', '=', code)
    .orderBy('year', 'desc')
    .orderBy('value')
    .limit(100)
    .execute()
  const known = rows.map(({ year, value }) => ({ ...(year ? { year } : {}), ...(value ? { value } : {}) }))
  const today = legalDayOf(inside.clock.now())
  const current = quota.per === 'year' ? { year: today.slice(0, 4) } : {}
  // Before the first is accepted there is no ledger yet, and all places are free.
  const isThere = quota['by-field'] || known.some(({ year }) => year === current.year)
  const pools = isThere ? known : [current, ...known]
  const organ = getOrgan(inside.city, item.organ)
  return {
    item: { code, name: item.name },
    organ: { id: organ.id, name: organ.name, short: organ.short },
    quota,
    basis: quota.basis,
    pools: await Promise.all(pools.map((pool) => viewOfPool(inside, item, quota, pool))),
  }
}

async function viewOfPool(
  inside: Inside,
  item: ServiceItem,
  quota: NonNullable<ServiceItem['quota']>,
  pool: Pool,
): Promise<QuotaView['pools'][number]> {
  const { ledger } = await readLedger(inside, { item: item.code, ...pool })
  const line = ledger?.line ?? []
  return {
    ...pool,
    label: labelOfPool(inside, item, quota, pool),
    places: quota.places,
    taken: ledger ? takenIn(ledger) : 0,
    waiting: line.filter(({ state }) => state === 'waiting').length,
    line: line.slice(0, MOST_SHOWN).map(({ number, state, serial, at }) => ({ number, state, serial, at })),
    ...(ledger?.called ? { called: { at: ledger.called.at } } : {}),
    ...(ledger?.drawn
      ? { drawn: { at: ledger.drawn.at, size: ledger.drawn.log.size, root: ledger.drawn.log.root } }
      : {}),
  }
}

function labelOfPool(
  { city }: Inside,
  item: ServiceItem,
  quota: NonNullable<ServiceItem['quota']>,
  { year, value }: Pool,
) {
  const field = item.fields.find(({ id }) => id === quota['by-field'])
  const option = field?.options?.find((one) => one.value === value)?.label
  const region = value ? city.regions.names(value)?.at(-1) : undefined
  const named = option ?? { zh: region ?? value ?? '', en: region ?? value ?? '' }
  const zh = [year && `${year} 年`, named.zh].filter(Boolean).join(' ')
  const en = [year, named.en ?? named.zh].filter(Boolean).join(', ')
  return { zh, en }
}

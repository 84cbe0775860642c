/** What anyone may ask of the published catalogue. */
import type { ServiceItem } from '@mashang/flow'
import { type Handlers, legalDayOf, refuse } from '@mashang/kit'
import { sql } from 'kysely'
import type { catalogueEndpoints, ItemCard, ItemGuide } from '../contract/index.ts'
import { type CardRow, cardOf, facetsOf } from './cards.ts'
import type { PublishedItem } from './catalogue.ts'
import { guideOf } from './guide.ts'
import { keep } from './kept.ts'
import { type CatalogueInside, organRefOf } from './needs.ts'
import { regionsBelow } from './profile.ts'
import { regionInEnglish } from './region-in-english.ts'
import { suggestItems } from './search/suggest.ts'
import { either, lexeme } from './search/ts-query.ts'

type Queries = Pick<
  Handlers<typeof catalogueEndpoints>,
  'findItems' | 'suggestItems' | 'getItemGuide' | 'browse' | 'listRegions'
>

export function publicQueries(inside: CatalogueInside): Queries {
  const { organs, themes, search, clock, db } = inside
  const popular = keep(() => listPopular(inside), { believedFor: 60_000, most: 1 })
  const related = keep((code) => listRelated(inside, code), { believedFor: 30_000, most: 1000 })
  const regions = keep(async (parent) => regionsOf(inside, parent), { believedFor: 3_600_000, most: 500 })
  return {
    findItems: async ({ query }) => {
      const found = await search.find(query)
      return {
        items: found.page.map((hit) => cardOf(inside, hit, found.marks)),
        total: found.total,
        ...(found.more ? { more: true } : {}),
        page: query.page ?? 1,
        pages: found.pages,
        ...(found.understoodAs ? { understoodAs: found.understoodAs } : {}),
        themes: facetsOf(found.themes, themes),
        organs: facetsOf(found.organs, organs),
      }
    },
    suggestItems: async ({ query }) => {
      const suggestions = await suggestItems(db, query.text, legalDayOf(clock.now()))
      return {
        suggestions: suggestions.map(({ code, name, organ }) => ({
          code,
          name,
          organ: organRefOf(organs, organ).short,
        })),
      }
    },
    getItemGuide: async ({ params, query }) => {
      const published = await inside.catalogue.findPublished(params.code, query.version)
      if (!published) return refuse('item-not-found', { facts: { code: params.code } })
      const status = statusOf(published, legalDayOf(clock.now()))
      return {
        ...guideOf(inside, published, status, await related.get(params.code)),
        ends: await endsOf(inside, published),
      }
    },
    browse: async () => {
      const [counts, cards] = await Promise.all([search.counts.of({}), popular.get('')])
      return {
        city: cityOf(inside),
        themes: inside.profile.themes.map((theme) => ({ ...theme, count: counts.themes[theme.id] ?? 0 })),
        organs: inside.profile.organs.map(({ id, name, kind }) => ({
          id,
          name,
          kind,
          count: counts.organs[id] ?? 0,
        })),
        popular: [...cards],
        counts: {
          items: counts.total,
          online: counts.online,
          onTheSpot: counts.onTheSpot,
          noVisit: counts.noVisit,
        },
      }
    },
    listRegions: async ({ query, language }) => {
      const below = await regions.get(query.parent ?? inside.profile.city.region)
      if (!below) return refuse('region-not-found', { facts: { code: query.parent } })
      return { regions: below.map(({ code, zh, en }) => ({ code, name: language === 'zh' ? zh : en })) }
    },
  }
}

function cityOf({ profile: { city } }: CatalogueInside) {
  return { name: city.name, centre: city.centre, hotline: city.hotline, demo: city.demo }
}

function regionsOf({ profile }: CatalogueInside, parent: string) {
  if (!profile.regions.has(parent) && parent !== profile.city.region) return undefined
  return regionsBelow(profile, parent).map(({ code, name }) => ({
    code,
    zh: name,
    en: regionInEnglish(name),
  }))
}

/** How the item stands today, as its guide says it. */
function statusOf(
  { item, suspended, superseded, cancelled }: PublishedItem,
  today: string,
): ItemGuide['status'] {
  if (superseded) return 'superseded'
  if (cancelled || (item.effective.to && today > item.effective.to)) return 'cancelled'
  if (suspended) return 'suspended'
  return today < item.effective.from ? 'not-yet-in-effect' : 'published'
}

/** What takes the place of an item that ends, by name. */
async function endsOf(
  inside: CatalogueInside,
  { ends, superseded }: PublishedItem,
): Promise<ItemGuide['ends']> {
  if (!ends || superseded) return undefined
  const named = await Promise.all(
    ends.successors.map(async (code) => {
      const name = (await inside.catalogue.findStanding(code))?.item.name
      return name ? [{ code, name }] : []
    }),
  )
  return { on: ends.on, reason: ends.reason, successors: named.flat() }
}

const RELATED = 4

/** Items of the same organ or theme; those that share most come first. */
async function listRelated(inside: CatalogueInside, code: string): Promise<readonly ItemCard[]> {
  const item: ServiceItem | undefined = (await inside.catalogue.findStanding(code))?.item
  if (!item) return []
  const near = either([lexeme('o', item.organ), ...item.themes.map((theme) => lexeme('t', theme))])
  const today = legalDayOf(inside.clock.now())
  const found = await sql<CardRow>`
    with near as materialized (
      select * from approvals.item_search
      where lexemes @@ ${near}::tsquery and code <> ${code} and (effective_to is null or effective_to >= ${today})
      limit 300
    )
    select code, version, organ, themes, applicants, card from near
    order by (select count(*) from unnest(themes) as theme where theme = any(${item.themes}::text[]))
      + (organ = ${item.organ})::integer desc, later, sort_key, code
    limit ${RELATED}`.execute(inside.db)
  return found.rows.map((row) => cardOf(inside, row))
}

const POPULAR = 6
/** Latest applications that are looked at: what people ask for these days, not what they once did. */
const LATEST = 5000

/** Most applied for lately; while there is little of that, what the profile names, then what can be done online. */
async function listPopular(inside: CatalogueInside): Promise<readonly ItemCard[]> {
  const today = legalDayOf(inside.clock.now())
  const found = await sql<CardRow>`
    with latest as (
      select item_code from approvals.application order by id desc limit ${LATEST}
    ), asked as (
      select item_code as code, count(*) as times from latest group by item_code
    )
    select code, version, organ, themes, applicants, card from approvals.item_search left join asked using (code)
    where effective_to is null or effective_to >= ${today}
    order by coalesce(times, 0) desc, array_position(${inside.profile.city.popular ?? []}::text[], code),
      online desc, later, sort_key, code
    limit ${POPULAR}`.execute(inside.db)
  return found.rows.map((row) => cardOf(inside, row))
}

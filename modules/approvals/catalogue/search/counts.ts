import { sql } from 'kysely'
import type { CatalogueDb } from '../tables.ts'

/** How many public items there are of each kind; a city has a few hundred kinds. */
interface Kind {
  readonly organ: string
  readonly themes: readonly string[]
  readonly applicants: readonly string[]
  readonly online: boolean
  readonly on_the_spot: boolean
  readonly no_visit: boolean
  readonly count: number
}

export interface Filter {
  readonly theme?: string
  readonly organ?: string
  readonly applicant?: string
  readonly online?: boolean
}

export interface Counts {
  readonly total: number
  readonly online: number
  readonly onTheSpot: number
  readonly noVisit: number
  readonly organs: Readonly<Record<string, number>>
  readonly themes: Readonly<Record<string, number>>
}

/** Counts of the public catalogue, kept in memory: counting a hundred thousand rows takes 50 ms. */
export interface PublicCounts {
  of(filter: Filter): Promise<Counts>
  /** Called when this process changes the catalogue. */
  forget(): void
}

export function createCounts(db: CatalogueDb, today: () => string, believedFor = 15_000): PublicCounts {
  let kept: { readonly kinds: Promise<readonly Kind[]>; readonly until: number } | undefined
  async function read(): Promise<readonly Kind[]> {
    const found = await sql<Kind>`
      select organ, themes, applicants, online, on_the_spot, no_visit, count(*)::integer as count
      from approvals.item_search where effective_to is null or effective_to >= ${today()}
      group by organ, themes, applicants, online, on_the_spot, no_visit`.execute(db)
    return found.rows
  }
  return {
    of: async (filter) => {
      if (!kept || performance.now() >= kept.until) {
        kept = { kinds: read(), until: performance.now() + believedFor }
        kept.kinds.catch(() => {
          kept = undefined
        })
      }
      return sumOf((await kept.kinds).filter((kind) => fits(kind, filter)))
    },
    forget: () => {
      kept = undefined
    },
  }
}

function fits(kind: Kind, { theme, organ, applicant, online }: Filter): boolean {
  return (
    (theme === undefined || kind.themes.includes(theme)) &&
    (organ === undefined || kind.organ === organ) &&
    (applicant === undefined || kind.applicants.includes(applicant)) &&
    (online !== true || kind.online)
  )
}

function sumOf(kinds: readonly Kind[]): Counts {
  const organs: Record<string, number> = {}
  const themes: Record<string, number> = {}
  let [total, online, onTheSpot, noVisit] = [0, 0, 0, 0]
  for (const kind of kinds) {
    total += kind.count
    if (kind.online) online += kind.count
    if (kind.on_the_spot) onTheSpot += kind.count
    if (kind.no_visit) noVisit += kind.count
    organs[kind.organ] = (organs[kind.organ] ?? 0) + kind.count
    for (const theme of kind.themes) themes[theme] = (themes[theme] ?? 0) + kind.count
  }
  return { total, online, onTheSpot, noVisit, organs, themes }
}

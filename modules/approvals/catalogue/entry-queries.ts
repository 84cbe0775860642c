/** What anyone may ask of the catalogue as a list: answered from memory. */
import { type Handlers, refuse } from '@mashang/kit'
import type { EntryCard, EntryView, entryEndpoints } from '../contract/index.ts'
import { facetsOf } from './cards.ts'
import { countsOf, type Line, linesThatFit } from './entries.ts'
import type { CatalogueInside } from './needs.ts'

const PER_PAGE = 60

export function entryQueries(inside: CatalogueInside): Handlers<typeof entryEndpoints> {
  const { entries, organs } = inside
  return {
    listEntries: async ({ query }) => {
      const ofAll = linesThatFit(await entries.all(), query)
      const fitting = query.organ ? ofAll.filter(({ organ }) => organ.id === query.organ) : ofAll
      const page = query.page ?? 1
      const counts: Record<string, number> = {}
      for (const { organ } of ofAll) counts[organ.id] = (counts[organ.id] ?? 0) + 1
      return {
        entries: fitting.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(cardOf),
        total: fitting.length,
        page,
        pages: Math.ceil(fitting.length / PER_PAGE),
        organs: facetsOf(counts, organs),
      }
    },
    countEntries: async () => countsOf(await entries.all()),
    getEntry: async ({ params: { code } }) => {
      const lines = await entries.all()
      const line = lines.find((one) => one.code === code)
      return line ? viewOf(inside, line, lines) : refuse('entry-not-found', { facts: { code } })
    },
  }
}

function cardOf({ basis: _, themes: __, bare: ___, ...card }: Line): EntryCard {
  return card
}

function viewOf({ organs, themes }: CatalogueInside, line: Line, lines: readonly Line[]): EntryView {
  const organ = organs.get(line.organ.id)
  const whole = lines.find(({ code }) => code === line.partOf)
  const other = ({ code, name, guide }: Line) => ({ code, name, guide })
  return {
    ...cardOf(line),
    basis: [...line.basis],
    themes: line.themes.flatMap((id) => themes.get(id) ?? []),
    organ: {
      ...line.organ,
      office: organ?.['approval-office'] ?? { zh: '—' },
      phone: organ?.phone ?? '—',
      address: organ?.address ?? { zh: '—' },
    },
    ...(whole ? { whole: other(whole) } : {}),
    situations: lines.filter(({ partOf }) => partOf === (line.partOf ?? line.code)).map(other),
  }
}

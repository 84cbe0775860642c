/** Lists of projects, from summary rows alone. */
import type { Text } from '@mashang/flow'
import type { Handlers, Who } from '@mashang/kit'
import { type Selectable, sql } from 'kysely'
import type { ProjectRow, PublicProject, projectsEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { ProjectTable } from '../store/tables.ts'

type Lists = Pick<
  Handlers<typeof projectsEndpoints>,
  'listPublicProjects' | 'listMyProjects' | 'listProjects'
>
type Row = Selectable<ProjectTable>

const PAGE = 20

export function lists(inside: Inside): Lists {
  return {
    listPublicProjects: ({ query }) => listPublic(inside, query),
    listMyProjects: async ({ who }) => {
      const rows = await inside.db
        .selectFrom('project')
        .selectAll()
        .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
        .orderBy('id', 'desc')
        .limit(200)
        .execute()
      return { projects: await rowsOf(inside, rows) }
    },
    listProjects: async ({ who, query }) => ({
      projects: await rowsOf(inside, await findForDesk(inside, who, query)),
      stages: [...inside.stages.stages],
    }),
  }
}

/** What the public may read of: neither secret nor taken back. Every public query of the module begins here. */
export function publicProjects({ db }: Pick<Inside, 'db'>) {
  return db.selectFrom('project').where('secret', '=', false).where('status', '<>', 'withdrawn')
}

async function listPublic(inside: Inside, asked: { text?: string; stage?: string; page?: number }) {
  const page = asked.page ?? 1
  const text = asked.text?.trim()
  let found = publicProjects(inside)
  if (text)
    found = found.where((on) =>
      on.or([
        on('name', 'like', `%${escaped(text)}%`),
        on('code', '=', text),
        on('owner', 'like', `%${escaped(text)}%`),
      ]),
    )
  const counts = await found
    .select((on) => ['stage', on.fn.countAll<string>().as('count')])
    .groupBy('stage')
    .execute()
  if (asked.stage) found = found.where('stage', '=', asked.stage)
  const rows = await found
    .selectAll()
    .orderBy('id', 'desc')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  const countOf = (id: string) => Number(counts.find(({ stage }) => stage === id)?.count ?? 0)
  const total = asked.stage ? countOf(asked.stage) : counts.reduce((sum, { count }) => sum + Number(count), 0)
  return {
    projects: rows.map((row) => publicProjectOf(inside, row)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    stages: inside.stages.stages.map(({ id, name }) => ({ id, name, count: countOf(id) })),
  }
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

/** own-organ: those that concern the reader's office; a supervisor sees all that are not secret. */
function findForDesk(inside: Inside, who: Who, asked: { text?: string; stage?: string }): Promise<Row[]> {
  if (who.kind !== 'staff') return Promise.resolve([])
  const { organ, roles } = who
  const oversees = roles.includes('supervisor')
  const inOffice = roles.some((role) => role !== 'supervisor')
  let found = inside.db
    .selectFrom('project')
    .selectAll()
    .where((on) =>
      on.or([
        ...(inOffice ? [sql<boolean>`organs @> array[${organ}]::text[]`] : []),
        ...(oversees ? [on('secret', '=', false)] : []),
      ]),
    )
  const text = asked.text?.trim()
  if (text)
    found = found.where((on) =>
      on.or([on('name', 'like', `%${escaped(text)}%`), on('code', 'like', `${escaped(text)}%`)]),
    )
  if (asked.stage) found = found.where('stage', '=', asked.stage)
  return found.orderBy('id', 'desc').limit(200).execute()
}

async function rowsOf(inside: Inside, rows: readonly Row[]): Promise<ProjectRow[]> {
  const counts = rows.length === 0 ? [] : await countApplications(inside, rows)
  return rows.map((row) => ({
    id: row.id,
    code: row.code ?? undefined,
    name: row.name,
    owner: row.owner,
    kind: optionOf(inside, 'kind', row.kind),
    district: districtOf(inside, row.region),
    investment: Number(row.investment),
    floorArea: row.floor_area,
    secret: row.secret,
    stage: stageRef(inside, row.stage),
    status: row.status,
    registeredAt: row.registered_at.toISOString(),
    applications: Number(counts.find(({ project_id }) => project_id === row.id)?.count ?? 0),
  }))
}

function countApplications({ db }: Inside, rows: readonly Row[]) {
  return db
    .selectFrom('application')
    .select((on) => ['project_id', on.fn.countAll<string>().as('count')])
    .where(
      'project_id',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy('project_id')
    .execute()
}

export function publicProjectOf(inside: Inside, row: Row): PublicProject {
  const { stages } = inside.stages
  return {
    code: row.code ?? '',
    name: row.name,
    owner: row.owner,
    kind: optionOf(inside, 'kind', row.kind),
    industry: optionOf(inside, 'industry', row.industry),
    district: districtOf(inside, row.region),
    investment: Number(row.investment),
    floorArea: row.floor_area,
    stage: {
      ...stageRef(inside, row.stage),
      number: stages.findIndex(({ id }) => id === row.stage) + 1,
      of: stages.length,
    },
    status: row.status,
    registeredAt: row.registered_at.toISOString(),
  }
}

function stageRef({ stages }: Inside, id: string): { id: string; name: Text } {
  return { id, name: stages.stages.find((stage) => stage.id === id)?.name ?? { zh: id } }
}

function optionOf({ stages }: Inside, field: string, value: string): Text {
  const options = stages.fields.find(({ id }) => id === field)?.options ?? []
  return options.find((option) => option.value === value)?.label ?? { zh: value }
}

function districtOf(inside: Inside, region: string): string {
  return inside.regionNames(region.slice(0, 6))?.at(-1) ?? ''
}

import { actorOf, checkProjectCode, isRefusal } from '@mashang/kit'
import type { Entry, Subscriber } from '@mashang/store'
import { addEntries } from '../commands/follow.ts'
import type { ProjectOutcome } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { aMaterialNamedLaterIsNotOnTheList } from '../rules/guidance.ts'
import { stageOfItem } from '../rules/stages.ts'
import { findCase } from '../store/cases.ts'

/** How an entry of an application ends it, where it does. */
const ENDS: Readonly<Record<string, (content: { readonly outcome?: unknown }) => ProjectOutcome>> = {
  decided: ({ outcome }) => (outcome === 'grant' ? 'granted' : 'refused'),
  declined: () => 'declined',
  'found-not-needed': () => 'not-needed',
  withdrawn: () => 'withdrawn',
  // The stage goes on with the case it was merged into.
  merged: () => 'withdrawn',
}

const FOLLOWER = actorOf({ kind: 'system', id: 'projects' })

/** Follows the applications that carry a project's code, and how they end; at least once, and twice is once. */
export function followApplications(inside: Inside): Subscriber {
  return {
    name: 'projects.follow-applications',
    streams: ['application'],
    kinds: ['submitted', 'correction-requested', 'merge-undone', ...Object.keys(ENDS)],
    handle: (entry) => {
      if (entry.kind === 'submitted') return join(inside, entry)
      if (entry.kind === 'merge-undone') return resume(inside, entry)
      return entry.kind === 'correction-requested' ? countLater(inside, entry) : conclude(inside, entry)
    },
  }
}

interface Submitted {
  readonly number: string
  readonly item: { readonly code: string }
  readonly form: Readonly<Record<string, unknown>>
}

async function join(inside: Inside, { caseId, at, content }: Entry): Promise<void> {
  const { number, item, form } = content as Submitted
  const project = await findProjectOf(inside, form)
  if (!project) return
  const definition = await inside.findItem(item.code)
  await addEntries(inside, project, FOLLOWER, ({ applications }) =>
    applications.some(({ application }) => application === caseId)
      ? []
      : [
          {
            kind: 'application-joined',
            content: {
              application: caseId,
              number,
              item: item.code,
              organ: definition?.organ ?? '',
              stage: stageOfItem(inside.stages, item.code)?.id,
              submittedAt: at,
            },
          },
        ],
  )
}

/** The project whose code stands in a form. */
async function findProjectOf({ db }: Inside, form: Submitted['form']): Promise<string | undefined> {
  const codes = Object.values(form).flatMap((value) => {
    const checked = typeof value === 'string' && value.length >= 20 ? checkProjectCode(value) : undefined
    return checked && !isRefusal(checked) ? [checked.code] : []
  })
  if (codes.length === 0) return undefined
  const row = await db.selectFrom('project').select('id').where('code', 'in', codes).executeTakeFirst()
  return row?.id
}

/** 一次告知: a correction that asks for a material which the list of the project left out is counted. */
async function countLater(inside: Inside, { caseId, content }: Entry): Promise<void> {
  const row = await inside.db
    .selectFrom('application')
    .select('project_id')
    .where('application_id', '=', caseId)
    .executeTakeFirst()
  const found = row && (await findCase(inside, row.project_id))
  const joined = found?.project.applications.find(({ application }) => application === caseId)
  const item = joined && (await inside.findItem(joined.item))
  if (!row || !joined || !item) return
  const { points } = content as { readonly points: readonly { target: string; what: string }[] }
  const named = points.flatMap(({ target, what }) => {
    const material = item.materials.find(({ id }) => target === `materials.${id}`)
    return material ? [{ material: material.name.zh, reason: what }] : []
  })
  await addEntries(inside, row.project_id, FOLLOWER, (project) =>
    named
      .filter(({ material }) => aMaterialNamedLaterIsNotOnTheList(project, material) === undefined)
      .map(({ material, reason }) => ({
        kind: 'material-named-later' as const,
        content: { organ: joined.organ, material, reason, application: caseId, number: joined.number },
      })),
  )
}

async function conclude(inside: Inside, { caseId, kind, at, content }: Entry): Promise<void> {
  const row = await inside.db
    .selectFrom('application')
    .select('project_id')
    .where('application_id', '=', caseId)
    .executeTakeFirst()
  const outcome = ENDS[kind]?.(content as { outcome?: unknown })
  if (!row || !outcome) return
  await addEntries(inside, row.project_id, FOLLOWER, ({ applications }) =>
    applications.some(({ application, outcome: known }) => application === caseId && known === undefined)
      ? [{ kind: 'application-concluded', content: { application: caseId, outcome, at } }]
      : [],
  )
}

/** An undone merge: the application is not over after all. */
async function resume(inside: Inside, { caseId }: Entry): Promise<void> {
  const row = await inside.db
    .selectFrom('application')
    .select('project_id')
    .where('application_id', '=', caseId)
    .executeTakeFirst()
  if (!row) return
  await addEntries(inside, row.project_id, FOLLOWER, ({ applications }) =>
    applications.some(({ application, outcome }) => application === caseId && outcome !== undefined)
      ? [{ kind: 'application-resumed', content: { application: caseId } }]
      : [],
  )
}

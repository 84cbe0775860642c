/**
 * Loads a case and writes to it: entries and summary in one transaction, on the revision that was seen.
 */
import { type FormValues, firstStep, type ServiceItem } from '@mashang/flow'
import { type Actor, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { Alongside, Append, Entry, NewEntry } from '@mashang/store'
import type { Inside } from '../inside.ts'
import { type Application, applicationOf } from '../rules/application.ts'
import type { Reckoning } from '../rules/time-limit.ts'
import { saveAnnouncements } from './announcement-rows.ts'
import { saveAsked } from './asked-rows.ts'
import { saveSummary, summaryOf } from './project.ts'
import { appendWithPlaces } from './quota-ledger.ts'

/** A case as it stands, with the version of the definition that it is pinned to. */
export interface Case {
  readonly id: string
  readonly application: Application
  readonly item: ServiceItem
  readonly entries: readonly Entry[]
}

export function reckoningOf(inside: Pick<Inside, 'city' | 'clock'>): Reckoning {
  return { calendar: inside.city.calendar, limits: inside.city.limits, now: inside.clock.now() }
}

/** Loads a case; undefined when there is none of this id. */
export async function findCase(inside: Inside, id: string): Promise<Case | undefined> {
  const entries = await inside.journal.read('application', id)
  const first = entries[0]
  if (!first) return undefined
  const { code, version } = (first.content as { item: { code: string; version: number } }).item
  const item = await inside.catalogue.getVersion(code, version)
  return caseOf(id, entries, item)
}

/** Folds what was read into a case. */
export function caseOf(id: string, entries: readonly Entry[], item: ServiceItem): Case | undefined {
  const application = applicationOf(entries, (form: FormValues) => firstStep(item, form).id)
  const organ = application?.handling?.organ
  // A case that was transferred is its new organ's in everything: who handles it, whose seal its documents bear.
  return application && { id, application, item: organ ? { ...item, organ } : item, entries }
}

const SYSTEM: Actor = { kind: 'system', id: 'approvals', name: '' }

export interface Write {
  readonly before: Case
  readonly entries: readonly NewEntry[]
  readonly actor: Actor
  readonly alongside?: readonly Alongside[]
  readonly once?: {
    readonly key: string
    readonly bodyDigest: string
    readonly answer: (after: Case) => unknown
  }
}

/** Appends to a case that was loaded; answers with the case after it, or `case-changed` when somebody was faster. */
export async function writeCase(inside: Inside, write: Write): Promise<Case | Refusal> {
  if (write.entries.length === 0) return write.before
  const written = await writeCases(inside, [write])
  return isRefusal(written) ? written : (written[0] ?? write.before)
}

/** The same for several cases at once: all or none. */
export async function writeCases(
  inside: Inside,
  writes: readonly Write[],
): Promise<readonly Case[] | Refusal> {
  const prepared = writes.map((write) => prepare(inside, write))
  const [first] = writes
  const appended = await appendWithPlaces(
    inside,
    prepared.map(({ append }) => append),
    prepared,
    first?.actor ?? SYSTEM,
  )
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'repeated')
    return Promise.all(writes.map(({ before }) => getCase(inside, before.id)))
  return prepared.map(({ after, before }) => ({
    ...after,
    entries: [...before.entries, ...appended.entries.filter(({ caseId }) => caseId === after.id)],
  }))
}

/** The case as it will be, and what is appended for that. */
function prepare(inside: Inside, write: Write): { before: Case; after: Case; append: Append } {
  const { before, actor } = write
  const at = inside.clock.now().toISOString()
  const news = write.entries.map((entry, index) => ({
    ...entry,
    caseId: before.id,
    stream: 'application',
    revision: before.application.revision + index + 1,
    at,
    actor,
    salt: '',
    digest: '',
  }))
  const after = caseOf(before.id, [...before.entries, ...news], before.item)
  if (!after) throw new Error('a case that was loaded cannot vanish')
  const summary = summaryOf(after.id, after.application, after.item, reckoningOf(inside))
  const append: Append = {
    stream: 'application',
    caseId: before.id,
    expected: before.application.revision,
    at,
    actor,
    entries: write.entries,
    alongside: [
      saveSummary(inside.db, summary),
      ...saveAsked(inside.db, summary, after.application, after.item),
      ...saveAnnouncements(inside.db, after.id, after.application, summary.organ),
      ...(write.alongside ?? []),
    ],
    once: write.once && { ...write.once, answer: write.once.answer(after) },
  }
  return { before, after, append }
}

/** A case that must be there. */
export async function getCase(inside: Inside, id: string): Promise<Case> {
  const found = await findCase(inside, id)
  if (!found) throw new Error(`there is no application ${id}`)
  return found
}

/** Refuses a command that rests on an older state than the one there. */
export function refuseUnlessSeen(found: Case, expected: number | undefined): Refusal | undefined {
  const { revision } = found.application
  return expected === undefined || expected === revision
    ? undefined
    : refuse('case-changed', { facts: { caseId: found.id, expected, actual: revision } })
}

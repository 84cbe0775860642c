/**
 * The module on a test's own database: real store, real log, applications as approvals would answer for them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  actorOf,
  type Calendar,
  type Client,
  isRefusal,
  type StaffRole,
  uuidv7,
  type Who,
} from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { hallEndpoints } from '../contract/index.ts'
import { createHall, type Hall, type HallNeeds, hallMigrations } from '../index.ts'
import type { ServedFacts } from '../inside.ts'

export type HallClient = Client<typeof hallEndpoints>

export interface TestHall {
  readonly hall: Hall
  readonly store: Store
  readonly clock: { now(): Date; set(instant: string): void }
  /** What was sent to whom. */
  readonly told: { readonly person: string; readonly words: string }[]
  as(who: Who): HallClient
  aCitizen(name?: string): Extract<Who, { kind: 'citizen' }>
  aStaffMember(organ: string, roles: readonly StaffRole[]): Extract<Who, { kind: 'staff' }>
  /** A case as approvals would answer for it, and an entry of its stream. */
  aCase(of: Who, change?: Partial<ServedFacts>): Promise<ServedFacts>
  /** Sequences the journal and lets the subscriber catch up, as the worker does. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function testHall(
  city: Pick<HallNeeds, 'organs' | 'law'> & { readonly calendar: Calendar },
  start = '2026-11-24T02:00:00.000Z',
): Promise<TestHall> {
  const database = await testDatabase({ migrations: [hallMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-hall-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [hallMigrations],
  })
  const log = createLog({ db: store.db, key: await loadLogKey({ folder, origin: 'mashang.test/log' }) })
  let at = new Date(start)
  const clock = {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant)
    },
  }
  const cases = new Map<string, ServedFacts>()
  const names = new Map<string, string>()
  const told: { person: string; words: string }[] = []
  const hall = createHall({
    ...city,
    db: store.db,
    journal: store.journal,
    clock,
    publicUrl: 'https://mashang.test',
    findServed: async (ids) => ids.flatMap((id) => cases.get(id) ?? []),
    mayOpenCase: async (who, id) =>
      who.kind === 'staff' && (who.roles.includes('window-clerk') || cases.get(id)?.organ === who.organ),
    personOf: async (id, { who, application }) => {
      await store.journal.recordLook({
        ...{ actor: actorOf(who), at: at.toISOString(), caseId: application },
        ...{ what: 'person', reason: 'rating-follow-up' },
      })
      return { name: names.get(id) ?? '', phone: '13800000001' }
    },
    tellHolder: async (person, words) => told.push({ person, words }),
  })
  return {
    hall,
    store,
    clock,
    told,
    as: (who) => clientAs(hall.handlers, who),
    aCitizen: (name = '王小海') => {
      const id = uuidv7()
      names.set(id, name)
      return { kind: 'citizen', id, name, session: 'test' }
    },
    aStaffMember,
    aCase: async (of, change = {}) => {
      const facts = { ...aServedCase(of, at), ...change }
      cases.set(facts.id, facts)
      await submit(store, facts.id, at)
      return facts
    },
    settle: async () => {
      await log.sequencer.sequence()
      await deliverAll(store.db, hall.subscribers)
    },
    close: async () => {
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Store = Awaited<ReturnType<typeof openStore>>

async function submit({ journal }: Store, caseId: string, at: Date): Promise<void> {
  const appended = await journal.append({
    ...{ stream: 'application', caseId, expected: 0, at: at.toISOString() },
    actor: actorOf({ kind: 'system', id: 'test' }),
    entries: [{ kind: 'submitted', content: { channel: 'window' } }],
  })
  if (isRefusal(appended)) throw new Error(appended.code)
}

function aServedCase(of: Who, at: Date): ServedFacts {
  const id = uuidv7()
  return {
    id,
    number: `210200-2026-${id.slice(-6)}`,
    item: { code: '2102-TY-XK-0001', name: { zh: '风筝放飞许可', en: 'Kite-flying permit' } },
    organ: 'sports-bureau',
    personId: of.kind === 'citizen' ? of.id : '',
    concludedAt: at.toISOString(),
    visits: [],
  }
}

function aStaffMember(organ: string, roles: readonly StaffRole[]): Extract<Who, { kind: 'staff' }> {
  return { kind: 'staff', id: uuidv7(), name: '周监察', organ, roles, session: 'test' }
}

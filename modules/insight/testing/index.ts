/**
 * The module on a test's own database: real store, real log, cases as approvals would answer for them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Organ } from '@mashang/flow'
import { type Calendar, type Client, isRefusal, type StaffRole, uuidv7, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { insightEndpoints } from '../contract/index.ts'
import { createInsight, type Insight, insightMigrations } from '../index.ts'
import type { CaseFacts } from '../inside.ts'

export interface TestInsight {
  readonly insight: Insight
  readonly store: Awaited<ReturnType<typeof openStore>>
  as(who: Who): Client<typeof insightEndpoints>
  /** A case as it is now: what approvals would answer, and an entry of its stream. */
  put(facts: Partial<CaseFacts>): Promise<CaseFacts>
  /** Sequences the journal and lets the subscriber catch up, as the worker does. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function testInsight(
  calendar: Calendar,
  organs: readonly Organ[],
  now = '2026-11-24T02:00:00.000Z',
): Promise<TestInsight> {
  const database = await testDatabase({ migrations: [insightMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-insight-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [insightMigrations],
  })
  const log = createLog({ db: store.db, key: await loadLogKey({ folder, origin: 'mashang.test/log' }) })
  const cases = new Map<string, CaseFacts>()
  const insight = createInsight({
    db: store.db,
    journal: store.journal,
    clock: { now: () => new Date(now) },
    calendar,
    organs,
    documents: { render: async () => new TextEncoder().encode('%PDF-') },
    centre: { zh: '大连市公共行政服务中心', en: 'Public Service Centre of Dalian' },
    findCaseFacts: async (ids) => ids.flatMap((id) => cases.get(id) ?? []),
    countRatings: async (organ) =>
      organ === 'sports-bureau'
        ? { asked: 4, rated: 2, satisfaction: 50, bad: 1 }
        : { asked: 0, rated: 0, bad: 0 },
    countFollowUps: async (organ) =>
      organ === 'sports-bureau' ? { open: 1, overdue: 1 } : { open: 0, overdue: 0 },
    findCheckpoint: () => log.reader.findCheckpoint(),
  })
  return {
    insight,
    store,
    as: (who) => clientAs(insight.handlers, who),
    put: async (change) => {
      const id = change.id ?? uuidv7()
      const before = cases.get(id)
      const facts = { ...aCase(id), ...before, ...change, id, revision: (before?.revision ?? 0) + 1 }
      cases.set(id, facts)
      const appended = await store.journal.append({
        stream: 'application',
        caseId: id,
        expected: facts.revision - 1,
        at: facts.receivedAt,
        actor: { kind: 'system', id: 'test', name: 'test' },
        entries: [{ kind: facts.revision === 1 ? 'submitted' : 'accepted', content: {} }],
      })
      if (isRefusal(appended)) throw new Error(appended.code)
      return facts
    },
    settle: async () => {
      await log.sequencer.sequence()
      await deliverAll(store.db, insight.subscribers)
    },
    close: async () => {
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function aCase(id: string): CaseFacts {
  return {
    id,
    revision: 0,
    number: `210200-2026-11-${id.slice(-6)}`,
    organ: 'sports-bureau',
    item: { code: '2102-TY-XK-0001', name: { zh: '风筝放飞许可', en: 'Kite-flying permit' } },
    status: 'submitted',
    receivedAt: '2026-11-02T02:00:00.000Z',
    steps: [],
    stops: [],
    cards: [],
  }
}

export function aStaffMember(organ: string, roles: readonly StaffRole[]): Extract<Who, { kind: 'staff' }> {
  return { kind: 'staff', id: uuidv7(), name: '周监察', organ, roles, session: 'test' }
}

/** The module on a test's own database: real store, a demonstration's counter, cases put in by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fee } from '@mashang/flow'
import { type Client, type StaffRole, uuidv7, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { Kysely } from 'kysely'
import type { feesEndpoints } from '../contract/index.ts'
import { createDemoProvider, type DemoProvider } from '../demo/demo-provider.ts'
import { createFees, type Fees, feesMigrations } from '../index.ts'
import type { FeeCase, FeePaper, PaperToIssue } from '../inside.ts'
import type { FeesTables } from '../store/tables.ts'

type FeesClient = Client<typeof feesEndpoints>

export interface TestFees {
  readonly fees: Fees
  readonly clock: { now(): Date; set(instant: string): void }
  readonly store: Awaited<ReturnType<typeof openStore>>
  /** The counter, to send callbacks as it would. */
  readonly counter: DemoProvider
  /** Papers that were issued, in order. */
  readonly papers: readonly PaperToIssue<FeePaper>[]
  /** What payers were told, in order. */
  readonly told: readonly { readonly personId: string; readonly words: string }[]
  put(feeCase: FeeCase): void
  as(who: Who): FeesClient
  aStaffMember(roles: readonly StaffRole[], organ?: string, name?: string): Extract<Who, { kind: 'staff' }>
  settle(): Promise<void>
  close(): Promise<void>
}

const KEY = new Uint8Array(32).fill(7)

/** A fee of ¥90.00 that is given back when the case is withdrawn. */
const A_FEE: Fee = {
  name: { zh: '风筝放飞许可费', en: 'Kite fee' },
  amount: 9000,
  due: 'before-decision',
  refunds: [{ after: 'withdrawn', percent: 80 }],
  standard: { zh: '每件 90 元。', en: '90 yuan each.' },
  basis: { law: '风筝条例', article: '第三条' },
}

/** An accepted case that owes ¥90.00. */
export function aFeeCase(changes: Partial<FeeCase> = {}): FeeCase {
  return {
    id: uuidv7(),
    number: '210200-261123-000001-4',
    item: { code: '2102-TY-XK-0001', name: { zh: '风筝放飞许可', en: 'Kite-flying permit' } },
    organ: 'sports-bureau',
    fees: [A_FEE],
    online: true,
    form: {},
    payer: { personId: uuidv7(), name: '王小明', kind: 'person' },
    status: 'under-review',
    acceptedAt: '2026-11-23T02:00:00.000Z',
    ...changes,
  }
}

export async function testFees(start = '2026-11-23T02:00:00.000Z'): Promise<TestFees> {
  const database = await testDatabase({ migrations: [feesMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-fees-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [feesMigrations],
  })
  const log = createLog({ db: store.db, key: await loadLogKey({ folder, origin: 'mashang.test/log' }) })
  let at = new Date(start)
  const clock = {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant)
    },
  }
  const cases = new Map<string, FeeCase>()
  const papers: PaperToIssue<FeePaper>[] = []
  const told: { personId: string; words: string }[] = []
  const fees = createFees({
    db: store.db,
    journal: store.journal,
    clock,
    city: {
      collector: { zh: '政务服务中心' },
      'how-to-pay': [{ zh: '网上' }, { zh: '窗口' }],
      'order-minutes': 30,
      receipt: { prefix: '210101', basis: { law: '财政票据管理办法' } },
      basis: { law: '行政许可法', article: '第五十九条' },
      refund: { basis: { law: '政府非税收入管理办法' } },
    },
    organs: [],
    online: { demoKey: KEY },
    findCase: async (id) => cases.get(id),
    issuePaper: async (paper) => {
      papers.push(paper as unknown as PaperToIssue<FeePaper>)
    },
    tellPayer: async (personId, words) => told.push({ personId, words }),
  })
  return {
    fees,
    clock,
    store,
    papers,
    told,
    counter: createDemoProvider((store.db as Kysely<FeesTables>).withSchema('fees'), KEY),
    put: (feeCase) => {
      cases.set(feeCase.id, feeCase)
    },
    as: (who) => clientAs(fees.handlers, who),
    aStaffMember: (roles, organ = 'data-bureau', name = '李收费') => ({
      kind: 'staff',
      id: uuidv7(),
      name,
      organ,
      roles,
      session: 'test',
    }),
    settle: async () => {
      await log.sequencer.sequence()
      await deliverAll(store.db, fees.subscribers)
    },
    close: async () => {
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

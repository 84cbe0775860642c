/** The city of the tests of bundles: bundles and approvals together, as the server composes them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createModules, MIGRATIONS, type Modules, readConfig } from '@mashang/server'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import { createLogger } from '../apps/server/index.ts'
import type { approvalsEndpoints } from '../modules/approvals/contract/index.ts'
import { datedValues } from '../modules/approvals/index.ts'
import { anUpload, aPdf } from '../modules/approvals/testing/index.ts'
import type { bundlesEndpoints } from '../modules/bundles/contract/index.ts'
import {
  type Client,
  idCardOf,
  isRefusal,
  legalDayOf,
  type Refusal,
  type StaffRole,
  type Who,
} from '../packages/kit/index.ts'
import { clientAs } from '../packages/kit/testing/index.ts'

export const SHOP = { uscc: '91350100M000100Y43', name: '大连海味小馆餐饮有限公司' }
export const RESTAURANT = { registered: true, area: 120, tobacco: true, sign: false }

export let modules: Modules
export let close: () => Promise<void>
export let settle: () => Promise<void>
export let database: Awaited<ReturnType<typeof openStore>>['db']
export let at = new Date('2026-11-23T02:00:00.000Z')
export let owner: Who
let people = 0

/** Opens the city on a database of the test's own; a file of tests has one. */
export async function openCity(): Promise<void> {
  const test = await testDatabase({ migrations: MIGRATIONS })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-bundles-'))
  const store = await openStore({ dataFolder: folder, databaseUrl: test.url, migrations: MIGRATIONS })
  const config = readConfig({ DATA: folder, DEMO: 'true', DATABASE_URL: test.url })
  const log = createLogger('silent')
  const key = await loadLogKey({ folder, origin: 'bundles.test/log' })
  const publicLog = createLog({ db: store.db, key })
  database = store.db
  modules = await createModules({ config, store, publicLog, log, clock: { now: () => at } })
  settle = async () => {
    for (let round = 0; round < 3; round++) {
      await publicLog.sequencer.sequence()
      await deliverAll(store.db, modules.subscribers)
    }
  }
  close = async () => {
    await modules.close()
    await store.close()
    await test.drop()
    await rm(folder, { recursive: true, force: true })
  }
  owner = await aFounder()
}

export function setTime(instant: Date): void {
  at = instant
}

export const bundles = (who: Who): Client<typeof bundlesEndpoints> => clientAs(modules.bundles.handlers, who)
export const approvals = (who: Who): Client<typeof approvalsEndpoints> =>
  clientAs(modules.approvals.handlers, who)

export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

export async function aFounder(): Promise<Who> {
  const visitor = clientAs(modules.identity.handlers, { kind: 'anonymous' })
  people += 1
  const phone = `1380000002${people}`
  granted(await visitor.sendCode({ input: { phone, purpose: 'sign-up' } }))
  const [message] = granted(await visitor.listDemoMessages({})).messages
  const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  const idCard = idCardOf(`2102021988030710${people}`)
  const person = { phone, code, name: '王小明', idCard, password: 'Mashang-2026' }
  const me = granted(await visitor.signUp({ input: person }))
  const who: Who = { kind: 'citizen', id: me.id, name: '王小明', session: 's' }
  granted(await clientAs(modules.identity.handlers, who).addEnterprise({ input: SHOP }))
  return who
}

export function aDesk(code: string) {
  const organ = modules.profile.items.find(({ item }) => item.code === code)?.item.organ ?? ''
  const roles: StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']
  return approvals({ kind: 'staff', id: `desk-${organ}`, name: '李承办', organ, roles, session: 's' })
}

/** Fills in everything by the items' own examples, and uploads what is missing. */
export async function fill(id: string, who: Who = owner): Promise<void> {
  const me = bundles(who)
  const params = { id, sheet: 'main' as const }
  const sheet = granted(await me.getBundleSheet({ params }))
  const codes = sheet.items.map(({ code }) => code)
  const examples = modules.profile.items
    .filter(({ item }) => codes.includes(item.code))
    .map(({ item }) => datedValues(item.examples?.[0]?.given ?? {}, legalDayOf(at)))
  const answers: Record<string, unknown> = {
    ...Object.assign({}, ...examples),
    premises: { region: '210203011003', detail: '唐山街 1 号 1 层' },
    responsible: '王小海',
    ...sheet.answers,
  }
  const keys = sheet.questions.map(({ field }) => field.id)
  for (const key of Object.keys(answers)) if (!keys.includes(key)) delete answers[key]
  const begun = granted(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { field, error } of begun.questions)
    if (error) answers[field.id] = field.options?.[0]?.value ?? field.example
  const filled = granted(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { key, missing } of filled.materials)
    if (missing)
      granted(
        await me.addBundleFile({
          params: { ...params, material: key },
          upload: anUpload(`${key}.pdf`, aPdf(key)),
        }),
      )
}

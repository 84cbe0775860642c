/** Assistance and approvals together, as the server composes them: an intake in another's name, and no further. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createModules, MIGRATIONS, type Modules, readConfig } from '@mashang/server'
import { createLog, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../apps/server/index.ts'
import type { approvalsEndpoints } from '../modules/approvals/contract/index.ts'
import { anUpload, aPdf } from '../modules/approvals/testing/index.ts'
import type { assistanceEndpoints } from '../modules/assistance/contract/index.ts'
import { granted, KITE } from '../modules/assistance/testing/index.ts'
import { type Client, idCardOf, uuidv7, type Who } from '../packages/kit/index.ts'
import { clientAs } from '../packages/kit/testing/index.ts'

const FORM = {
  name: '王小明',
  phone: '13800000009',
  land: 'public',
  site: { region: '210202001002', detail: '人民路 1 号' },
  day: '2026-12-20',
  'line-length': 80,
  night: false,
}
const HELPER: Who = {
  ...{ kind: 'staff', id: uuidv7(), name: '宋帮办', organ: 'data-bureau', session: 'test' },
  roles: ['assistant'],
}

let modules: Modules
let close: () => Promise<void>
let principal: Extract<Who, { kind: 'citizen' }>
const approvals = (who: Who): Client<typeof approvalsEndpoints> => clientAs(modules.approvals.handlers, who)
const help = (who: Who): Client<typeof assistanceEndpoints> => clientAs(modules.assistance.handlers, who)

beforeAll(async () => {
  const database = await testDatabase({ migrations: MIGRATIONS })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-mandates-'))
  const store = await openStore({ dataFolder: folder, databaseUrl: database.url, migrations: MIGRATIONS })
  const config = readConfig({ DATA: folder, DEMO: 'true', DATABASE_URL: database.url })
  const key = await loadLogKey({ folder, origin: 'mandates.test/log' })
  const publicLog = createLog({ db: store.db, key })
  const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') }
  modules = await createModules({ config, store, publicLog, log: createLogger('silent'), clock })
  close = async () => {
    await modules.close()
    await store.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  principal = await aCitizen()
})
afterAll(() => close())

async function aCitizen(): Promise<Extract<Who, { kind: 'citizen' }>> {
  const visitor = clientAs(modules.identity.handlers, { kind: 'anonymous' })
  const phone = '13800000009'
  granted(await visitor.sendCode({ input: { phone, purpose: 'sign-up' } }))
  const [message] = granted(await visitor.listDemoMessages({})).messages
  const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  const account = {
    phone,
    code,
    name: '王小明',
    idCard: idCardOf('21020219880307102'),
    password: 'Kites-2026',
  }
  const me = granted(await visitor.signUp({ input: account }))
  return { kind: 'citizen', id: me.id, name: me.name, session: 'test' }
}

async function aMandate(): Promise<string> {
  const input = { kind: 'agency', item: KITE, circumstance: 'elderly', text: '不会填表' } as const
  const { id } = granted(await help(principal).requestHelp({ input }))
  const params = { id }
  granted(await help(HELPER).takeHelp({ params, input: {} }))
  granted(await help(HELPER).offerMandate({ params, input: { from: '2026-11-23', to: '2026-12-22' } }))
  granted(await help(principal).signMandate({ params, input: { name: '王小明' } }))
  return id
}

describe('an intake in the name of another', () => {
  it('is refused without a mandate, with the article', async () => {
    const input = { item: KITE, person: principal.id, applicant: { kind: 'person' } } as const
    expect(await approvals(HELPER).openIntake({ input })).toMatchObject({
      code: 'mandate-missing',
      rule: 'anAgentActsOnlyWithinTheMandate',
      article: '民法典 第一百七十一条',
    })
  })

  it('is handed in under one, and the case says by whom and under which mandate', async () => {
    const id = await aMandate()
    const { draft } = granted(await help(HELPER).openMandatedIntake({ params: { id }, input: {} }))
    const params = { id: draft }
    const desk = approvals(HELPER)
    granted(await desk.saveIntake({ params, input: { form: FORM } }))
    const plan = { ...params, material: 'plan' }
    granted(await desk.addIntakeFile({ params: plan, upload: anUpload('方案.pdf', aPdf('plan')) }))
    for (const refused of [
      await desk.markIntakeMaterial({ params: plan, input: { mark: 'seen', is: true } }),
      await desk.submitIntake({ params, input: { outcome: { kind: 'accept' } } }),
    ])
      expect(refused).toMatchObject({ code: 'agent-does-not-decide' })
    const taken = granted(await desk.submitIntake({ params, input: { outcome: { kind: 'receive' } } }))
    const mine = granted(await approvals(principal).getApplication({ params: { id: taken.id } }))
    expect(mine.applicant.name).toBe('王小明')
    expect(mine.journal.map(({ detail }) => detail ?? '').join()).toMatch(
      /宋帮办代申请人提交（委托书 BB\d+）/,
    )
  })

  it('is out of reach once the mandate is revoked', async () => {
    const id = await aMandate()
    const { draft } = granted(await help(HELPER).openMandatedIntake({ params: { id }, input: {} }))
    const desk = approvals(HELPER)
    expect(granted(await desk.listIntakes({})).intakes).toHaveLength(1)
    const ended = await help(principal).listMyHelp({ query: {} })
    for (const { id: one, mandated } of granted(ended).requests)
      if (mandated)
        granted(await help(principal).revokeMandate({ params: { id: one }, input: { reason: '自己办' } }))
    const params = { id: draft }
    for (const refused of [
      await desk.getIntake({ params }),
      await desk.saveIntake({ params, input: { form: FORM } }),
      await desk.submitIntake({ params, input: { outcome: { kind: 'receive' } } }),
    ])
      expect(refused).toMatchObject({ code: 'mandate-revoked', article: '民法典 第一百七十三条' })
    expect(granted(await desk.listIntakes({})).intakes).toEqual([])
  })
})

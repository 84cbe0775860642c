import { isRefusal, type Who } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aPdf, aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { apply } from './applying.ts'

const KITE = '2102-TY-XK-0001'
const WHO = { name: '王小明', phone: '13800000001', land: 'public' }
const SITE = { region: '210202001002', detail: '人民路 1 号' }
let office: TestOffice

beforeAll(async () => {
  office = await aTestOffice()
})
afterAll(async () => {
  await office.close()
})

describe('the main journey of an application', () => {
  let citizen: Extract<Who, { kind: 'citizen' }>
  let submitted: { id: string; number: string }

  it('is corrected once, accepted, checked and granted', async () => {
    citizen = office.aCitizen()
    const officer = office.aStaffMember(['handling-officer'])
    const inspector = office.aStaffMember(['inspector'], { name: '赵核查' })
    const head = office.aStaffMember(['approval-head'], { name: '孙主任' })
    const me = office.as(citizen)

    const draft = granted(await me.startDraft({ input: { item: KITE, applicant: { kind: 'person' } } }))
    granted(
      await me.addDraftFile({
        params: { id: draft.id, material: 'plan' },
        upload: anUpload('方案.pdf', aPdf()),
      }),
    )
    const form = { ...WHO, site: SITE, day: '2026-12-20', 'line-length': 400, night: true, lamps: '两盏' }
    granted(await me.saveDraft({ params: { id: draft.id }, input: { form } }))
    submitted = granted(await me.submitDraft({ params: { id: draft.id }, key: 'first' }))
    expect(submitted.number).toMatch(/^210200-261123-\d{6}-\d$/)
    const again = granted(await me.submitDraft({ params: { id: draft.id }, key: 'first' }))
    expect(again).toEqual(submitted)

    const params = { id: submitted.id }
    const desk = office.as(officer)
    const seen = granted(await desk.getCase({ params }))
    expect(seen.actions).toContain('requestCorrection')
    const points = [{ target: 'materials.plan', what: '方案缺少应急措施' }]
    granted(await desk.requestCorrection({ params, input: { expected: 1, points } }))
    const twice = await desk.requestCorrection({ params, input: { expected: 2, points } })
    expect(twice).toMatchObject({
      refused: true,
      code: 'correction-already-asked',
      rule: 'correctionMustBeAskedOnceInFull',
    })

    const unchanged = await me.correctApplication({ params, input: { form: {}, materials: [] } })
    expect(unchanged).toMatchObject({ code: 'correction-leaves-points-open' })
    const file = granted(
      await me.addCorrectionFile({ params, upload: anUpload('方案2.pdf', aPdf('second')) }),
    )
    const materials = [{ material: 'plan', files: [{ digest: file.digest, name: file.name }] }]
    granted(await me.correctApplication({ params, input: { form: {}, materials } }))
    const accepted = granted(await desk.acceptApplication({ params, input: { expected: 3 } }))
    expect(accepted.clocks?.promised.due).toBe('2026-11-30')
    expect(accepted.clocks?.promised.explanation.length).toBeGreaterThan(1)

    granted(await desk.concludeStep({ params, input: { expected: 4, passed: true, findings: '材料齐全' } }))
    const alone = await office
      .as(inspector)
      .concludeStep({ params, input: { expected: 5, passed: true, findings: '符合' } })
    expect(alone).toMatchObject({ code: 'too-few-people-on-site', rule: 'siteCheckNeedsTwoPeople' })
    granted(
      await office.as(inspector).concludeStep({
        params,
        input: { expected: 5, passed: true, findings: '符合', with: ['钱核查'] },
      }),
    )
    const decided = granted(
      await office
        .as(head)
        .decideApplication({ params, input: { expected: 6, outcome: 'grant', reasons: '' } }),
    )
    expect(decided.status).toBe('granted')
  })

  it('ends in a licence that anyone can verify', async () => {
    const me = office.as(citizen)
    const params = { id: submitted.id }
    await office.settle()
    const mine = granted(await me.getApplication({ params }))
    expect(mine.documents.map((one) => one.kind)).toEqual([
      'material-receipt',
      'correction-notice',
      'acceptance-notice',
      'grant-decision',
      'licence',
    ])
    const licence = mine.licence
    expect(licence?.status).toBe('valid')
    const verified = granted(
      await office.as({ kind: 'anonymous' }).verifyDocument({ params: { code: licence?.code ?? '' } }),
    )
    expect(verified).toMatchObject({ kind: 'licence', status: 'valid', number: licence?.number })
    expect(verified.log?.leaf).toBeGreaterThan(0)
    expect(granted(await me.getReceipt({ params })).sequenced).toBe(true)

    const tracked = granted(
      await office
        .as({ kind: 'anonymous' })
        .trackApplication({ input: { number: submitted.number, phone: '13800000001' } }),
    )
    expect(tracked.status).toBe('granted')
    expect(JSON.stringify(tracked)).not.toContain('王小明')
  })

  it('lets one of two officers decide, and tells the other', async () => {
    const me = office.as(office.aCitizen())
    const file = granted(await me.uploadFile({ upload: anUpload('方案.pdf', aPdf('two')) }))
    const input = {
      item: KITE,
      applicant: { kind: 'person' as const },
      form: { ...WHO, site: SITE, day: '2026-12-20', 'line-length': 80, night: false },
      materials: [{ material: 'plan', files: [{ digest: file.digest, name: '方案.pdf' }] }],
    }
    const { id } = granted(await me.submitApplication({ input }))
    const params = { id }
    const officer = office.as(office.aStaffMember(['handling-officer', 'approval-head']))
    granted(await officer.acceptApplication({ params, input: { expected: 1 } }))
    granted(await officer.concludeStep({ params, input: { expected: 2, passed: true, findings: '齐全' } }))
    expect(granted(await officer.getCase({ params })).rights?.zh).toContain('向大连市人民政府申请行政复议')
    expect(granted(await me.getApplication({ params }))).not.toHaveProperty('rights')
    const both = await Promise.all([
      officer.decideApplication({ params, input: { expected: 3, outcome: 'grant', reasons: '' } }),
      officer.decideApplication({
        params,
        input: { expected: 3, outcome: 'refuse', reasons: '不符合放飞条件' },
      }),
    ])
    expect(both.filter((answer) => isRefusal(answer) && answer.code === 'case-changed')).toHaveLength(1)
    expect(both.filter((answer) => !isRefusal(answer))).toHaveLength(1)
  })

  it('lists a grant by the day it is to be delivered, until it is', async () => {
    const id = await apply(office, office.aCitizen())
    const params = { id }
    const officer = office.as(office.aStaffMember(['handling-officer', 'approval-head']))
    granted(await officer.acceptApplication({ params, input: { expected: 1 } }))
    granted(await officer.concludeStep({ params, input: { expected: 2, passed: true, findings: '齐全' } }))
    const decision = { expected: 3, outcome: 'grant' as const, reasons: '' }
    const view = granted(await officer.decideApplication({ params, input: decision }))
    expect(view.clockStops).toEqual(['expert-review'])
    expect(view.deliveryDue?.remaining).toBe(10)
    const waiting = granted(await officer.listInbox({ query: { view: 'to-deliver' } })).rows
    expect(waiting.find((row) => row.id === id)?.delivery).toEqual({
      due: view.deliveryDue?.due,
      remaining: 10,
      state: 'running',
    })
    const delivery = {
      expected: view.revision,
      how: 'window' as const,
      collector: { as: 'holder' as const, name: '王小明', idLast4: '002X' },
    }
    expect(granted(await officer.deliverResult({ params, input: delivery })).deliveryDue).toBeUndefined()
    const over = granted(await officer.listInbox({ query: { view: 'concluded' } })).rows
    expect(over.find((row) => row.id === id)?.delivery).toBeUndefined()
  })
})

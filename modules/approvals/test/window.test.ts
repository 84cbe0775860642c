import type { Who } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeOutcome } from '../contract/index.ts'
import { anUpload, aPdf, aTestOffice, granted, type TestOffice } from '../testing/index.ts'

const KITE = '2102-TY-XK-0001'
const FORM = {
  name: '王小明',
  phone: '13800000001',
  land: 'public',
  site: { region: '210202001002', detail: '人民路 1 号' },
  day: '2027-01-20',
  'line-length': 80,
  night: false,
}
let office: TestOffice
let citizen: Extract<Who, { kind: 'citizen' }>
let clerk: Who
let uploads = 0
beforeAll(async () => {
  office = await aTestOffice()
  citizen = office.aCitizen()
  clerk = office.aStaffMember(['window-clerk'], { organ: 'data-bureau', name: '林窗口' })
})
afterAll(() => office.close())

const open = (who: Who = clerk, item = KITE) =>
  office.as(who).openIntake({ input: { item, person: citizen.id, applicant: { kind: 'person' as const } } })

/** An intake as it stands before its outcome: filled in, with its plan scanned. */
async function filledIn(form: object = FORM, scanned = true) {
  const desk = office.as(clerk)
  const { draft } = granted(await open())
  const params = { id: draft.id }
  granted(await desk.saveIntake({ params, input: { form: { ...form } } }))
  if (scanned)
    granted(
      await desk.addIntakeFile({
        params: { ...params, material: 'plan' },
        upload: anUpload('扫描.pdf', aPdf(`w${uploads++}`)),
      }),
    )
  return params
}

const submit = (params: { id: string }, outcome: IntakeOutcome, key?: string) =>
  office.as(clerk).submitIntake({ params, input: { outcome }, ...(key ? { key } : {}) })

describe('intake at a window', () => {
  it('fills in what is known, keeps what is typed, and can be gone on with by clerk and citizen', async () => {
    const begun = granted(await open())
    expect(begun.applicant).toMatchObject({ name: '王小明', code: expect.stringContaining('*') })
    expect(begun.draft.form).toMatchObject({ name: '王小明', phone: '13800000001' })
    const params = { id: begun.draft.id }
    granted(await office.as(clerk).saveIntake({ params, input: { form: { name: '王小明', land: '？' } } }))
    const again = granted(await office.as(clerk).getIntake({ params }))
    expect(again.draft.form).toEqual({ name: '王小明', land: '？' })
    const stale = await office.as(clerk).saveIntake({ params, input: { form: {}, revision: 1 } })
    expect(stale).toMatchObject({ code: 'draft-changed-elsewhere' })
    expect(granted(await office.as(clerk).listIntakes({})).intakes.map(({ draft }) => draft.id)).toContain(
      params.id,
    )
    const atHome = granted(await office.as(citizen).getDraft({ params }))
    expect(atHome).toMatchObject({ takenBy: '林窗口', form: { land: '？' } })
    const colleague = office.aStaffMember(['window-clerk'], { organ: 'data-bureau' })
    expect(await office.as(colleague).getIntake({ params })).toMatchObject({ code: 'draft-not-found' })
    const looks = await office.store.db
      .withSchema('journal')
      .selectFrom('look' as never)
      .select('reason' as never)
      .where('case_id' as never, '=', citizen.id as never)
      .execute()
    expect(looks).toContainEqual({ reason: 'window-intake' })
    expect(granted(await office.as(clerk).dropIntake({ params }))).toEqual({ dropped: true })
  })

  it('is for every organ at the centre’s windows, for an officer at his own', async () => {
    const own = office.aStaffMember(['handling-officer'], { organ: 'sports-bureau' })
    expect(granted(await open(own)).draft.item.code).toBe(KITE)
    const other = office.aStaffMember(['handling-officer'], { organ: 'health-commission' })
    expect(await open(other)).toMatchObject({
      code: 'item-of-another-organ',
      rule: 'anOfficerTakesInForHisOwnOrgan',
    })
    expect(await open(clerk, 'no-such-item')).toMatchObject({ code: 'item-not-found' })
  })

  it('is accepted at once with originals seen: trust B, one transaction, once', async () => {
    const params = await filledIn()
    const plan = { ...params, material: 'plan' }
    const mark = (is: boolean) =>
      office.as(clerk).markIntakeMaterial({ params: plan, input: { mark: 'seen' as const, is } })
    expect(granted(await mark(true)).seen).toMatchObject([{ material: 'plan' }])
    const added = granted(
      await office.as(clerk).addIntakeFile({ params: plan, upload: anUpload('又一页.pdf', aPdf('page')) }),
    )
    expect(added.seen).toEqual([])
    granted(await mark(true))
    const taken = granted(await submit(params, { kind: 'accept' }, 'intake-0001'))
    expect(granted(await submit(params, { kind: 'accept' }, 'intake-0001'))).toEqual(taken)
    expect(await submit(params, { kind: 'accept' })).toMatchObject({ code: 'draft-not-found' })
    const view = granted(await office.as(citizen).getApplication({ params: { id: taken.id } }))
    expect(view).toMatchObject({ status: 'under-review', channel: 'window', revision: 2 })
    expect(view.materials.find(({ id }) => id === 'plan')).toMatchObject({
      trust: 'B',
      seen: { by: '林窗口' },
    })
    await office.settle()
    const after = granted(await office.as(citizen).getApplication({ params: { id: taken.id } }))
    expect(after.documents.map(({ kind }) => kind)).toEqual(['material-receipt', 'acceptance-notice'])
  })

  it('accepts nothing that is incomplete', async () => {
    const noPlan = await filledIn(FORM, false)
    expect(await submit(noPlan, { kind: 'accept' })).toMatchObject({ code: 'materials-missing' })
    const wrong = await filledIn({ ...FORM, day: '2020-01-01' })
    const corrected = { kind: 'correct-on-the-spot' as const, note: '当场改正' }
    expect(await submit(wrong, corrected)).toMatchObject({ code: 'form-has-errors' })
  })

  it('theOneNoticeLeavesNothingOut', async () => {
    const params = await filledIn({ ...FORM, day: '2020-01-01' }, false)
    const day = { target: 'form.day', what: '日期已过，请改为今后的日期' }
    const plan = { target: 'materials.plan', what: '请提交放飞方案' }
    expect(await submit(params, { kind: 'request-correction', points: [day] })).toMatchObject({
      code: 'correction-leaves-out',
      rule: 'theOneNoticeLeavesNothingOut',
      fields: [{ path: 'materials.plan' }],
    })
    const taken = granted(await submit(params, { kind: 'request-correction', points: [day, plan] }))
    const mine = granted(await office.as(citizen).getApplication({ params: { id: taken.id } }))
    expect(mine.status).toBe('awaiting-correction')
    expect(mine.correction?.points).toHaveLength(2)
    expect(mine.form).not.toHaveProperty('day')
    expect(mine.actions).toContain('correctApplication')
  })

  it.each<[IntakeOutcome, string]>([
    [{ kind: 'receive' }, 'submitted'],
    [{ kind: 'correct-on-the-spot', note: '线长单位写错，当场改正' }, 'under-review'],
    [{ kind: 'decline', reason: '由公安机关批准', rightOrgan: '大连市公安局' }, 'declined'],
    [{ kind: 'not-needed', reason: '室内放飞不需要许可' }, 'not-needed'],
  ])('has the outcome $kind', async (outcome, status) => {
    const taken = granted(await submit(await filledIn(), outcome))
    const mine = granted(await office.as(citizen).getApplication({ params: { id: taken.id } }))
    expect(mine.status).toBe(status)
  })

  it('may be declined or found unneeded with nothing filled in, but not without the right organ', async () => {
    const params = await filledIn({}, false)
    const nowhere = { kind: 'decline' as const, reason: '不属于本机关职权', rightOrgan: ' ' }
    expect(await submit(params, nowhere)).toMatchObject({ code: 'right-organ-missing' })
    granted(await submit(params, { ...nowhere, rightOrgan: '大连市公安局' }))
  })

  it('sees the identity card, and from then on the account’s identity is B', async () => {
    const desk = office.as(clerk)
    const walkIn = office.aCitizen()
    const card = { item: '2102-MZ-FW-0001', person: walkIn.id, applicant: { kind: 'person' as const } }
    const identityOf = async () => {
      const { draft } = granted(await desk.openIntake({ input: card }))
      return { params: { id: draft.id }, held: draft.held.find(({ material }) => material === 'identity') }
    }
    const first = await identityOf()
    expect(first.held).toMatchObject({ trust: 'C' })
    const identity = { ...first.params, material: 'identity' }
    const upload = anUpload('身份证.pdf', aPdf('identity card'))
    granted(await desk.addIntakeFile({ params: identity, upload }))
    granted(await desk.markIntakeMaterial({ params: identity, input: { mark: 'seen', is: true } }))
    const taken = granted(
      await desk.submitIntake({ params: first.params, input: { outcome: { kind: 'receive' } } }),
    )
    granted(await desk.acceptApplication({ params: { id: taken.id }, input: { expected: 1 } }))
    await office.settle()
    await office.settle()
    expect((await identityOf()).held).toMatchObject({ trust: 'B', since: '2026-11-23' })
  })
})

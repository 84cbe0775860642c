import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { apply } from './applying.ts'

let office: TestOffice
beforeAll(async () => {
  office = await aTestOffice()
})
afterAll(() => office.close())

const member = (roles: Parameters<TestOffice['aStaffMember']>[0], organ: string, name: string) => {
  const who = office.aStaffMember(roles, { organ, name })
  return { who, desk: office.as(who) }
}
const officer = (name = '李承办', organ = 'sports-bureau') => member(['handling-officer'], organ, name)
const head = (organ = 'sports-bureau') => member(['handling-officer', 'approval-head'], organ, '孙首席')

async function aCase(citizen = office.aCitizen()) {
  const id = await apply(office, citizen)
  return { id, params: { id }, me: office.as(citizen), citizen }
}

describe('a case is handed to a colleague', () => {
  it('who alone concludes it then; a stranger’s case is not there to be handed on', async () => {
    const { params } = await aCase()
    const [one, two] = [officer('李承办'), officer('周同事')]
    granted(await one.desk.acceptApplication({ params, input: { expected: 1 } }))
    const other = officer('外人', 'health')
    const to = { expected: 2, to: two.who.id, reason: '出差一周' }
    expect(await other.desk.reassignCase({ params, input: to })).toMatchObject({ code: 'case-not-found' })
    const view = granted(await one.desk.reassignCase({ params, input: to }))
    expect(view.handling).toMatchObject({ assignee: '周同事' })
    const conclusion = { expected: 3, passed: true, findings: '齐全' }
    expect(await one.desk.concludeStep({ params, input: conclusion })).toMatchObject({
      code: 'case-in-other-hands',
      rule: 'whatWasHandedOnIsItsReceivers',
    })
    granted(await two.desk.concludeStep({ params, input: conclusion }))
    const { colleagues } = granted(await one.desk.listColleagues({}))
    expect(colleagues.map(({ name }) => name)).toEqual(expect.arrayContaining(['李承办', '周同事']))
    expect(colleagues.map(({ name }) => name)).not.toContain('外人')
  })
})

describe('a case is transferred', () => {
  const offer = { to: 'public-security', reason: '场地归公安管理', basis: '行政许可法 第三十二条' }

  it('stands in the inbox of whom it is offered to, who takes it; the clock goes on and says so', async () => {
    const { id, params, me } = await aCase()
    const [own, police] = [officer(), officer('钱公安', 'public-security')]
    granted(await own.desk.acceptApplication({ params, input: { expected: 1 } }))
    const due = granted(await me.getApplication({ params })).clocks?.promised.due
    expect(await police.desk.getCase({ params })).toMatchObject({ code: 'case-not-found' })
    granted(await own.desk.offerTransfer({ params, input: { expected: 2, ...offer } }))
    const inbox = granted(await police.desk.listInbox({ query: {} }))
    expect(inbox.rows.map((row) => row.id)).toContain(id)
    expect(granted(await police.desk.getCase({ params })).actions).toEqual([
      'takeTransfer',
      'sendTransferBack',
    ])
    expect(await own.desk.takeTransfer({ params, input: { expected: 3 } })).toMatchObject({
      code: 'case-not-found',
    })
    granted(await police.desk.takeTransfer({ params, input: { expected: 3 } }))
    const after = granted(await me.getApplication({ params }))
    expect(after.organ.id).toBe('public-security')
    expect(after.clocks?.promised.due).toBe(due)
    expect(after.clocks?.promised.explanation.at(-1)).toContain('没有因为移送而停止')
    expect(after.handling?.happened.at(-1)?.words.zh).toContain('公安局')
    expect(await own.desk.getCase({ params })).toMatchObject({ code: 'case-not-found' })
    granted(
      await police.desk.concludeStep({ params, input: { expected: 4, passed: true, findings: '齐全' } }),
    )
    await office.settle()
    expect(office.told.some(({ words }) => words.includes('公安局'))).toBe(true)
  })

  it('is sent back once, and then the centre rules', async () => {
    const { params, me } = await aCase()
    const [own, police] = [officer(), officer('钱公安', 'public-security')]
    const centre = member(['supervisor'], 'data-bureau', '周监察')
    granted(await own.desk.offerTransfer({ params, input: { expected: 1, ...offer } }))
    const back = { expected: 2, reason: '小型活动不归公安管' }
    granted(await police.desk.sendTransferBack({ params, input: back }))
    expect(await police.desk.getCase({ params })).toMatchObject({ code: 'case-not-found' })
    const ruling = { expected: 3, to: 'sports-bureau', reason: '依职责归体育部门' }
    expect(await own.desk.ruleOnTransfer({ params, input: ruling })).toMatchObject({ code: 'not-allowed' })
    expect(granted(await centre.desk.getCase({ params })).actions).toContain('ruleOnTransfer')
    granted(await centre.desk.ruleOnTransfer({ params, input: ruling }))
    expect(granted(await me.getApplication({ params })).organ.id).toBe('sports-bureau')
    expect(await own.desk.offerTransfer({ params, input: { expected: 4, ...offer } })).toMatchObject({
      code: 'transfer-settled',
    })
  })
})

describe('duplicates', () => {
  it('are noticed, and merged without losing the earlier day; those of others are not', async () => {
    const citizen = office.aCitizen()
    const [first, second] = [await aCase(citizen), await aCase(citizen)]
    const stranger = await aCase(office.aCitizen({ idCard: '440524188001010014' }))
    const { desk } = officer()
    granted(await desk.acceptApplication({ params: first.params, input: { expected: 1 } }))
    const view = granted(await desk.getCase({ params: second.params }))
    expect(view.handling?.duplicates.map(({ id }) => id)).toEqual([first.id])
    const number = granted(await desk.getCase({ params: first.params })).number
    const into = (other: string) => ({ expected: 1, into: other, reason: '同一件事提交了两次' })
    const foreign = granted(await desk.getCase({ params: stranger.params })).number
    expect(await desk.mergeCase({ params: second.params, input: into(foreign) })).toMatchObject({
      code: 'merge-of-another-applicant',
    })
    expect(await desk.mergeCase({ params: second.params, input: into('0') })).toMatchObject({
      code: 'merge-with-nothing',
    })
    const merged = granted(
      await desk.mergeCase({ params: second.params, input: into(number), key: 'merge-0001' }),
    )
    expect(merged).toMatchObject({ status: 'merged', handling: { mergedInto: { id: first.id } } })
    const again = await desk.mergeCase({ params: second.params, input: into(number), key: 'merge-0001' })
    expect(granted(again).revision).toBe(merged.revision)
    const mine = granted(await first.me.getApplication({ params: second.params }))
    expect(mine.sentence.zh).toContain(number)
    expect(mine.materials.some(({ files }) => files.length > 0)).toBe(true)
    expect(granted(await first.me.getApplication({ params: first.params })).handling?.mergedIn).toHaveLength(
      1,
    )
    await office.settle()
    expect(office.told.some(({ words }) => words.includes('已经合并到'))).toBe(true)
  })

  it('that were none are taken apart again by who may merge, while the kept case is open', async () => {
    const citizen = office.aCitizen()
    const [kept, other] = [await aCase(citizen), await aCase(citizen)]
    const { desk } = officer()
    granted(await desk.acceptApplication({ params: other.params, input: { expected: 1 } }))
    granted(await desk.acceptApplication({ params: kept.params, input: { expected: 1 } }))
    const before = granted(await desk.getCase({ params: other.params }))
    const keptBefore = granted(await desk.getCase({ params: kept.params }))
    const into = { expected: 2, into: keptBefore.number, reason: '同一件事' }
    granted(await desk.mergeCase({ params: other.params, input: into }))
    const undo = { expected: 3, reason: '一件是周六的，一件是周日的' }
    const stranger = officer('外人', 'health')
    expect(await stranger.desk.undoMerge({ params: other.params, input: undo })).toMatchObject({
      code: 'case-not-found',
    })
    const clerk = member(['window-clerk'], 'sports-bureau', '窗口')
    expect(await clerk.desk.undoMerge({ params: other.params, input: undo })).toMatchObject({
      code: 'not-allowed',
    })
    expect(granted(await desk.getCase({ params: other.params })).actions).toContain('undoMerge')
    const again = granted(await desk.undoMerge({ params: other.params, input: undo, key: 'undo-0001' }))
    expect(again).toMatchObject({ status: before.status, clocks: before.clocks, actions: before.actions })
    expect(
      granted(await desk.undoMerge({ params: other.params, input: undo, key: 'undo-0001' })).revision,
    ).toBe(again.revision)
    const keptAfter = granted(await desk.getCase({ params: kept.params }))
    expect(keptAfter.clocks?.promised.due).toBe(keptBefore.clocks?.promised.due)
    expect(keptAfter.handling).toMatchObject({ mergedIn: [] })
    expect(keptAfter.journal.some(({ title }) => title.zh === '并入的办件已分出')).toBe(true)
    expect(await desk.undoMerge({ params: other.params, input: { ...undo, expected: 4 } })).toMatchObject({
      code: 'not-merged',
    })
    const mine = granted(await other.me.getApplication({ params: other.params }))
    expect(mine.handling?.happened.at(-1)?.words.zh).toContain('合并已经撤销')
    await office.settle()
    expect(office.told.some(({ words }) => words.includes('合并已经撤销'))).toBe(true)

    granted(await desk.mergeCase({ params: other.params, input: { ...into, expected: 4 } }))
    granted(
      await kept.me.withdrawApplication({ params: kept.params, input: { expected: 5, reason: '不办了' } }),
    )
    expect(granted(await desk.getCase({ params: other.params })).actions).not.toContain('undoMerge')
    expect(await desk.undoMerge({ params: other.params, input: { ...undo, expected: 5 } })).toMatchObject({
      code: 'kept-case-concluded',
    })
  })
})

describe('a slip of the record', () => {
  it('is put right by two, keeps the old value, and has its documents issued anew', async () => {
    const { params, me } = await aCase()
    const [one, chief] = [officer(), head()]
    granted(await one.desk.acceptApplication({ params, input: { expected: 1 } }))
    await office.settle()
    const before = granted(await one.desk.getCase({ params }))
    const notice = before.documents.find(({ kind }) => kind === 'acceptance-notice')
    if (!notice) throw new Error('an accepted case has its notice')
    const slip = {
      expected: 2,
      slips: [{ target: 'form.line-length', is: 90 }],
      reason: '录入时多打了一位',
      documents: [notice.id],
    }
    const decision = { ...slip, slips: [{ target: 'decision.outcome', is: 'refuse' }] }
    expect(await one.desk.proposeRectification({ params, input: decision })).toMatchObject({
      code: 'decision-is-not-rectified',
      article: '行政许可法 第六十九条',
    })
    const wrong = { ...slip, slips: [{ target: 'form.line-length', is: 'long' }] }
    expect(await one.desk.proposeRectification({ params, input: wrong })).toMatchObject({
      code: 'form-has-errors',
    })
    granted(await one.desk.proposeRectification({ params, input: slip }))
    expect(await one.desk.confirmRectification({ params, input: { expected: 3 } })).toMatchObject({
      code: 'rectification-needs-another',
    })
    granted(await chief.desk.confirmRectification({ params, input: { expected: 3 } }))
    await office.settle()
    const after = granted(await me.getApplication({ params }))
    expect(after.form['line-length']).toBe(90)
    expect(after.handling?.rectified[0]).toMatchObject({
      slips: [{ was: '80 米', is: '90 米' }],
      by: '孙首席',
    })
    expect(after.journal.find(({ kind }) => kind === 'rectified')?.detail).toContain('→')
    const anew = after.documents.filter(({ kind }) => kind === 'acceptance-notice')
    expect(anew).toHaveLength(2)
    const verify = (code: string) => office.as({ kind: 'anonymous' }).verifyDocument({ params: { code } })
    const old = granted(await verify(notice.code))
    const fresh = anew.find(({ id }) => id !== notice.id)
    expect(old).toMatchObject({ status: 'replaced', corrected: { number: fresh?.number } })
    expect(granted(await verify(fresh?.code ?? ''))).toMatchObject({ status: 'valid' })
    await rebuild(office.store.db, office.approvals.summaries)
    expect(granted(await verify(notice.code)).status).toBe('replaced')
  })
})

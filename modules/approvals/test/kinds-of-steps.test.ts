import type { ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { type StaffRole, uuidv7 } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { aKiteApplication } from './applying.ts'

const CODE = '2102-TY-XK-0901'

/** A kite festival: the police and the planners are asked, two heads sign. */
function aFestivalPermit(): ServiceItem {
  const kite = aKitePermit()
  return {
    ...kite,
    code: CODE,
    examples: [],
    name: { zh: '风筝节许可', en: 'Kite festival permit' },
    steps: [
      {
        id: 'joint-review',
        name: { zh: '联合审查', en: 'Joint review' },
        kind: 'joint-review',
        organs: ['public-security', 'natural-resources'],
        by: 'handling-officer',
        within: '2wd',
        to: ['decide'],
      },
      {
        id: 'decide',
        name: { zh: '会签决定', en: 'Decision by two' },
        by: 'approval-head',
        signers: 2,
        within: '1wd',
        ends: ['grant', 'refuse'],
      },
    ],
  }
}

/** A kite permit that is announced, heard and reviewed by experts before it is decided. */
function aPermitWithProcedures(): ServiceItem {
  const kite = aKitePermit()
  const by = 'handling-officer'
  return {
    ...kite,
    code: '2102-TY-XK-0902',
    examples: [],
    name: { zh: '大型风筝活动许可', en: 'Large kite event permit' },
    'clock-stops': ['hearing', 'expert-review'],
    limits: { ...kite.limits, promised: { days: '20wd' } },
    steps: [
      {
        id: 'announce',
        name: { zh: '公示', en: 'Announcement' },
        kind: 'announcement',
        announcement: { days: '5wd' },
        by,
        within: '5wd',
        to: ['hearing'],
      },
      {
        id: 'hearing',
        name: { zh: '听证', en: 'Hearing' },
        kind: 'hearing',
        by,
        within: '5wd',
        to: ['experts'],
      },
      {
        id: 'experts',
        name: { zh: '专家评审', en: 'Experts' },
        kind: 'expert-review',
        by,
        within: '2wd',
        to: ['decide'],
      },
      {
        id: 'decide',
        name: { zh: '决定', en: 'Decision' },
        by: 'approval-head',
        within: '1wd',
        ends: ['grant', 'refuse'],
      },
    ],
  }
}

let office: TestOffice
beforeAll(async () => {
  office = await aTestOffice(undefined, [aFestivalPermit(), aPermitWithProcedures()])
})
afterAll(() => office.close())

const ALL: readonly StaffRole[] = ['handling-officer', 'approval-head']
const staffOf = (organ: string, roles: readonly StaffRole[] = ALL) =>
  office.as(office.aStaffMember(roles, { organ, name: `${organ}的人` }))

async function anAcceptedCase() {
  const citizen = office.aCitizen()
  const input = { ...(await aKiteApplication(office, citizen)), item: CODE }
  const { id } = granted(await office.as(citizen).submitApplication({ input }))
  const params = { id }
  const lead = staffOf('sports-bureau')
  granted(await lead.acceptApplication({ params, input: { expected: 1 } }))
  return { id, params, lead, me: office.as(citizen) }
}

describe('a case that other organs are asked about', () => {
  it('stands in the inbox of those who are asked, is read by them while they are asked, and by no other', async () => {
    const { id, params, lead, me } = await anAcceptedCase()
    const police = staffOf('public-security')
    const health = staffOf('health')
    expect(await police.getCase({ params })).toMatchObject({ code: 'case-not-found' })
    const early = await lead.concludeStep({ params, input: { expected: 2, passed: true, findings: '齐全' } })
    expect(early).toMatchObject({ code: 'opinions-not-requested' })
    granted(await lead.requestOpinions({ params, input: { expected: 2, note: '请就场地安全提出意见' } }))

    const inbox = granted(await police.listInbox({ query: {} }))
    expect(inbox.rows.map((row) => row.id)).toEqual([id])
    expect(inbox.counts).toMatchObject({ 'to-do': 1, opinions: 1 })
    expect(granted(await health.listInbox({ query: { view: 'opinions' } })).rows).toEqual([])
    const seen = granted(await police.getCase({ params }))
    expect(seen.actions).toEqual(['giveOpinion'])
    expect(seen.answers.find((answer) => answer.id === 'name')?.text).toBe('王小明')
    expect(seen.documents).toEqual([])
    const file = seen.materials.flatMap((material) => material.files)[0]
    expect(await police.openFile({ params: { id, digest: file?.digest ?? '' } })).toMatchObject({
      filename: '方案.pdf',
    })
    expect(await health.getCase({ params })).toMatchObject({ code: 'case-not-found' })
    // Being asked gives the opinion and nothing else.
    expect(
      await police.concludeStep({ params, input: { expected: 3, passed: true, findings: '我来办' } }),
    ).toMatchObject({ code: 'case-not-found' })

    const opinion = { expected: 3, verdict: 'conditions' as const, text: '须设两处疏散口' }
    granted(await police.giveOpinion({ params, input: opinion }))
    expect(granted(await police.listInbox({ query: {} })).rows).toEqual([])
    expect(granted(await me.getApplication({ params })).proceedings[0]?.asked?.organs).toMatchObject([
      { organ: { id: 'public-security' }, opinion: { verdict: 'conditions', text: '' } },
      { organ: { id: 'natural-resources' } },
    ])
    const waiting = await lead.concludeStep({
      params,
      input: { expected: 4, passed: true, findings: '齐全' },
    })
    expect(waiting).toMatchObject({ code: 'opinions-outstanding' })
    const planners = staffOf('natural-resources')
    granted(await planners.giveOpinion({ params, input: { expected: 4, verdict: 'agree', text: '' } }))
    granted(await lead.concludeStep({ params, input: { expected: 5, passed: true, findings: '各部门同意' } }))
    expect(await police.getCase({ params })).toMatchObject({ code: 'case-not-found' })
  })

  it('is made again from the journal, with who is still to answer', async () => {
    const { id, params, lead } = await anAcceptedCase()
    granted(await lead.requestOpinions({ params, input: { expected: 2, note: '请提出意见' } }))
    await rebuild(office.store.db, office.approvals.summaries)
    const inbox = granted(await staffOf('natural-resources').listInbox({ query: { view: 'opinions' } }))
    expect(inbox.rows.map((row) => row.id)).toContain(id)
  })
})

describe('a decision that two sign', () => {
  async function toBeDecided() {
    const found = await anAcceptedCase()
    const { params, lead } = found
    granted(await lead.requestOpinions({ params, input: { expected: 2, note: '请提出意见' } }))
    for (const organ of ['public-security', 'natural-resources'])
      granted(
        await staffOf(organ).giveOpinion({
          params,
          input: { expected: organ === 'public-security' ? 3 : 4, verdict: 'agree', text: '' },
        }),
      )
    granted(await lead.concludeStep({ params, input: { expected: 5, passed: true, findings: '各部门同意' } }))
    return found
  }
  const decision = (expected: number, outcome: 'grant' | 'refuse' = 'grant') => ({
    input: { expected, outcome, reasons: outcome === 'grant' ? '' : '疏散条件不足，不予许可' },
    key: uuidv7(),
  })

  it('is made by the second signature, of another person', async () => {
    const { params } = await toBeDecided()
    const first = staffOf('sports-bureau', ['approval-head'])
    const signed = granted(await first.decideApplication({ params, ...decision(6) }))
    expect(signed).toMatchObject({ status: 'under-review', proceedings: [{}, { signatures: [{}] }] })
    expect(await first.decideApplication({ params, ...decision(7) })).toMatchObject({
      code: 'already-signed',
    })
    const second = staffOf('sports-bureau', ['approval-head'])
    expect(granted(await second.decideApplication({ params, ...decision(7) })).status).toBe('granted')
  })

  it('is not made where they disagree: the case goes back with a reason and is decided anew', async () => {
    const { params, lead } = await toBeDecided()
    const [one, other] = [staffOf('sports-bureau'), staffOf('sports-bureau')]
    granted(await one.decideApplication({ params, ...decision(6) }))
    expect(granted(await other.decideApplication({ params, ...decision(7, 'refuse') })).status).toBe(
      'under-review',
    )
    expect(await lead.decideApplication({ params, ...decision(8) })).toMatchObject({
      code: 'signers-disagree',
    })
    const back = { expected: 8, to: 'joint-review', reason: '请公安机关重新核实疏散条件' }
    const returned = granted(await lead.returnToStep({ params, input: back }))
    expect(returned.steps.find((step) => step.state === 'current')?.id).toBe('joint-review')
    expect(returned.actions).toContain('requestOpinions')
  })
})

describe('a case with an announcement, a hearing and a panel', () => {
  const PROCEDURES = '2102-TY-XK-0902'

  async function toTheAnnouncement() {
    office.clock.set('2026-11-23T02:00:00.000Z')
    const citizen = office.aCitizen()
    const input = { ...(await aKiteApplication(office, citizen)), item: PROCEDURES }
    const { id } = granted(await office.as(citizen).submitApplication({ input }))
    const params = { id }
    const lead = staffOf('sports-bureau')
    granted(await lead.acceptApplication({ params, input: { expected: 1 } }))
    return { id, params, lead, me: office.as(citizen) }
  }

  it('is shown to everybody, objected to, answered, heard and reviewed by experts', async () => {
    const { params, lead, me } = await toTheAnnouncement()
    const anyone = office.as({ kind: 'anonymous' })
    granted(await lead.announce({ params, input: { expected: 2, text: '拟准予举办风筝节' } }))
    const listed = granted(await anyone.listAnnouncements({})).announcements
    expect(listed).toMatchObject([{ id: params.id, applicant: '王*明', open: true, until: '2026-11-30' }])
    const neighbour = office.aCitizen({ name: '张邻居' })
    const text = '夜间噪声扰民，请限定时间'
    expect(await me.objectToAnnouncement({ params, input: { text } })).toMatchObject({
      code: 'objection-of-applicant',
    })
    granted(await office.as(neighbour).objectToAnnouncement({ params, input: { text }, key: 'once' }))
    granted(await office.as(neighbour).objectToAnnouncement({ params, input: { text }, key: 'once' }))
    const shown = granted(await anyone.getAnnouncement({ params }))
    expect(shown.objections).toHaveLength(1)
    expect(JSON.stringify(shown)).not.toContain('张邻居')
    expect(granted(await lead.getCase({ params })).proceedings[0]?.objections[0]?.by).toBe('张邻居')
    expect(granted(await me.getApplication({ params })).proceedings[0]?.objections[0]?.by).toBeUndefined()
    const answer = { expected: 4, number: 1, answer: '已限定在 21 时前结束', upheld: true }
    granted(await lead.answerObjection({ params, input: answer }))
    office.clock.set('2026-12-01T02:00:00.000Z')
    granted(await lead.concludeStep({ params, input: { expected: 5, passed: true, findings: '已答复' } }))

    granted(await lead.offerHearing({ params, input: { expected: 6, parties: [], note: '影响居民出行' } }))
    const asked = granted(await me.requestHearing({ params, input: { reason: '希望当面说明' } }))
    expect(asked.status).toBe('clock-stopped')
    expect(asked.sentence.zh).toContain('听证')
    const call = { on: '2026-12-10', time: '09:00', place: '听证室', chair: '马主持', recorder: '田记录' }
    granted(await lead.setHearing({ params, input: { expected: 9, ...call } }))
    expect(await lead.resumeClock({ params, input: { expected: 10, note: '不等了' } })).toMatchObject({
      code: 'procedure-under-way',
    })
    office.clock.set('2026-12-10T08:00:00.000Z')
    const record = { expected: 10, attendees: '王小明、居委会', record: '各方陈述完毕，没有新的意见。' }
    expect(granted(await lead.recordHearing({ params, input: record })).status).toBe('under-review')
    granted(await lead.concludeStep({ params, input: { expected: 12, passed: true, findings: '依笔录' } }))

    const experts = ['甲', '乙', '丙'].map((one) => ({ name: `${one}专家`, field: '气象' }))
    const panel = { expected: 13, experts, note: '评审安全方案', length: '5wd' }
    granted(await lead.formPanel({ params, input: panel }))
    for (const [index, { name }] of experts.entries())
      granted(
        await lead.recordExpertOpinion({
          params,
          input: { expected: 15 + index, expert: name, verdict: 'agree', text: '方案可行' },
        }),
      )
    granted(await lead.concludePanel({ params, input: { expected: 18, passed: true, text: '一致通过' } }))
    granted(await lead.concludeStep({ params, input: { expected: 20, passed: true, findings: '依结论' } }))
    granted(await lead.decideApplication({ params, input: { expected: 21, outcome: 'grant', reasons: '' } }))
    await office.settle()
    const kinds = granted(await me.getApplication({ params })).documents.map(({ kind }) => kind)
    expect(kinds).toEqual(
      expect.arrayContaining(['announcement-notice', 'hearing-rights-notice', 'hearing-notice', 'licence']),
    )
  })

  it('is announced again from the journal', async () => {
    const before = granted(await office.as({ kind: 'anonymous' }).listAnnouncements({}))
    await rebuild(office.store.db, office.approvals.summaries)
    expect(granted(await office.as({ kind: 'anonymous' }).listAnnouncements({}))).toEqual(before)
  })
})

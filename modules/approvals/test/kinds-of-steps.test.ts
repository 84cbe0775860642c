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

let office: TestOffice
beforeAll(async () => {
  office = await aTestOffice(undefined, [aFestivalPermit()])
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

import type { Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aPdf, aTestOffice, granted, type TestOffice } from '../testing/index.ts'

const CARD = '2102-MZ-FW-0001'
const FORM = {
  name: '王小明',
  'id-card': '11010519491231002X',
  phone: '13800000001',
  registered: 'resident',
  home: { region: '210202001002', detail: '人民路 1 号' },
  'by-family': false,
  'card-wanted': false,
}

let office: TestOffice
let citizen: Who
let clerk: Who
beforeAll(async () => {
  office = await aTestOffice()
  citizen = office.aCitizen()
  clerk = office.aStaffMember(['window-clerk'], { organ: 'data-bureau', name: '林窗口' })
})
afterAll(() => office.close())

/** A draft of the senior citizen card, filled in, with these materials uploaded. */
async function aDraft(who: Who, ...uploads: string[]) {
  const me = office.as(who)
  const draft = granted(await me.startDraft({ input: { item: CARD, applicant: { kind: 'person' } } }))
  const params = { id: draft.id }
  for (const material of uploads) {
    const upload =
      material === 'photo'
        ? anUpload('照片.png', PNG)
        : anUpload(`${material}.pdf`, aPdf(draft.id + material))
    granted(await me.addDraftFile({ params: { ...params, material }, upload }))
  }
  granted(await me.saveDraft({ params, input: { form: FORM } }))
  return granted(await me.getDraft({ params }))
}

// The smallest picture there is: one transparent point.
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const permitOf = (draft: Awaited<ReturnType<typeof aDraft>>) =>
  draft.held.find(({ material }) => material === 'residence-permit')

describe('evidence that the city holds', () => {
  it('is kept once a clerk has seen the original and the case is accepted', async () => {
    const first = await aDraft(citizen, 'photo', 'residence-permit')
    expect(permitOf(first)).toBeUndefined()
    const { id } = granted(await office.as(citizen).submitDraft({ params: { id: first.id } }))
    const materials = [{ material: 'residence-permit', validTo: '2027-05-31' }]
    const seen = granted(
      await office.as(clerk).sawOriginal({ params: { id }, input: { expected: 1, materials } }),
    )
    expect(seen.materials.find((one) => one.id === 'residence-permit')).toMatchObject({
      trust: 'B',
      seen: { by: '林窗口' },
    })
    await office.settle()
    expect(granted(await office.as(citizen).listMyEvidence({})).evidence).toEqual([])
    granted(await office.as(clerk).acceptApplication({ params: { id }, input: { expected: 2 } }))
    await office.settle()
    await office.settle()
    expect(granted(await office.as(citizen).listMyEvidence({})).evidence).toMatchObject([
      {
        title: { zh: '居住证' },
        trust: 'B',
        validTo: '2027-05-31',
        status: 'valid',
        offered: true,
        uses: [],
      },
    ])
  })

  it('is offered instead of asked, and used only with consent', async () => {
    const second = await aDraft(citizen, 'photo')
    const me = office.as(citizen)
    const params = { id: second.id }
    const offer = permitOf(second)
    expect(offer).toMatchObject({ trust: 'B', consented: false, validTo: '2027-05-31' })
    expect(await me.submitDraft({ params })).toMatchObject({
      code: 'materials-missing',
      fields: [{ path: 'materials.residence-permit' }],
    })
    const held = { ...params, material: 'residence-permit' }
    const nothing = { source: '01890000-0000-7000-8000-0000000000ff', agreed: true }
    expect(await me.consentToHeld({ params: held, input: nothing })).toMatchObject({ code: 'nothing-held' })
    const consent = { source: offer?.source ?? '', agreed: true }
    expect(permitOf(granted(await me.consentToHeld({ params: held, input: consent })))?.consented).toBe(true)
    const taken = granted(await me.consentToHeld({ params: held, input: { ...consent, agreed: false } }))
    expect(permitOf(taken)?.consented).toBe(false)
    granted(await me.consentToHeld({ params: held, input: consent }))
    const { id, number } = granted(await me.submitDraft({ params }))
    const view = granted(await office.as(clerk).getCase({ params: { id } }))
    expect(view.materials.find((one) => one.id === 'residence-permit')).toMatchObject({
      trust: 'B',
      held: expect.stringContaining('居住证'),
      files: [{ type: 'application/pdf' }],
    })
    expect(granted(await me.listMyEvidence({})).evidence[0]?.uses).toMatchObject([
      { number, consent: 'applicant', item: { zh: '老年人优待证办理' } },
    ])
  })

  it('heldAtAOrBIsNotAskedForAgain: refused with what is held, and counted once', async () => {
    const third = await aDraft(citizen, 'photo', 'residence-permit')
    const { id } = granted(await office.as(citizen).submitDraft({ params: { id: third.id } }))
    const points = [{ target: 'materials.residence-permit', what: '请重新提交居住证' }]
    const ask = () =>
      office
        .as(clerk)
        .requestCorrection({ params: { id }, input: { expected: 1, points }, key: 'asked-once-0001' })
    const refusal = {
      code: 'held-already',
      rule: 'heldAtAOrBIsNotAskedForAgain',
      facts: { since: '2026-11-23', material: 'residence-permit' },
    }
    expect(await ask()).toMatchObject(refusal)
    expect(await ask()).toMatchObject(refusal)
    const supervisor = office.as(office.aStaffMember(['supervisor'], { organ: 'data-bureau' }))
    const counted = granted(await supervisor.countRepeatedAsks({}))
    expect(counted.byOrgan).toMatchObject([{ organ: { id: 'civil-affairs' }, count: 1 }])
    expect(counted.asks).toMatchObject([{ application: id, by: '林窗口', material: { zh: '居住证' } }])
    expect(granted(await supervisor.countRepeatedAsks({ query: { to: '2026-11-22' } })).byOrgan).toEqual([])
    const photo = [{ target: 'materials.photo', what: '请重新提交照片' }]
    granted(
      await office.as(clerk).requestCorrection({ params: { id }, input: { expected: 1, points: photo } }),
    )
  })

  it('is nobody else’s, and no longer offered once its holder says so', async () => {
    const stranger = office.aCitizen()
    expect(granted(await office.as(stranger).listMyEvidence({})).evidence).toEqual([])
    expect(permitOf(await aDraft(stranger))).toBeUndefined()
    const [mine] = granted(await office.as(citizen).listMyEvidence({})).evidence
    const params = { id: mine?.id ?? '' }
    expect(await office.as(stranger).offerEvidence({ params, input: { offered: false } })).toMatchObject({
      code: 'evidence-not-found',
    })
    const withheld = granted(await office.as(citizen).offerEvidence({ params, input: { offered: false } }))
    expect(withheld.offered).toBe(false)
    expect(permitOf(await aDraft(citizen))).toBeUndefined()
    granted(await office.as(citizen).offerEvidence({ params, input: { offered: true } }))
    expect(permitOf(await aDraft(citizen))).toBeDefined()
  })

  it('is made again from the journal', async () => {
    const tables = ['evidence', 'evidence_use', 'evidence_withheld', 'repeated_ask']
    const read = async () => {
      const { sql } = await import('kysely')
      return Promise.all(
        tables.map((table) =>
          sql`select * from approvals.${sql.ref(table)} order by 1`.execute(office.store.db),
        ),
      )
    }
    const rowsOf = (found: Awaited<ReturnType<typeof read>>) => found.map(({ rows }) => rows)
    const before = rowsOf(await read())
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 0, 1])
    await rebuild(office.store.db, office.approvals.summaries)
    expect(rowsOf(await read())).toEqual(before)
  })

  it('ends with its last day', async () => {
    office.clock.set('2027-06-01T02:00:00.000Z')
    expect(permitOf(await aDraft(citizen))).toBeUndefined()
    expect(granted(await office.as(citizen).listMyEvidence({})).evidence[0]?.status).toBe('expired')
  })
})

import { isRefusal, uuidv7 } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aPdf, aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { aKiteApplication, apply, FORM, KITE } from './applying.ts'

let office: TestOffice

beforeAll(async () => {
  office = await aTestOffice()
})
afterAll(async () => {
  await office.close()
})

describe('what must hold for every application', () => {
  it('the same key twice is one case; the same key for another request is refused', async () => {
    const citizen = office.aCitizen()
    const me = office.as(citizen)
    const input = await aKiteApplication(office, citizen)
    const key = uuidv7()
    const all = await Promise.all([1, 2, 3, 4].map(() => me.submitApplication({ input, key })))
    const numbers = new Set(all.map((answer) => granted(answer).number))
    expect(numbers.size).toBe(1)
    expect(granted(await me.listMyApplications({})).applications).toHaveLength(1)
    const other = { ...input, form: { ...FORM, 'line-length': 90 } }
    expect(await me.submitApplication({ input: other, key })).toMatchObject({
      code: 'key-used-for-another-request',
    })
  })

  it('a command given twice under one key is carried out once', async () => {
    const params = { id: await apply(office, office.aCitizen()) }
    const officer = office.as(office.aStaffMember(['handling-officer']))
    const first = granted(
      await officer.acceptApplication({ params, input: { expected: 1 }, key: 'accept-1' }),
    )
    const again = granted(
      await officer.acceptApplication({ params, input: { expected: 1 }, key: 'accept-1' }),
    )
    expect(again.revision).toBe(first.revision)
  })

  it("another person's case, file or draft is told apart from none by nobody", async () => {
    const owner = office.aCitizen()
    const stranger = office.as(office.aCitizen())
    const params = { id: await apply(office, owner) }
    const nothing = { params: { id: uuidv7() } }
    expect(await stranger.getApplication({ params })).toEqual(await stranger.getApplication(nothing))
    expect(await stranger.withdrawApplication({ params, input: { reason: '' } })).toMatchObject({
      code: 'case-not-found',
    })
    const mine = granted(await office.as(owner).getApplication({ params }))
    const digest = mine.materials.flatMap((material) => material.files)[0]?.digest ?? ''
    expect(await stranger.openFile({ params: { ...params, digest } })).toMatchObject({
      code: 'case-not-found',
    })
    const draft = granted(
      await office.as(owner).startDraft({ input: { item: KITE, applicant: { kind: 'person' } } }),
    )
    expect(await stranger.getDraft({ params: { id: draft.id } })).toMatchObject({ code: 'draft-not-found' })
    const elsewhere = office.as(office.aStaffMember(['handling-officer'], { organ: 'market-regulation' }))
    expect(await elsewhere.getCase({ params })).toMatchObject({ code: 'case-not-found' })
  })

  it("a file that somebody else uploaded cannot be given as one's own", async () => {
    const input = await aKiteApplication(office, office.aCitizen())
    expect(await office.as(office.aCitizen()).submitApplication({ input })).toMatchObject({
      code: 'file-not-found',
    })
  })

  it('looks of staff at personal data are journaled, those of the applicant are not', async () => {
    const citizen = office.aCitizen()
    const params = { id: await apply(office, citizen) }
    granted(await office.as(citizen).getApplication({ params }))
    granted(
      await office.as(office.aStaffMember(['handling-officer'], { name: '李承办' })).getCase({ params }),
    )
    const looks = await sql<{ name: string }>`
      select actor ->> 'name' as name from journal.look where case_id = ${params.id}`.execute(office.store.db)
    expect(looks.rows).toEqual([{ name: '李承办' }])
  })

  it('tracking needs the number and the phone, and tells neither from the other', async () => {
    const citizen = office.aCitizen()
    const anyone = office.as({ kind: 'anonymous' })
    const { number } = granted(
      await office.as(citizen).getApplication({ params: { id: await apply(office, citizen) } }),
    )
    const track = (typed: string, phone: string) =>
      anyone.trackApplication({ input: { number: typed, phone } })
    expect(granted(await track(number.replaceAll('-', ' '), '138 0000 0001')).number).toBe(number)
    expect(await track(number, '13800000002')).toEqual(await track('210200-261123-999999-9', '13800000001'))
  })

  it('a draft keeps what was typed, right or wrong, and a stale save is refused', async () => {
    const me = office.as(office.aCitizen())
    const draft = granted(await me.startDraft({ input: { item: KITE, applicant: { kind: 'person' } } }))
    expect(draft.form).toMatchObject({ name: '王小明' })
    const form = { ...draft.form, 'line-length': '很长', day: '明天' }
    const params = { id: draft.id }
    expect(granted(await me.saveDraft({ params, input: { form, revision: 1 } })).form).toEqual(form)
    expect(await me.saveDraft({ params, input: { form, revision: 1 } })).toMatchObject({
      code: 'draft-changed-elsewhere',
    })
    expect(await me.submitDraft({ params })).toMatchObject({ code: 'form-has-errors' })
    expect(granted(await me.getDraft({ params })).form).toEqual(form)
  })

  it('uploads that arrive at once are all kept', async () => {
    const me = office.as(office.aCitizen())
    const { id } = granted(await me.startDraft({ input: { item: KITE, applicant: { kind: 'person' } } }))
    const params = { id, material: 'plan' }
    const sent = [1, 2, 3].map((n) =>
      me.addDraftFile({ params, upload: anUpload(`${n}.pdf`, aPdf(`at once ${n}`)) }),
    )
    const answers = await Promise.all(sent)
    const kept = granted(await me.getDraft({ params: { id } })).materials.find(
      (one) => one.material === 'plan',
    )?.files
    expect(kept).toHaveLength(answers.filter((answer) => !isRefusal(answer)).length)
  })

  it('summaries made again from the journal are those that were written', async () => {
    await office.settle()
    const read = async () =>
      (await sql`select * from approvals.application order by id`.execute(office.store.db)).rows
    const before = await read()
    expect(before.length).toBeGreaterThan(3)
    await rebuild(office.store.db, office.approvals.summaries)
    expect(await read()).toEqual(before)
  })
})

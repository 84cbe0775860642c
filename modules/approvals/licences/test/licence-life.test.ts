import { isRefusal, type Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../../testing/index.ts'
import { aLicence, CANCELLATION, CHANGE, grant, REISSUE, RENEWAL, tryToApply } from './holding.ts'

let office: TestOffice
let holder: Who

beforeAll(async () => {
  office = await aTestOffice('2026-11-23T02:00:00.000Z')
  holder = office.aCitizen()
})
afterAll(async () => {
  await office.close()
})

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'taken')

async function applyFor(name: string, number: string, form: Record<string, unknown> = {}): Promise<string> {
  return granted(await tryToApply(office, holder, name, { 'licence-number': number, ...form })).id
}

async function verify(code: string) {
  return granted(await office.as({ kind: 'anonymous' }).verifyDocument({ params: { code } }))
}

async function licenceOf(id: string) {
  const { licence } = granted(await office.as(holder).getApplication({ params: { id } }))
  if (!licence) throw new Error('the case has a licence')
  return licence
}

describe('证照的一生', () => {
  it('renews a licence: a new last day, a new print, and the old one is told from it', async () => {
    office.clock.set('2026-11-23T02:00:00.000Z')
    const number = await aLicence(office, holder)
    const before = await verify(number)
    expect(before).toMatchObject({ status: 'valid', number })

    office.clock.set('2031-09-01T02:00:00.000Z')
    const id = await applyFor(RENEWAL, number)
    expect(codeOf(await tryToApply(office, holder, RENEWAL, { 'licence-number': number }))).toBe(
      'licence-case-open',
    )
    await grant(office, id, RENEWAL)
    const renewed = await licenceOf(id)
    expect(renewed).toMatchObject({ number, from: '2026-11-23', to: '2036-11-22', status: 'valid' })
    expect(renewed.identifier).toContain('.002.')
    expect(renewed.href).toBeDefined()

    expect(await verify(before.code)).toMatchObject({
      status: 'replaced',
      replaced: { on: '2031-09-01', licence: 'valid', to: '2036-11-22', identifier: renewed.identifier },
    })
    const now = await verify(renewed.code)
    expect(now).toMatchObject({ status: 'valid', kind: 'licence' })
    expect(now.fileDigest).not.toBe(before.fileDigest)
    expect((await verify(number)).code).toBe(renewed.code)
    // What called for the print may call again.
    await office.settle()
    expect((await licenceOf(id)).identifier).toBe(renewed.identifier)
  })

  it('changes, reissues and cancels it, each once, and holds what is ended to its end', async () => {
    office.clock.set('2026-11-24T02:00:00.000Z')
    const number = await aLicence(office, holder)
    const changed = await licenceOf(await grant(office, await applyFor(CHANGE, number), CHANGE))
    expect(changed.identifier).toContain('.002.')
    const reissued = await licenceOf(await grant(office, await applyFor(REISSUE, number), REISSUE))
    expect(reissued.identifier).toContain('.003.')
    expect(reissued.to).toBe(changed.to)
    expect(await verify(changed.code)).toMatchObject({ status: 'replaced' })

    await grant(office, await applyFor(CANCELLATION, number), CANCELLATION)
    expect(await verify(reissued.code)).toMatchObject({
      status: 'cancelled',
      ended: { on: '2026-11-24', article: '《行政许可法》第七十条第六项' },
    })
    expect(codeOf(await tryToApply(office, holder, RENEWAL, { 'licence-number': number }))).toBe(
      'licence-status-forbids',
    )
  })

  it('is acted on by its holder alone', async () => {
    office.clock.set('2026-11-24T02:00:00.000Z')
    const number = await aLicence(office, holder)
    const other = office.aCitizen({ enterprises: [{ uscc: '91350100M000100Y43', name: '代办的企业' }] })
    expect(codeOf(await tryToApply(office, other, RENEWAL, { 'licence-number': `${number}0` }))).toBe(
      'licence-not-held',
    )
    const draft = granted(
      await office.as(holder).startDraft({
        input: {
          item: '2102-SJ-XK-0005',
          applicant: { kind: 'enterprise', uscc: '91350100M000100Y43' },
          licence: number,
        },
      }),
    )
    expect(draft.form).toMatchObject({ 'licence-number': number, 'legal-representative': '王小海' })
    expect(draft.licences?.find((one) => one.number === number)).toMatchObject({ open: true })
  })

  it('counts as renewed where a renewal asked for in time is not decided, and only then', async () => {
    office.clock.set('2026-12-01T02:00:00.000Z')
    const number = await aLicence(office, holder)
    const late = await aLicence(office, holder)
    // 1 December 2031 minus 15 working days.
    office.clock.set('2031-11-03T02:00:00.000Z')
    const asked = await applyFor(RENEWAL, number)
    office.clock.set('2031-11-25T02:00:00.000Z')
    const askedLate = await applyFor(RENEWAL, late)
    office.clock.set('2031-11-30T15:59:00.000Z')
    expect((await office.approvals.watchLicences()).renewed).toBe(0)
    office.clock.set('2031-11-30T16:01:00.000Z')
    expect((await office.approvals.watchLicences()).renewed).toBe(1)
    expect((await office.approvals.watchLicences()).renewed).toBe(0)
    await office.settle()
    expect(await verify(number)).toMatchObject({ status: 'valid' })
    expect((await licenceOf(asked)).to).toBe('2036-11-30')
    expect(await verify(late)).toMatchObject({ status: 'expired' })
    const supervisor = office.as(office.aStaffMember(['supervisor'], { organ: 'data-bureau' }))
    const found = granted(await supervisor.getCase({ params: { id: asked } }))
    expect(found).toMatchObject({ status: 'granted', cards: [{ colour: 'red' }] })
    expect(granted(await supervisor.getCase({ params: { id: askedLate } })).status).toBe('submitted')
  })

  it('tells the holder 60, 30 and 7 days ahead, once each', async () => {
    office.clock.set('2026-12-10T02:00:00.000Z')
    const number = await aLicence(office, holder)
    const told = async (day: string) => {
      office.clock.set(`${day}T01:01:00.000Z`)
      await office.approvals.watchLicences()
      await office.approvals.watchLicences()
      return office.told.filter(({ words }) => words.includes(number)).length
    }
    expect(await told('2031-10-09')).toBe(0)
    expect(await told('2031-10-10')).toBe(1)
    expect(await told('2031-11-08')).toBe(1)
    expect(await told('2031-11-09')).toBe(2)
    expect(await told('2031-12-05')).toBe(3)
    expect(await told('2031-12-09')).toBe(3)
    expect(office.told.at(-1)).toMatchObject({ code: '91350100M000100Y43' })
  })

  it('is made again from its journal', async () => {
    const read = async () => {
      const tables = ['licence', 'certificate', 'licence_case', 'document']
      return Promise.all(
        tables.map(
          async (table) =>
            (
              await sql`select * from ${sql.table(`approvals.${table}`)} order by 1, 2`.execute(
                office.store.db,
              )
            ).rows,
        ),
      )
    }
    const before = await read()
    expect(before.every((rows) => rows.length > 0)).toBe(true)
    await rebuild(office.store.db, office.approvals.summaries)
    expect(await read()).toEqual(before)
  })
})

/** A holder with a licence, and the way to any decision: every item by its own first example, through the same handlers as everybody. */
import type { ServiceItem } from '@mashang/flow'
import { isRefusal, legalDayOf, type Refusal, type Who } from '@mashang/kit'
import type { Submission } from '../../contract/index.ts'
import { datedValues, loadProfile } from '../../index.ts'
import { anUpload, aPdf, granted, type TestOffice } from '../../testing/index.ts'

export const NEW = '食品经营许可（新办）'
export const RENEWAL = '食品经营许可（延续）'
export const CHANGE = '食品经营许可（变更）'
export const REISSUE = '食品经营许可（补办）'
export const CANCELLATION = '食品经营许可（注销）'
export const USCC = '91350100M000100Y43'

let items: readonly ServiceItem[] | undefined

export async function itemNamed(name: string): Promise<ServiceItem> {
  if (!items) {
    const profile = await loadProfile(new URL('../../../../definitions/dalian/', import.meta.url).pathname)
    if (isRefusal(profile)) throw new Error(JSON.stringify(profile))
    items = profile.items.map(({ item }) => item)
  }
  const item = items.find((one) => one.name.zh === name)
  if (!item) throw new Error(`no item ${name}`)
  return item
}

let uploads = 0

/** Applies for an item with its first example and what is given on top; what is asked for is uploaded. */
export async function tryToApply(
  office: TestOffice,
  who: Who,
  name: string,
  form: Readonly<Record<string, unknown>> = {},
): Promise<Submission | Refusal> {
  const item = await itemNamed(name)
  const example = datedValues(item.examples?.[0]?.given ?? {}, legalDayOf(office.clock.now()))
  const materials = []
  for (const { id } of item.materials.filter((one) => !one['satisfied-by'])) {
    const upload = anUpload(`${id}.pdf`, aPdf(String(uploads++)))
    const { digest, name: file } = granted(await office.as(who).uploadFile({ upload }))
    materials.push({ material: id, files: [{ digest, name: file }] })
  }
  for (const material of item.materials.filter((one) => one['satisfied-by'] && name === NEW)) {
    const upload = anUpload(`${material.id}.pdf`, aPdf(String(uploads++)))
    const { digest, name: file } = granted(await office.as(who).uploadFile({ upload }))
    materials.push({ material: material.id, files: [{ digest, name: file }] })
  }
  const applicant = { kind: 'enterprise' as const, uscc: USCC }
  return office
    .as(who)
    .submitApplication({ input: { item: item.code, applicant, form: { ...example, ...form }, materials } })
}

/** Through every step to the grant; the id of the case. */
export async function grant(office: TestOffice, id: string, name: string): Promise<string> {
  const item = await itemNamed(name)
  const params = { id }
  const desk = office.as(
    office.aStaffMember(['handling-officer', 'inspector', 'approval-head', 'window-clerk'], {
      organ: item.organ,
    }),
  )
  let found = granted(await desk.getCase({ params }))
  if (found.status === 'submitted')
    found = granted(await desk.acceptApplication({ params, input: { expected: found.revision } }))
  for (let step = 0; step < 10 && found.status === 'under-review'; step++) {
    const expected = found.revision
    found = found.actions.includes('decideApplication')
      ? granted(await desk.decideApplication({ params, input: { expected, outcome: 'grant', reasons: '' } }))
      : granted(
          await desk.concludeStep({
            params,
            input: { expected, passed: true, findings: '符合要求。', with: ['钱协查'] },
          }),
        )
  }
  await office.settle()
  return id
}

/** A food business licence of the enterprise, granted at the office's time; its number. */
export async function aLicence(office: TestOffice, who: Who): Promise<string> {
  const { id } = granted(await tryToApply(office, who, NEW))
  await grant(office, id, NEW)
  const { licence } = granted(await office.as(who).getApplication({ params: { id } }))
  if (!licence) throw new Error('a grant issues a licence')
  return licence.number
}

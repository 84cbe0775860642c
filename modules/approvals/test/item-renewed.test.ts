import type { ServiceItem } from '@mashang/flow'
import type { Who } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ApprovalsClient,
  anUpload,
  aPdf,
  aTestOffice,
  granted,
  publishes,
  type TestOffice,
} from '../testing/index.ts'
import { apply, FORM, KITE } from './applying.ts'

let office: TestOffice
let editor: ApprovalsClient
let citizen: Extract<Who, { kind: 'citizen' }>
let me: ApprovalsClient
/** A submitted case whose line length is to be corrected. */
let caseId: string
/** A draft with answers and a plan, begun with version 3. */
let draftId: string

/** The line length is asked under another name, and a risk sheet stands in place of the plan. */
async function publishRenewed(): Promise<void> {
  const checked = granted(await editor.checkItem({ params: { code: KITE, version: 3 } }))
  const before = checked.definition as ServiceItem
  const renewed = {
    ...before,
    version: 4,
    effective: { from: '2026-12-01' },
    fields: before.fields.map((field) =>
      field.id === 'line-length'
        ? { ...field, id: 'line', label: { zh: '放飞线长度', en: 'Length of line' } }
        : field,
    ),
    materials: before.materials.map((material) =>
      material.id === 'plan'
        ? { ...material, id: 'risk', name: { zh: '风险评估表', en: 'Risk sheet' } }
        : material,
    ),
    examples: [],
  }
  const text = JSON.stringify(renewed).replaceAll('"line-length"', '"line"')
  const upload = anUpload('kite-4.json', new TextEncoder().encode(text))
  expect(granted(await editor.importItems({ upload }))).toMatchObject({ imported: 1, refused: [] })
  await publishes(office, { code: KITE, version: 4 })
}

beforeAll(async () => {
  office = await aTestOffice()
  editor = office.as(office.aStaffMember(['catalogue-editor']))
  citizen = office.aCitizen()
  me = office.as(citizen)
  caseId = await apply(office, citizen)
  const desk = office.as(office.aStaffMember(['handling-officer']))
  const points = [{ target: 'form.line-length', what: '与方案不一致' }]
  granted(await desk.requestCorrection({ params: { id: caseId }, input: { expected: 1, points } }))
  const draft = granted(await me.startDraft({ input: { item: KITE, applicant: { kind: 'person' } } }))
  draftId = draft.id
  const upload = anUpload('方案.pdf', aPdf('renewed'))
  granted(await me.addDraftFile({ params: { id: draftId, material: 'plan' }, upload }))
  granted(await me.saveDraft({ params: { id: draftId }, input: { form: FORM } }))
  await publishRenewed()
})
afterAll(() => office.close())

describe('an item that is renewed while people are applying', () => {
  it('leaves a draft as it is until the new version is in force', async () => {
    const draft = granted(await me.getDraft({ params: { id: draftId } }))
    expect(draft.item.version).toBe(3)
    expect(draft).not.toHaveProperty('renewed')
  })

  it('holds a draft to the version in force, says so and keeps what was typed', async () => {
    office.clock.set('2026-12-01T02:00:00.000Z')
    await office.approvals.tasks['approvals:bring-into-force']?.({})
    const draft = granted(await me.getDraft({ params: { id: draftId } }))
    expect(draft.item.version).toBe(4)
    const { 'line-length': _, ...others } = FORM
    expect(draft.form).toEqual(others)
    expect(draft.renewed).toEqual({
      begunWith: 3,
      since: '2026-12-01',
      leftBehind: [
        { label: { zh: '线长', en: 'Length of line' }, text: { zh: '80 米', en: '80 m' } },
        { label: { zh: '放飞方案', en: 'Flight plan' }, text: { zh: '方案.pdf', en: '方案.pdf' } },
      ],
    })
  })

  it('takes files and submits by the version in force, without what it no longer asks', async () => {
    const params = { id: draftId }
    expect(await me.submitDraft({ params })).toMatchObject({ code: 'form-has-errors' })
    const { form } = granted(await me.getDraft({ params }))
    const saved = granted(await me.saveDraft({ params, input: { form: { ...form, line: 90 } } }))
    expect(saved.renewed?.leftBehind).toHaveLength(2)
    const upload = anUpload('风险.pdf', aPdf('risk'))
    granted(await me.addDraftFile({ params: { ...params, material: 'risk' }, upload }))
    const { id } = granted(await me.submitDraft({ params }))
    const submitted = granted(await me.getApplication({ params: { id } }))
    expect(submitted.item.version).toBe(4)
    expect(submitted.form).toMatchObject({ line: 90 })
    expect(submitted.form).not.toHaveProperty('line-length')
    const given = submitted.materials.filter(({ files }) => files.length > 0)
    expect(given.map(({ id }) => id)).toEqual(['risk'])
  })

  it('shows and takes a correction by the version of its case', async () => {
    const params = { id: caseId }
    const before = granted(await me.getApplication({ params }))
    expect(before.item.version).toBe(3)
    expect(before.correction?.points[0]?.label.zh).toBe('线长')
    const anyone = office.as({ kind: 'anonymous' })
    const guide = granted(await anyone.getItemGuide({ params: { code: KITE }, query: { version: 3 } }))
    expect(guide).toMatchObject({ status: 'superseded', online: false })
    expect(guide.item.fields.map(({ id }) => id)).toContain('line-length')
    const input = { expected: before.revision, form: { 'line-length': 60 }, materials: [] }
    expect(granted(await me.correctApplication({ params, input })).form).toMatchObject({ 'line-length': 60 })
  })

  it('prints the forms of an earlier version, and knows none that was never published', async () => {
    const anyone = office.as({ kind: 'anonymous' })
    const params = { code: KITE, material: 'plan', copy: 'blank.pdf' as const }
    expect(await anyone.printMaterialForm({ params })).toMatchObject({ code: 'material-has-no-form' })
    granted(await anyone.printMaterialForm({ params, query: { version: 3 } }))
    const unknown = await anyone.getItemGuide({ params: { code: KITE }, query: { version: 9 } })
    expect(unknown).toMatchObject({ code: 'item-not-found' })
  })
})

/**
 * An item made at the desk, with two places and three who applied in time: whoever signs in as its head may call the draw.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { type FormValues, withStepsLaid } from '@mashang/flow'
import { addDays, legalDayOf, type StaffRole, type Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import { must } from './must.ts'

const KITE = { code: '2102-TY-XK-0001', version: 3 }
const CODE = '2102-TY-XK-0020'
const DAYS_AGO = 3
const PLACES = 2

export interface SeedPlaces {
  readonly door: Door
  readonly clock: { set(at: Date): void }
  readonly citizens: readonly { readonly who: Who }[]
  readonly now: Date
}

const member = (id: string, name: string, organ: string, role: StaffRole): Who => ({
  kind: 'staff',
  id,
  name,
  organ,
  roles: [role],
  session: 'demo',
})
const EDITOR = member('019ab000-0000-7000-8000-00000000de01', '吴目录', 'data-bureau', 'catalogue-editor')
const APPROVER = member('019ab000-0000-7000-8000-00000000de02', '郑管理', 'data-bureau', 'administrator')
const OFFICER = member('019ab000-0000-7000-8000-00000000de03', '钱体育', 'sports-bureau', 'handling-officer')

export async function seedPlaces({ door, clock, citizens, now }: SeedPlaces): Promise<void> {
  const as = (who: Who) =>
    door.clientOf(approvalsEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
  const then = new Date(now.getTime() - DAYS_AGO * 86_400_000)
  clock.set(then)
  const editor = as(EDITOR)
  const { drafts } = must(
    await editor.startItemDraft({
      input: { from: 'copy', item: KITE, name: '国际风筝节展位使用许可', code: CODE },
    }),
  )
  if (!drafts[0]) throw new Error('a copy was begun')
  const params = { code: CODE, version: drafts[0].version }
  const opened = must(await editor.checkItem({ params }))
  const definition = drawnOf(opened.definition, addDays(legalDayOf(now), -1))
  const saved = must(await editor.saveItemDraft({ params, input: { expected: opened.revision, definition } }))
  must(await editor.submitItem({ params, input: { expected: saved.revision, note: '' } }))
  const approver = as(APPROVER)
  const { revision: expected } = must(await approver.checkItem({ params }))
  must(await approver.reviewItem({ params, input: { expected, approved: true, note: '' } }))
  must(await approver.publishItem({ params, input: {} }))
  for (const { who } of citizens) {
    const form: FormValues = { kite: '沙燕（软翅）', size: 12 }
    const { id } = must(
      await as(who).submitApplication({
        input: { item: CODE, applicant: { kind: 'person' }, form, materials: [] },
      }),
    )
    must(await as(OFFICER).acceptApplication({ params: { id }, input: { expected: 1 } }))
  }
  clock.set(now)
}

/** What was copied, made into an item that so many may be granted and that is drawn. */
function drawnOf(copied: unknown, closes: string): unknown {
  const { examples: _, ...kite } = copied as Readonly<Record<string, unknown>>
  const laid = withStepsLaid(
    {
      ...kite,
      name: { zh: '国际风筝节展位使用许可', en: 'Stand at the international kite festival' },
      summary: {
        zh: '风筝节展位有限，报名截止后由公开日志摇号。',
        en: 'Stands are few; the public log draws after the last day.',
      },
      'everyday-words': ['风筝节', '展位'],
      materials: [],
      fields: [
        {
          id: 'kite',
          label: { zh: '参展风筝', en: 'Kite shown' },
          type: 'text',
          required: true,
          'max-length': 60,
        },
        {
          id: 'size',
          label: { zh: '展位面积（平方米）', en: 'Stand (square metres)' },
          type: 'number',
          required: true,
          min: 4,
          max: 40,
        },
      ],
      result: { name: { zh: '展位使用许可决定书', en: 'Permit of a stand' } },
      faq: [
        {
          q: { zh: '没摇中怎么办？', en: 'What if I am not drawn?' },
          a: {
            zh: '按摇出的次序候补，有人退出时依次递补。',
            en: 'You wait in the order drawn, and move up as others leave.',
          },
        },
      ],
    },
    { onTheSpot: false, procedures: [], quota: 'draw' },
  )
  return { ...laid, quota: { ...(laid.quota as object), places: PLACES, closes } }
}

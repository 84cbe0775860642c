import type { BundleSheet } from '@mashang/bundles/contract'
import type { FormValues, SheetQuestion } from '@mashang/flow'
import { isRefusal, type Refusal } from '@mashang/kit'
import { one, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { DefaultButton, Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type FileError, SheetMaterials } from '../../parts/sheet-materials.tsx'
import { SheetErrors, SheetQuestions } from '../../parts/sheet-questions.tsx'
import { choicesOf, readPosted } from '../apply/draft.ts'
import { sheetRoutes } from '../sheet-routes.ts'
import { Applicants, Consents, Notes, SheetItems } from './sheet-parts.tsx'

const own = { for: 'some', citizen: true, row: 'own-bundle' } as const
const PATH = '/my/bundles/:id/sheets/:sheet'

const placeOf = ({ request }: Visit) => ({
  id: request.params.id ?? '',
  sheet: request.params.sheet === 'correction' ? ('correction' as const) : ('main' as const),
})
const hrefOf = (visit: Visit) => `/my/bundles/${placeOf(visit).id}/sheets/${placeOf(visit).sheet}`

export const bundleSheetRoutes = sheetRoutes<BundleSheet>({
  path: PATH,
  access: own,
  hrefOf,
  find: (visit) => visit.bundles.getBundleSheet({ params: placeOf(visit) }),
  take: takeSheet,
  addFile: (visit, material, upload) =>
    visit.bundles.addBundleFile({ params: { ...placeOf(visit), material }, upload }),
  dropFile: (visit, material, digest) =>
    visit.bundles.dropBundleFile({ params: { ...placeOf(visit), material, digest } }),
  screen: sheetScreen,
})

/** Keeps what was typed, right or wrong; then stays, or submits everything. */
async function takeSheet(visit: Visit): Promise<Shown> {
  const { bundles, request } = visit
  const params = placeOf(visit)
  const before = await bundles.getBundleSheet({ params })
  if (isRefusal(before)) return before
  const fields = before.questions.map(({ field }) => field)
  const answers = readPosted(fields, request.form, before.answers as FormValues, visit.needs.now())
  const applicant = one(request.form, '_applicant')
  const saved = await bundles.saveBundleSheet({
    params,
    input: { answers: { ...answers }, ...(applicant ? { applicant } : {}) },
  })
  if (isRefusal(saved)) return saved
  const step = one(request.form, '_step')
  if (step.startsWith('address-')) return { redirect: `${hrefOf(visit)}#field-${step.slice(8)}` }
  if (step !== 'submit') return { redirect: `${hrefOf(visit)}?check=1` }
  const { id } = params
  const done =
    params.sheet === 'main'
      ? await bundles.submitBundle({ params: { id }, input: { consents: consentsIn(visit, before) } })
      : await bundles.correctBundle({ params: { id }, input: {} })
  if (!isRefusal(done)) return { redirect: `/my/bundles/${id}` }
  if (done.code !== 'bundle-lacks') return done
  return sheetScreen(visit, withoutConsent(saved, done), true)
}

function consentsIn({ request }: Visit, { held }: BundleSheet): string[] {
  return held.map(({ key }) => key).filter((key) => one(request.form, `_use-${key}`) !== '')
}

/** What the city holds and may not use is missing after all. */
function withoutConsent(sheet: BundleSheet, { fields = [] }: Refusal): BundleSheet {
  const missing = new Set(fields.map(({ path }) => path))
  return {
    ...sheet,
    materials: sheet.materials.map((one) => ({ ...one, missing: missing.has(`materials.${one.key}`) })),
  }
}

async function sheetScreen(
  visit: Visit,
  sheet: BundleSheet,
  checks: boolean,
  wrong?: FileError,
): Promise<Shown> {
  const { view, request, approvals } = visit
  const fields = sheet.questions.map(({ field }) => field)
  const choices = await choicesOf(fields, sheet.answers as FormValues, approvals)
  const name = view.text(sheet.name)
  const title =
    sheet.sheet === 'main'
      ? view.say(`一张表办完：${name}`, `One form: ${name}`)
      : view.say(`一次补正：${name}`, `One correction: ${name}`)
  return {
    title,
    section: 'mine',
    focused: true,
    ...(wrong || (checks && one(request.form, '_step') === 'submit') ? { status: 422 } : {}),
    main: (
      <div className="wrap bundle">
        <p className="apply-item">
          <a href={`/my/bundles/${sheet.id}`}>{view.say('回到这件事', 'Back to the overview')}</a>
        </p>
        <h1>{title}</h1>
        <SheetErrors
          sheet={sheet}
          checks={checks}
          wrong={wrong}
          more={sheet.applicantError ? [{ at: 'applicant', message: sheet.applicantError }] : []}
        />
        <Sheet
          sheet={sheet}
          action={hrefOf(visit)}
          csrfToken={request.csrfToken}
          checks={checks}
          wrong={wrong}
          choices={choices}
        />
      </div>
    ),
  }
}

interface Props {
  readonly sheet: BundleSheet
  readonly action: string
  readonly csrfToken: string
  readonly checks: boolean
  readonly wrong: FileError | undefined
  readonly choices: ReadonlyMap<string, RegionChoices>
}

function Sheet(props: Props) {
  const { sheet, action, csrfToken, checks, wrong } = props
  const { say, text } = useView()
  const now = sheet.items.filter(({ state }) => state === 'now' || state === 'next')
  if (now.length === 0)
    return (
      <Notice kind="info" title={say('现在没有要填写的', 'There is nothing to fill in now')}>
        <p>
          <a href={`/my/bundles/${sheet.id}`}>{say('查看办理进度', 'See how it stands')}</a>
        </p>
      </Notice>
    )
  return (
    <>
      {sheet.sheet === 'main' ? <SheetItems sheet={sheet} /> : <Notes sheet={sheet} />}
      <SheetMaterials
        materials={sheet.materials}
        nameOf={(code) => {
          const item = sheet.items.find((one) => one.code === code)
          return item ? text(item.name) : code
        }}
        action={action}
        csrfToken={csrfToken}
        checks={checks}
        wrong={wrong}
      />
      <form method="post" action={action} noValidate>
        <Hidden values={{ _csrf: csrfToken }} />
        <DefaultButton />
        <Applicants sheet={sheet} />
        <Themes {...props} />
        <Consents sheet={sheet} />
        <div className="buttons">
          <button type="submit" name="_step" value="submit" className="button">
            {sheet.sheet === 'main'
              ? say(`一次提交给全部部门（${now.length} 项）`, `Submit to all offices at once (${now.length})`)
              : say('一次补正，发给各部门', 'Send to all that asked')}
          </button>
          <button type="submit" name="_step" value="save" className="button button-second">
            {say('保存并检查', 'Save and check')}
          </button>
        </div>
        <p className="hint">
          {say(
            '填写的内容已自动留存，换一台设备登录也能接着填。',
            'What you save is kept; sign in on any device to go on.',
          )}
        </p>
      </form>
    </>
  )
}

/** Questions by their themes: shared ones first, then what a single item asks under its own headings. */
function Themes({ sheet, checks, choices }: Props) {
  const { say, text } = useView()
  const groups = new Map<string, { title: string; questions: SheetQuestion[] }>()
  for (const question of sheet.questions) {
    const item =
      question.items.length === 1 ? sheet.items.find(({ code }) => code === question.items[0]) : undefined
    const section = question.field.section
    const title = item
      ? say(
          `${item.name.zh}${section ? `：${section.zh}` : ''}`,
          `${text(item.name)}${section ? `: ${text(section)}` : ''}`,
        )
      : section
        ? text(section)
        : say('共用的信息', 'Shared')
    const group = groups.get(title) ?? { title, questions: [] }
    group.questions.push(question)
    groups.set(title, group)
  }
  return [...groups.values()].map(({ title, questions }) => (
    <fieldset key={title} className="form-section sheet">
      <legend>
        <h2>{title}</h2>
      </legend>
      <SheetQuestions
        questions={questions}
        answers={sheet.answers as FormValues}
        checks={checks}
        choices={choices}
        note={({ items }) =>
          items.length > 1 ? (
            <p className="hint asked-once">
              {say(`${items.length} 个事项共用，只问这一次`, `Asked once for ${items.length} items`)}
            </p>
          ) : null
        }
      />
    </fieldset>
  ))
}

import type { FormValues } from '@mashang/flow'
import { isRefusal, problemOf, type Refusal, refuse } from '@mashang/kit'
import type { StageSheet } from '@mashang/projects/contract'
import { drained } from '../../frame/drained.ts'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { FieldInput } from '../../parts/field-input.tsx'
import { DefaultButton, Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type FileError, SheetMaterials } from '../../parts/sheet-materials.tsx'
import { choicesOf, readPosted } from '../apply/draft.ts'

/** What every part of the page of a stage is given. */
interface Part {
  readonly sheet: StageSheet
  readonly action: string
  readonly csrfToken: string
  readonly checks: boolean
}

const own = { for: 'some', citizen: true, row: 'own-project' } as const
const PATH = '/projects/:id/stages/:stage'

export const stageRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: own, show: showSheet },
  { method: 'POST', path: PATH, access: own, perMinute: 600, show: takeSheet },
  {
    method: 'POST',
    path: `${PATH}/materials/:material`,
    access: own,
    takes: 'multipart',
    perMinute: 300,
    show: takeFile,
  },
  { method: 'POST', path: `${PATH}/materials/:material/remove`, access: own, show: removeFile },
]

const placeOf = ({ request }: Visit) => ({
  id: request.params.id ?? '',
  stage: request.params.stage ?? '',
})
const hrefOf = (visit: Visit) => `/projects/${placeOf(visit).id}/stages/${placeOf(visit).stage}`

async function showSheet(visit: Visit): Promise<Shown> {
  const sheet = await visit.projects.getSheet({ params: placeOf(visit) })
  return isRefusal(sheet) ? sheet : sheetScreen(visit, sheet, one(visit.request.query, 'check') !== '')
}

/** Keeps what was typed, right or wrong; then stays, or submits everything. */
async function takeSheet(visit: Visit): Promise<Shown> {
  const { projects, request } = visit
  const params = placeOf(visit)
  const before = await projects.getSheet({ params })
  if (isRefusal(before)) return before
  const fields = before.questions.map(({ field }) => field)
  const answers = readPosted(fields, request.form, before.answers as FormValues, visit.needs.now())
  const saved = await projects.saveSheet({ params, input: { answers: { ...answers } } })
  if (isRefusal(saved)) return saved
  const step = one(request.form, '_step')
  if (step.startsWith('address-')) return { redirect: `${hrefOf(visit)}#field-${step.slice(8)}` }
  if (step !== 'submit') return { redirect: `${hrefOf(visit)}?check=1` }
  const submitted = await projects.submitStage({ params, input: {} })
  if (!isRefusal(submitted)) return { redirect: `/projects/${params.id}#stage-${params.stage}` }
  return submitted.code === 'stage-lacks' ? sheetScreen(visit, saved, true) : submitted
}

async function takeFile(visit: Visit): Promise<Shown> {
  const { projects, request } = visit
  const material = request.params.material ?? ''
  let refused: Refusal | undefined
  for await (const { upload } of request.uploads) {
    const params = { ...placeOf(visit), material }
    const answer = await projects.addSheetFile({ params, upload: drained(upload) })
    if (isRefusal(answer)) refused = answer
  }
  return refused
    ? filesRefused(visit, material, refused)
    : { redirect: `${hrefOf(visit)}#material-${material}` }
}

async function removeFile(visit: Visit): Promise<Shown> {
  const { projects, request } = visit
  const material = request.params.material ?? ''
  const params = { ...placeOf(visit), material, digest: one(request.form, 'digest') }
  const answer = await projects.dropSheetFile({ params })
  return isRefusal(answer) ? answer : { redirect: `${hrefOf(visit)}#material-${material}` }
}

async function filesRefused(visit: Visit, material: string, refusal: Refusal): Promise<Shown> {
  const sheet = await visit.projects.getSheet({ params: placeOf(visit) })
  if (isRefusal(sheet)) return refuse('not-found')
  return sheetScreen(visit, sheet, false, {
    material,
    message: problemOf(refusal, visit.view.language).detail,
  })
}

async function sheetScreen(
  visit: Visit,
  sheet: StageSheet,
  checks: boolean,
  wrong?: FileError,
): Promise<Shown> {
  const { view, request, approvals } = visit
  const fields = sheet.questions.map(({ field }) => field)
  const choices = await choicesOf(fields, sheet.answers as FormValues, approvals)
  const title = view.say(`一次提交：${sheet.stage.name.zh}`, `Apply at once: ${view.text(sheet.stage.name)}`)
  return {
    title,
    section: 'mine',
    focused: true,
    ...(wrong || (checks && one(request.form, '_step') === 'submit') ? { status: 422 } : {}),
    main: (
      <div className="wrap">
        <p className="apply-item">
          <a href={`/projects/${sheet.project.id}`}>{sheet.project.name}</a>{' '}
          <span className="code">{sheet.project.code}</span>
        </p>
        <h1>{title}</h1>
        <Errors sheet={sheet} checks={checks} wrong={wrong} />
        <Items sheet={sheet} />
        <SheetMaterials
          materials={sheet.materials}
          nameOf={(code) => {
            const item = sheet.items.find((one) => one.code === code)
            return item ? view.text(item.name) : code
          }}
          action={hrefOf(visit)}
          csrfToken={request.csrfToken}
          checks={checks}
          wrong={wrong}
        />
        <Questions
          sheet={sheet}
          action={hrefOf(visit)}
          csrfToken={request.csrfToken}
          checks={checks}
          choices={choices}
        />
      </div>
    ),
  }
}

function Errors({
  sheet,
  checks,
  wrong,
}: {
  sheet: StageSheet
  checks: boolean
  wrong: FileError | undefined
}) {
  const { text, say } = useView()
  const errors: readonly InputError[] = [
    ...(wrong ? [{ at: `material-${wrong.material}`, message: wrong.message }] : []),
    ...(checks
      ? [
          ...sheet.materials.flatMap(({ key, material, missing }) =>
            missing
              ? [
                  {
                    at: `material-${key}`,
                    label: text(material.name),
                    message: say('请上传。', 'Please upload it.'),
                  },
                ]
              : [],
          ),
          ...sheet.questions.flatMap(({ field, error }) =>
            error ? [{ at: `field-${field.id}`, label: text(field.label), message: error }] : [],
          ),
        ]
      : []),
  ]
  return (
    <ErrorSummary errors={errors} title={say(`还差 ${errors.length} 处`, `${errors.length} still lacking`)} />
  )
}

function Items({ sheet }: { sheet: StageSheet }) {
  const { say, text } = useView()
  const words = {
    open: say('这次一起提交', 'submitted this time'),
    waiting: say('要等前面的事项办结', 'waits for what comes first'),
    applied: say('已经提交', 'already submitted'),
  }
  return (
    <section aria-labelledby="items">
      <h2 id="items">{say('本阶段的事项', 'Items of this stage')}</h2>
      <ul className="rows sheet">
        {sheet.items.map((item) => (
          <li key={item.id}>
            <p>
              <a href={`/items/${encodeURIComponent(item.code)}`}>
                <Said of={item.name} />
              </a>{' '}
              <span className={item.state === 'open' ? 'tag tag-done' : 'tag'}>{words[item.state]}</span>
            </p>
            <p className="hint">
              <Said of={item.organ.name} /> ·{' '}
              {say(`承诺 ${item.days} 个工作日`, `promised: ${item.days} working days`)}
              {item.waitsFor.length > 0
                ? ` · ${say('先办：', 'first: ')}${item.waitsFor.map(text).join(say('、', ', '))}`
                : ''}
              {item.state === 'open' && item.lacks > 0
                ? ` · ${say(`还差 ${item.lacks} 处`, `${item.lacks} still lacking`)}`
                : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Questions({
  sheet,
  action,
  csrfToken,
  checks,
  choices,
}: Part & { choices: ReadonlyMap<string, RegionChoices> }) {
  const { say, text } = useView()
  const shared = sheet.questions.filter(({ items }) => items.length > 1)
  const open = sheet.items.filter(({ state }) => state === 'open')
  if (open.length === 0)
    return (
      <Notice
        kind="info"
        title={say('本阶段现在没有要提交的申请', 'There is nothing to submit in this stage now')}
      >
        <p>
          <a href={`/projects/${sheet.project.id}`}>{say('回到项目', 'Back to the project')}</a>
        </p>
      </Notice>
    )
  const groups = [
    {
      id: 'shared',
      title: say('各事项共用的信息：每个问题只问一次', 'Shared by several items: asked once'),
      asked: shared,
    },
    ...open.map((item) => ({
      id: item.id,
      title: say(`只有“${item.name.zh}”要填`, `Only for “${text(item.name)}”`),
      asked: sheet.questions.filter(({ items }) => items.length === 1 && items[0] === item.code),
    })),
  ]
  return (
    <form method="post" action={action} noValidate>
      <Hidden values={{ _csrf: csrfToken }} />
      <DefaultButton />
      {groups
        .filter(({ asked }) => asked.length > 0)
        .map(({ id, title, asked }) => (
          <fieldset key={id} className="form-section">
            <legend>
              <h2>{title}</h2>
            </legend>
            <Asked questions={asked} sheet={sheet} checks={checks} choices={choices} />
          </fieldset>
        ))}
      <div className="buttons">
        <button type="submit" name="_step" value="submit" className="button">
          {say(`一次提交 ${open.length} 件申请`, `Submit ${open.length} applications at once`)}
        </button>
        <button type="submit" name="_step" value="save" className="button button-second">
          {say('保存并检查', 'Save and check')}
        </button>
      </div>
    </form>
  )
}

function Asked({
  questions,
  sheet,
  checks,
  choices,
}: Pick<Part, 'sheet' | 'checks'> & {
  questions: StageSheet['questions']
  choices: ReadonlyMap<string, RegionChoices>
}) {
  return questions.map(({ field, error }) => {
    const regions = choices.get(field.id)
    return (
      <FieldInput
        key={field.id}
        field={field}
        state={{
          value: (sheet.answers as FormValues)[field.id],
          error: checks ? error : undefined,
          shown: true,
          ...(regions ? { regions } : {}),
        }}
      />
    )
  })
}

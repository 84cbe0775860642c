import type { FormValues } from '@mashang/flow'
import { isRefusal } from '@mashang/kit'
import type { StageSheet } from '@mashang/projects/contract'
import { one, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { DefaultButton, Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type FileError, SheetMaterials } from '../../parts/sheet-materials.tsx'
import { SheetErrors, SheetQuestions } from '../../parts/sheet-questions.tsx'
import { choicesOf, readPosted } from '../apply/draft.ts'
import { sheetRoutes } from '../sheet-routes.ts'

/** What every part of the page of a stage is given. */
interface Part {
  readonly sheet: StageSheet
  readonly action: string
  readonly csrfToken: string
  readonly checks: boolean
}

const own = { for: 'some', citizen: true, row: 'own-project' } as const
const PATH = '/projects/:id/stages/:stage'

const placeOf = ({ request }: Visit) => ({
  id: request.params.id ?? '',
  stage: request.params.stage ?? '',
})
const hrefOf = (visit: Visit) => `/projects/${placeOf(visit).id}/stages/${placeOf(visit).stage}`

export const stageRoutes = sheetRoutes<StageSheet>({
  path: PATH,
  access: own,
  hrefOf,
  find: (visit) => visit.projects.getSheet({ params: placeOf(visit) }),
  take: takeSheet,
  addFile: (visit, material, upload) =>
    visit.projects.addSheetFile({ params: { ...placeOf(visit), material }, upload }),
  dropFile: (visit, material, digest) =>
    visit.projects.dropSheetFile({ params: { ...placeOf(visit), material, digest } }),
  screen: sheetScreen,
})

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
        <SheetErrors sheet={sheet} checks={checks} wrong={wrong} />
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
          standing={
            new Map(
              sheet.served.map((key) => [
                key,
                view.say(
                  '联合审图已经通过，下面的联合审查意见书代替这份材料，自动随申请提交，不用再交。',
                  'The drawings have passed the joint review: the joint opinion below takes the place of this document and goes with the applications by itself.',
                ),
              ]),
            )
          }
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
      <ul className="rows told sheet">
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
            <SheetQuestions
              questions={asked}
              answers={sheet.answers as FormValues}
              checks={checks}
              choices={choices}
            />
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

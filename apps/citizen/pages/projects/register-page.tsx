import { type Field, type FormValues, sectionsOf, visibleFields } from '@mashang/flow'
import type { Enterprise } from '@mashang/identity/contract'
import { isRefusal, problemOf, type Refusal } from '@mashang/kit'
import type { CodeAnswer } from '@mashang/projects/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { FieldInput } from '../../parts/field-input.tsx'
import { Choices, DefaultButton, Group, Hidden, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { choicesOf, messageOf, readPosted } from '../apply/draft.ts'
import { CodeSays } from './code-says.tsx'

const citizens = { for: 'some', citizen: true } as const

export const registerRoutes: readonly Route[] = [
  { method: 'GET', path: '/projects/new', access: citizens, show: (visit) => screen(visit, NOTHING) },
  { method: 'POST', path: '/projects/new', access: citizens, show: register },
]

interface Typed {
  readonly owner: string
  readonly code: string
  readonly values: FormValues
  readonly refusal?: Refusal
  /** What the code that was typed says, where it was asked. */
  readonly checked?: CodeAnswer
}

const NOTHING: Typed = { owner: '', code: '', values: { secret: false } }

async function register(visit: Visit): Promise<Shown> {
  const { request, projects } = visit
  const described = await projects.describeStages({})
  if (isRefusal(described)) return described
  const typed: Typed = {
    owner: one(request.form, 'owner'),
    code: one(request.form, 'project-code').trim(),
    values: readPosted(described.fields, request.form, {}, visit.needs.now()),
  }
  // A choice of district asks for its streets; nothing is complained about yet.
  const step = one(request.form, '_step')
  if (step.startsWith('address-')) return screen(visit, typed)
  if (step === 'check-code') return checkCode(visit, typed)
  const registered = await projects.registerProject({
    input: { owner: typed.owner, facts: { ...typed.values }, ...(typed.code ? { code: typed.code } : {}) },
  })
  if (!isRefusal(registered)) return { redirect: `/projects/${registered.id}` }
  return screen(visit, { ...typed, refusal: registered })
}

/** The code is looked at before anything is registered; all that was typed stays. */
async function checkCode(visit: Visit, typed: Typed): Promise<Shown> {
  if (typed.code === '') return screen(visit, typed)
  const checked = await visit.projects.checkCode({ query: { code: typed.code.slice(0, 60) } })
  return isRefusal(checked) ? checked : screen(visit, { ...typed, checked })
}

async function screen(visit: Visit, typed: Typed): Promise<Shown> {
  const { request, projects, identity, approvals, view } = visit
  const [described, listed] = await Promise.all([projects.describeStages({}), identity.listEnterprises({})])
  if (isRefusal(described)) return described
  if (isRefusal(listed)) return listed
  const { fields } = described
  const choices = await choicesOf(fields, typed.values, approvals)
  const title = view.say('登记投资项目', 'Register a project')
  return {
    title: typed.refusal ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    section: 'mine',
    focused: true,
    ...(typed.refusal ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <p>
          {view.say(
            '登记后马上得到项目代码；以后每一件审批都凭这个代码办理。',
            'You get the project code at once; every later approval goes by it.',
          )}
        </p>
        <RegisterForm
          fields={fields}
          codeBegins={described.codeBegins}
          typed={typed}
          choices={choices}
          enterprises={listed.enterprises}
          csrfToken={request.csrfToken}
        />
      </div>
    ),
  }
}

interface FormProps {
  readonly fields: readonly Field[]
  /** How a code that is given today begins. */
  readonly codeBegins: string
  readonly typed: Typed
  readonly choices: ReadonlyMap<string, RegionChoices>
  readonly enterprises: readonly Enterprise[]
  readonly csrfToken: string
}

function RegisterForm({ fields, codeBegins, typed, choices, enterprises, csrfToken }: FormProps) {
  const { say, language, text } = useView()
  const wrong = typed.refusal ? (problemOf(typed.refusal).fields ?? []) : []
  const errorAt = (path: string) => {
    const found = typed.refusal?.fields?.find((one) => one.path === path)
    const field = fields.find(({ id }) => path === `facts.${id}`)
    return found && messageOf(found, field, language)
  }
  const errors: readonly InputError[] = wrong.map(({ path }) => {
    const field = fields.find(({ id }) => path === `facts.${id}`)
    return {
      at: field ? `field-${field.id}` : path === 'owner' ? 'owner' : 'project-code',
      ...(field ? { label: text(field.label) } : {}),
      message: errorAt(path) ?? '',
    }
  })
  const { checked } = typed
  const complaints =
    checked?.valid === false && checked.problem
      ? [...errors, { at: 'project-code', message: text(checked.problem) }]
      : errors
  if (enterprises.length === 0)
    return (
      <Notice kind="info" title={say('请先添加您代表的单位', 'First add the organisation you act for')}>
        <p>
          <a href="/my/account?next=%2Fprojects%2Fnew#enterprises">{say('去添加', 'Add it')}</a>
        </p>
      </Notice>
    )
  return (
    <form method="post" action="/projects/new" noValidate data-conditions="">
      <Hidden values={{ _csrf: csrfToken }} />
      <DefaultButton />
      <ErrorSummary errors={complaints} />
      <OwnerChoice enterprises={enterprises} typed={typed} error={errorAt('owner')} />
      <CodeInput codeBegins={codeBegins} typed={typed} error={errorAt('code')} />
      <Facts fields={fields} typed={typed} choices={choices} errorAt={errorAt} />
      <div className="buttons">
        <button type="submit" className="button">
          {say('登记并取得代码', 'Register and get the code')}
        </button>
      </div>
    </form>
  )
}

/** 项目代码 — one that the project has, looked at before it is given; or what will be given. */
function CodeInput({
  codeBegins,
  typed: { code, checked },
  error,
}: Pick<FormProps, 'codeBegins' | 'typed'> & { error: string | undefined }) {
  const { say, text } = useView()
  const wrong = checked && !checked.valid && checked.problem ? text(checked.problem) : undefined
  return (
    <>
      <TextInput
        labelled={{
          id: 'project-code',
          label: say('已有的项目代码', 'Project code, if there is one'),
          hint: say(
            `还没有就留空，系统会给一个，形如 ${codeBegins}-××-××××××（年月-区划-部门-类型-随机码和校验位）。`,
            `Leave it empty to be given one, such as ${codeBegins}-××-×××××× (month, region, department, type, random and check digits).`,
          ),
          error: error ?? wrong,
          optional: true,
        }}
        name="project-code"
        defaultValue={code}
        width="half"
        spellCheck={false}
      />
      <p>
        <button
          type="submit"
          name="_step"
          value="check-code"
          formAction="/projects/new#project-code"
          className="button button-second button-small"
        >
          {say('校验这个代码', 'Check this code')}
        </button>
      </p>
      {checked?.valid ? (
        <>
          <CodeSays answer={checked} />
          {checked.project ? (
            <p>
              {say('本市已有项目登记了这个代码：', 'A project of this city has this code already: ')}
              {checked.project.name}
            </p>
          ) : null}
        </>
      ) : null}
    </>
  )
}

function OwnerChoice({
  enterprises,
  typed,
  error,
}: {
  enterprises: readonly Enterprise[]
  typed: Typed
  error: string | undefined
}) {
  const { say } = useView()
  const only = enterprises.length === 1 ? enterprises[0]?.uscc : undefined
  return (
    <Group labelled={{ id: 'owner', label: say('建设单位', 'Who builds'), error }}>
      <Choices
        kind="radio"
        name="owner"
        options={enterprises.map(({ uscc, name }) => ({
          value: uscc,
          label: name,
          hint: <span className="code">{uscc}</span>,
        }))}
        chosen={[typed.owner || only || '']}
      />
    </Group>
  )
}

function Facts({
  fields,
  typed,
  choices,
  errorAt,
}: Pick<FormProps, 'fields' | 'typed' | 'choices'> & { errorAt(path: string): string | undefined }) {
  const shown = new Set(visibleFields(fields, typed.values))
  return sectionsOf(fields).map(({ title, fields: own }) => (
    <fieldset key={title?.zh ?? ''} className="form-section">
      <legend>
        <h2>{title ? <Said of={title} /> : null}</h2>
      </legend>
      {own.map((field) => {
        const regions = choices.get(field.id)
        return (
          <FieldInput
            key={field.id}
            field={field}
            state={{
              value: typed.values[field.id],
              error: errorAt(`facts.${field.id}`),
              shown: shown.has(field),
              ...(regions ? { regions } : {}),
            }}
          />
        )
      })}
    </fieldset>
  ))
}

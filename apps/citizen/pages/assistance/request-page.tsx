import type { ItemGuide } from '@mashang/approvals/contract'
import type { Circumstance, HelpKind } from '@mashang/assistance/contract'
import type { Enterprise } from '@mashang/identity/contract'
import { isRefusal, problemOf, type Refusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Choices, Group, Hidden, InputBox } from '../../parts/inputs.tsx'
import { CIRCUMSTANCE_WORDS } from './words.ts'

const citizens = { for: 'some', citizen: true } as const
const LONGEST = 1000
const CIRCUMSTANCES: readonly Circumstance[] = ['none', 'elderly', 'disabled']

export const helpRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/items/:code/help',
    access: citizens,
    show: (visit) =>
      screen(visit, {
        ...{ kind: 'guided', circumstance: 'none', enterprise: '', text: '' },
        application: one(visit.request.query, 'case'),
      }),
  },
  { method: 'POST', path: '/items/:code/help', access: citizens, perMinute: 20, show: ask },
]

interface Typed {
  readonly kind: HelpKind
  readonly circumstance: Circumstance
  readonly enterprise: string
  readonly application: string
  readonly text: string
  readonly refusal?: Refusal
}

async function ask(visit: Visit): Promise<Shown> {
  const { request, assistance } = visit
  const { form } = request
  const typed: Typed = {
    kind: one(form, 'kind') === 'agency' ? 'agency' : 'guided',
    circumstance: CIRCUMSTANCES.find((known) => known === one(form, 'circumstance')) ?? 'none',
    enterprise: one(form, 'enterprise'),
    application: one(form, 'case'),
    text: one(form, 'text').trim().slice(0, LONGEST),
  }
  const { enterprise, application, ...rest } = typed
  const asked = await assistance.requestHelp({
    input: {
      ...{ ...rest, item: request.params.code ?? '' },
      ...(enterprise ? { enterprise } : {}),
      ...(application ? { application } : {}),
    },
  })
  if (!isRefusal(asked)) return { redirect: `/my/help/${asked.id}?sent=1` }
  return asked.code === 'form-has-errors' ? screen(visit, { ...typed, refusal: asked }) : asked
}

async function screen(visit: Visit, typed: Typed): Promise<Shown> {
  const { request, approvals, identity, view } = visit
  const code = request.params.code ?? ''
  const [guide, listed] = await Promise.all([
    approvals.getItemGuide({ params: { code }, query: {} }),
    identity.listEnterprises({}),
  ])
  if (isRefusal(guide)) return guide
  if (isRefusal(listed)) return listed
  const title = view.say('申请帮办代办', 'Ask for help')
  return {
    title: typed.refusal ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    section: 'items',
    focused: true,
    ...(typed.refusal ? { status: 422 } : {}),
    crumbs: [
      { label: view.say('办事', 'Services'), href: '/items' },
      { label: view.text(guide.item.name), href: `/items/${encodeURIComponent(code)}` },
    ],
    main: <Ask guide={guide} enterprises={listed.enterprises} typed={typed} csrfToken={request.csrfToken} />,
  }
}

interface Parts {
  readonly guide: ItemGuide
  readonly enterprises: readonly Enterprise[]
  readonly typed: Typed
  readonly csrfToken: string
}

function Ask({ guide, enterprises, typed, csrfToken }: Parts) {
  const { language, say } = useView()
  const { item } = guide
  const wrong = typed.refusal ? (problemOf(typed.refusal, language).fields[0]?.message ?? '') : undefined
  return (
    <div className="wrap narrow">
      <h1>{say('申请帮办代办', 'Ask for help')}</h1>
      <p className="lead">
        <Said of={item.name} />
      </p>
      {wrong ? <ErrorSummary errors={[{ at: 'text', message: wrong }]} /> : null}
      <form method="post" action={`/items/${encodeURIComponent(item.code)}/help`} data-once="">
        <Hidden values={{ _csrf: csrfToken, case: typed.application }} />
        <KindChoice kind={typed.kind} />
        {enterprises.length > 0 ? (
          <Group labelled={{ id: 'enterprise', label: say('为谁办？', 'For whom?') }}>
            <Choices
              kind="radio"
              name="enterprise"
              chosen={[typed.enterprise]}
              options={[
                { value: '', label: say('我本人', 'For me') },
                ...enterprises.map(({ uscc, name }) => ({ value: uscc, label: name })),
              ]}
            />
          </Group>
        ) : null}
        <Group labelled={{ id: 'circumstance', label: say('需要我们留意的情况', 'What we should know') }}>
          <Choices
            kind="radio"
            name="circumstance"
            chosen={[typed.circumstance]}
            options={CIRCUMSTANCES.map((value) => ({
              value,
              label: <Said of={CIRCUMSTANCE_WORDS[value]} />,
            }))}
          />
        </Group>
        <InputBox
          labelled={{
            id: 'text',
            label: say('需要帮什么', 'What you need help with'),
            hint: say('例如：不会用电脑，材料看不懂。', 'E.g. I cannot use a computer.'),
            error: wrong,
          }}
          name="text"
          rows={4}
          value={typed.text}
          maxLength={LONGEST}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('提交申请', 'Ask for help')}
          </button>
          <a className="button button-second" href={`/items/${encodeURIComponent(item.code)}`}>
            {say('返回办事指南', 'Back to the guide')}
          </a>
        </div>
      </form>
    </div>
  )
}

function KindChoice({ kind }: Pick<Typed, 'kind'>) {
  const { say } = useView()
  return (
    <Group labelled={{ id: 'kind', label: say('您需要哪一种？', 'Which do you need?') }}>
      <Choices
        kind="radio"
        name="kind"
        chosen={[kind]}
        options={[
          {
            value: 'guided',
            label: say('帮办：帮办员指导，我自己办', 'Guided: an assistant guides me, I do it'),
          },
          {
            value: 'agency',
            label: say('代办：签委托书后由帮办员替我办', 'Full agency: an assistant does it for me'),
            hint: say(
              '帮办员会请您在线签署委托书，写明范围和期限；您可以随时撤销。',
              'You are asked to sign a mandate online that names what for and until when; you may revoke it at any time.',
            ),
          },
        ]}
      />
    </Group>
  )
}

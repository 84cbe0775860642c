import type { CodeView, RatingForm } from '@mashang/hall/contract'
import { everyone, isRefusal, type Refusal, textOf } from '@mashang/kit'
import type { Screen } from '../../frame/render.tsx'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import {
  errorsOf,
  formOf,
  givenFrom,
  NOTHING_TYPED,
  RatingInputs,
  type TypedRating,
  typedIn,
} from './rating-form.tsx'
import { KIND_WORDS } from './words.ts'

/** 评价码: rate once by what stands on a slip or is shown at a window, without signing in. */
export const codeRatingRoutes: readonly Route[] = [
  { method: 'GET', path: '/rate', access: everyone, perMinute: 60, show: enter },
  { method: 'GET', path: '/rate/:code', access: everyone, perMinute: 60, show: (visit) => show(visit) },
  { method: 'POST', path: '/rate/:code', access: everyone, perMinute: 30, show: rate },
]

async function enter(visit: Visit): Promise<Shown> {
  const code = one(visit.request.query, 'code').trim()
  if (!code) return enterScreen(visit, '')
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const found = plain.length === 12 ? await visit.hall.getByCode({ params: { code: plain } }) : undefined
  if (found && !isRefusal(found)) return { redirect: `/rate/${plain}` }
  const refusal = found ?? { code: 'rating-code-unknown', facts: {} }
  return enterScreen(visit, code, textOf(refusal.code, refusal.facts, visit.view.language))
}

function enterScreen({ view }: Visit, code: string, error?: string): Screen {
  const title = view.say('凭评价码评价', 'Rate by code')
  return {
    title,
    focused: true,
    crumbs: [],
    ...(error ? { status: 422 } : {}),
    main: <Enter title={title} code={code} error={error} />,
  }
}

function Enter({ title, code, error }: { title: string; code: string; error: string | undefined }) {
  const { say } = useView()
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <ErrorSummary errors={error ? [{ at: 'code', message: error }] : []} />
      <form action="/rate" className="sheet" noValidate>
        <TextInput
          labelled={{
            id: 'code',
            label: say('评价码', 'Rating code'),
            hint: say(
              '印在窗口单据上的十二位字母和数字，例如 7KQ2-M9TD-XH4C。',
              'Twelve letters and digits on your slip, such as 7KQ2-M9TD-XH4C.',
            ),
            error,
          }}
          name="code"
          width="half"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
          defaultValue={code}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('下一步', 'Next')}
          </button>
        </div>
      </form>
      <p>
        <a href="/my/ratings">
          {say('有账号？登录后在“我的评价”中评价', 'Have an account? Rate under “My ratings”')}
        </a>
      </p>
    </div>
  )
}

interface Wrong {
  readonly typed: TypedRating
  readonly refusal: Refusal | 'no-level'
}

async function show(visit: Visit, wrong?: Wrong): Promise<Shown> {
  const { request, hall, view } = visit
  const code = request.params.code ?? ''
  const [found, form] = await Promise.all([hall.getByCode({ params: { code } }), formOf(visit)])
  if (isRefusal(found)) return found
  if (isRefusal(form)) return form
  const title = view.say('评价这次服务', 'Rate this service')
  return {
    title: wrong ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    focused: true,
    crumbs: [],
    ...(wrong ? { status: 422 } : {}),
    main: <ByCode code={code} found={found} form={form} wrong={wrong} visit={visit} title={title} />,
  }
}

function ByCode({
  code,
  found,
  form,
  wrong,
  visit,
  title,
}: {
  code: string
  found: CodeView
  form: RatingForm
  wrong: Wrong | undefined
  visit: Visit
  title: string
}) {
  return (
    <div className="wrap narrow case">
      <WhatIsRated title={title} found={found} />
      {found.rated ? (
        <Thanks />
      ) : (
        <RatingInputs
          action={`/rate/${code}`}
          form={form}
          typed={wrong?.typed ?? NOTHING_TYPED}
          errors={errorsOf(wrong?.refusal, visit.view)}
          csrfToken={visit.request.csrfToken}
          asks="publish"
        />
      )}
    </div>
  )
}

function WhatIsRated({ title, found }: { title: string; found: CodeView }) {
  const { text } = useView()
  return (
    <header className="case-head sheet">
      <h1>{title}</h1>
      <p className="sentence">
        <Said of={found.item.name} />
      </p>
      <p className="hint">
        {text(KIND_WORDS[found.kind])} · <Said of={found.organ.name} /> · <Day on={found.at} />
      </p>
    </header>
  )
}

function Thanks() {
  const { say } = useView()
  return (
    <Notice kind="done" title={say('评价已收到，谢谢您', 'Your rating has arrived. Thank you.')}>
      <p>
        {say(
          '评价码已经用过。差评由部门负责人回访、整改，登录后在“我的评价”中看得到答复。',
          'The code is used up. A bad rating is followed up by the head of the office; sign in to read the answer under “My ratings”.',
        )}
      </p>
      <p>
        <a href="/ratings">{say('好差评公开数据', 'Published figures of ratings')}</a>
      </p>
    </Notice>
  )
}

async function rate(visit: Visit): Promise<Shown> {
  const { request, hall } = visit
  const code = request.params.code ?? ''
  const form = await formOf(visit)
  if (isRefusal(form)) return form
  const typed = typedIn(request.form)
  const input = givenFrom(typed, form)
  if (!input) return show(visit, { typed, refusal: 'no-level' })
  const answer = await hall.rateByCode({ params: { code }, input })
  return isRefusal(answer) ? show(visit, { typed, refusal: answer }) : { redirect: `/rate/${code}` }
}

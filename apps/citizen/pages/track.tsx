import type { TrackView } from '@mashang/approvals/contract'
import { everyone, isRefusal } from '@mashang/kit'
import type { Screen } from '../frame/render.tsx'
import { one, type Route, type Shown, type Visit } from '../frame/route.ts'
import { Said, useView } from '../frame/view.tsx'
import { Moment } from '../parts/day.tsx'
import { ErrorSummary, type InputError } from '../parts/error-summary.tsx'
import { Hidden, TextInput } from '../parts/inputs.tsx'
import { messageAt, refusedInputs } from './account/refused-input.ts'
import { ClockCards, StepsOfCase, Timeline } from './case/progress-parts.tsx'
import { StatusTag } from './case/status.tsx'

export const trackRoutes: readonly Route[] = [
  { method: 'GET', path: '/track', access: everyone, show: async (visit) => form(visit) },
  { method: 'POST', path: '/track', access: everyone, perMinute: 20, show: track },
  { method: 'GET', path: '/track/:code', access: everyone, perMinute: 60, show: trackByCode },
]

function form(visit: Visit, errors: readonly InputError[] = []): Screen {
  const { view, request } = visit
  const title = view.say('查办件进度', 'Track a case')
  return {
    title,
    section: 'track',
    crumbs: [],
    ...(errors.length > 0 ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <TrackForm
          errors={errors}
          csrfToken={request.csrfToken}
          typed={{ number: one(request.form, 'number'), phone: one(request.form, 'phone') }}
        />
      </div>
    ),
  }
}

function TrackForm({
  errors,
  csrfToken,
  typed,
}: {
  errors: readonly InputError[]
  csrfToken: string
  typed: { readonly number: string; readonly phone: string }
}) {
  const { say } = useView()
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>
        {say(
          '凭办件编号和申请时留的手机号查询，不用登录。回执上有二维码的，扫码直接查看。',
          'By case number and the phone number given with it; no need to sign in. If your receipt has a QR code, just scan it.',
        )}
      </p>
      <form method="post" action="/track" className="sheet">
        <Hidden values={{ _csrf: csrfToken }} />
        <TextInput
          labelled={{
            id: 'number',
            label: say('办件编号', 'Case number'),
            hint: say('在回执和告知书上。', 'On your receipt and on every letter.'),
            error: messageAt(errors, 'number'),
          }}
          name="number"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          width="half"
          defaultValue={typed.number}
        />
        <TextInput
          labelled={{ id: 'phone', label: say('手机号', 'Phone number'), error: messageAt(errors, 'phone') }}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          maxLength={20}
          width="half"
          defaultValue={typed.phone}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('查询', 'Track')}
          </button>
        </div>
      </form>
      <p>
        <a href="/my/applications">{say('登录查看我的全部办件', 'Sign in to see all my cases')}</a>
      </p>
    </>
  )
}

async function track(visit: Visit): Promise<Shown> {
  const { request, approvals, view } = visit
  const number = one(request.form, 'number').trim()
  const phone = one(request.form, 'phone').trim()
  const say = view.say
  const empty: InputError[] = [
    ...(number === ''
      ? [{ at: 'number', message: say('请填写办件编号。', 'Please enter the case number.') }]
      : []),
    ...(phone === ''
      ? [{ at: 'phone', message: say('请填写手机号。', 'Please enter the phone number.') }]
      : []),
  ]
  if (empty.length > 0) return form(visit, empty)
  const found = await approvals.trackApplication({ input: { number, phone } })
  if (!isRefusal(found)) return tracked(visit, found)
  const labels = { number: say('办件编号', 'Case number'), phone: say('手机号', 'Phone number') }
  return form(visit, refusedInputs(found, view, 'number', labels))
}

async function trackByCode(visit: Visit): Promise<Shown> {
  const found = await visit.approvals.trackByCode({ params: { code: visit.request.params.code ?? '' } })
  if (!isRefusal(found)) return tracked(visit, found)
  const message = visit.view.say(
    '没有这个查询码的办件。请重新扫描回执上的二维码，或者在这里用办件编号和手机号查询。',
    'No case has this code. Please scan the QR code of your receipt again, or use the case number and phone number here.',
  )
  return { ...form(visit, [{ at: 'number', message }]), status: 404 }
}

function tracked({ view }: Visit, found: TrackView): Shown {
  return {
    title: `${view.say('办件进度', 'Progress')} ${found.number}`,
    section: 'track',
    crumbs: [{ label: view.say('查进度', 'Track'), href: '/track' }],
    main: <Tracked found={found} />,
  }
}

function Tracked({ found }: { found: TrackView }) {
  const { say } = useView()
  return (
    <div className="wrap case">
      <header className="case-head sheet">
        <p className="case-name">
          <StatusTag status={found.status} />
        </p>
        <h1>
          <Said of={found.item} />
        </h1>
        <p className="sentence">
          <Said of={found.sentence} />
        </p>
        <p className="hint">
          {say('办件编号', 'Case number')} <b className="code">{found.number}</b> ·{' '}
          {say('现在由', 'now with')} <Said of={found.holder} /> · {say('提交于', 'submitted')}{' '}
          <Moment at={found.submittedAt} />
        </p>
      </header>
      <ClockCards clocks={found.clocks} intakeDue={found.intakeDue} />
      <StepsOfCase steps={found.steps} />
      <Timeline journal={found.journal} />
      <p>
        <a href="/my/applications">
          {say(
            '您是申请人？登录后可以补正、撤回、下载文书',
            'Are you the applicant? Sign in to correct, withdraw or download',
          )}
        </a>
      </p>
    </div>
  )
}

import { type FeesOfCase, REFUND_CAUSES } from '@mashang/fees/contract'
import { findFen, formatMoney, isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Choices, Group, Hidden, InputBox, TextInput } from '../../parts/inputs.tsx'
import { messageAt, refusedInputs } from '../account/refused-input.ts'
import { REFUND_CAUSE } from './charge-parts.tsx'

const own = { for: 'some', citizen: true, row: 'own-charge' } as const
const PATH = '/my/applications/:id/fees/refund'

export const refundRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: own, show: (visit) => refundScreen(visit, {}) },
  { method: 'POST', path: PATH, access: own, perMinute: 20, show: ask },
]

interface State {
  readonly errors?: readonly InputError[]
  readonly typed?: { readonly cause: string; readonly amount: string; readonly reason: string }
}

async function refundScreen({ request, view, fees }: Visit, state: State): Promise<Shown> {
  const found = await fees.getMyFees({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  const back = `/my/applications/${found.caseId}/fees`
  // Nothing to ask for, or asked already: the page of the payment says how it stands.
  if (!state.errors && !found.actions.includes('requestRefund')) return { redirect: back }
  return {
    title: view.say('申请退费', 'Ask for a refund'),
    section: 'mine',
    focused: true,
    crumbs: [{ label: view.say('返回缴费', 'Back to the payment'), href: back }],
    ...(state.errors ? { status: 422 } : {}),
    main: <RefundPage found={found} state={state} csrfToken={request.csrfToken} />,
  }
}

async function ask(visit: Visit): Promise<Shown> {
  const { request, view, fees } = visit
  const id = request.params.id ?? ''
  const typed = {
    cause: one(request.form, 'cause'),
    amount: one(request.form, 'amount').trim(),
    reason: one(request.form, 'reason').trim(),
  }
  const amount = findFen(typed.amount)
  const errors = missing(typed, amount, view.say)
  if (errors.length > 0) return refundScreen(visit, { errors, typed })
  const cause = REFUND_CAUSES.find((known) => known === typed.cause) ?? 'other'
  const input = { amount: amount ?? 0, cause, reason: typed.reason }
  const asked = await fees.requestRefund({ params: { id }, input })
  if (!isRefusal(asked)) return { redirect: `/my/applications/${id}/fees?done=refund#refunds` }
  if (asked.code === 'charge-not-found') return asked
  const labels = { amount: view.say('退多少', 'How much'), reason: view.say('具体情况', 'What happened') }
  return refundScreen(visit, { errors: refusedInputs(asked, view, 'amount', labels), typed })
}

function missing(
  typed: { readonly cause: string; readonly reason: string },
  amount: number | undefined,
  say: (zh: string, en: string) => string,
): readonly InputError[] {
  const errors: InputError[] = []
  if (!REFUND_CAUSES.some((known) => known === typed.cause))
    errors.push({ at: 'cause', message: say('请选择为什么退。', 'Choose why it should be given back.') })
  if (amount === undefined || amount <= 0)
    errors.push({
      at: 'amount',
      message: say('请填金额，例如 80 或 80.50。', 'Give an amount, for example 80 or 80.50.'),
    })
  if (typed.reason.length < 2)
    errors.push({ at: 'reason', message: say('请写明具体情况。', 'Say what happened.') })
  return errors
}

interface Props {
  readonly found: FeesOfCase
  readonly state: State
  readonly csrfToken: string
}

function RefundPage({ found, state, csrfToken }: Props) {
  const { say } = useView()
  const { charge } = found
  const errors = state.errors ?? []
  const rest = (charge?.payment?.amount ?? 0) - (charge?.refunded ?? 0)
  return (
    <div className="wrap narrow">
      <h1>{say('申请退费', 'Ask for a refund')}</h1>
      <p>
        {say(
          '多缴、重复缴或者不该缴的费用，可以申请退回。收费员核实后由另一人审批；网上缴的原路退回，窗口缴的到窗口退。',
          'What was paid twice, too much or by mistake can be given back. The cashier looks into it and another approves; online payments go back the way they came, others are paid out at the window.',
        )}
      </p>
      <ErrorSummary errors={errors} />
      <div className="sheet">
        <Facts
          rows={[
            { label: say('事项', 'Service'), value: <Said of={found.item.name} /> },
            { label: say('办件编号', 'Case number'), value: <span className="code">{found.number}</span> },
            {
              label: say('可退金额', 'Can be given back'),
              value: <b className="number">{formatMoney(rest)}</b>,
            },
          ]}
        />
      </div>
      <RefundForm rest={rest} state={state} csrfToken={csrfToken} />
    </div>
  )
}

function RefundForm({ rest, state, csrfToken }: Omit<Props, 'found'> & { readonly rest: number }) {
  const { say, text } = useView()
  const errors = state.errors ?? []
  return (
    <form method="post" className="sheet" data-once="">
      <Hidden values={{ _csrf: csrfToken }} />
      <Group
        labelled={{
          id: 'cause',
          label: say('为什么退', 'Why should it be given back'),
          error: messageAt(errors, 'cause'),
        }}
      >
        <Choices
          kind="radio"
          name="cause"
          options={REFUND_CAUSES.map((value) => ({ value, label: text(REFUND_CAUSE[value]) }))}
          chosen={[state.typed?.cause ?? '']}
        />
      </Group>
      <TextInput
        labelled={{
          id: 'amount',
          label: say('退多少（元）', 'How much (yuan)'),
          error: messageAt(errors, 'amount'),
        }}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        width="half"
        defaultValue={state.typed?.amount ?? String(rest / 100)}
      />
      <InputBox
        labelled={{
          id: 'reason',
          label: say('具体情况', 'What happened'),
          hint: say(
            '例如：同一笔费用在窗口又交了一次现金，票据号码 0000000012。',
            'For example: I paid the same fee again in cash at the window, receipt 0000000012.',
          ),
          error: messageAt(errors, 'reason'),
        }}
        name="reason"
        rows={4}
        maxLength={1000}
        value={state.typed?.reason ?? ''}
      />
      <div className="buttons">
        <button type="submit" className="button">
          {say('提交申请', 'Send the request')}
        </button>
      </div>
    </form>
  )
}

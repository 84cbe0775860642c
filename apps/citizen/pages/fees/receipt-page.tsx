import type { feesEndpoints } from '@mashang/fees/contract'
import { everyone, formatMoney, isRefusal, type OutputOf, problemOf } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Moment } from '../../parts/day.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'

type Checked = OutputOf<(typeof feesEndpoints)['checkReceipt']>

/** Anyone may check a receipt by what is printed on it. */
export const feeReceiptRoutes: readonly Route[] = [
  { method: 'GET', path: '/verify/fees', access: everyone, perMinute: 60, show: showCheck },
]

async function showCheck({ request, view, fees }: Visit): Promise<Shown> {
  const asked = new URL(request.url, request.origin).searchParams
  const typed = {
    code: asked.get('code') ?? '',
    number: asked.get('number') ?? '',
    check: asked.get('check') ?? '',
  }
  const isAsked = Object.values(typed).some((value) => value !== '')
  const answer = isAsked ? await fees.checkReceipt({ query: typed }) : undefined
  const errors: InputError[] = isRefusal(answer)
    ? [{ at: 'code', message: problemOf(answer, view.language).detail }]
    : []
  const title = view.say('查验电子票据', 'Check an electronic receipt')
  return {
    title,
    section: 'verify',
    crumbs: [{ label: view.say('核验', 'Verify'), href: '/verify' }],
    ...(errors.length > 0 ? { status: 404 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <CheckForm typed={typed} errors={errors} checked={isRefusal(answer) ? undefined : answer} />
      </div>
    ),
  }
}

function CheckForm({
  typed,
  errors,
  checked,
}: {
  typed: { readonly code: string; readonly number: string; readonly check: string }
  errors: readonly InputError[]
  checked: Checked | undefined
}) {
  const { say } = useView()
  return (
    <>
      <ErrorSummary errors={errors} title={say('没有查到', 'Not found')} />
      {checked ? <Result checked={checked} /> : null}
      <form method="get" action="/verify/fees" className="sheet">
        <TextInput
          labelled={{ id: 'code', label: say('票据代码', 'Receipt code'), error: errors[0]?.message }}
          name="code"
          width="half"
          defaultValue={typed.code}
          inputMode="numeric"
          maxLength={20}
          autoComplete="off"
        />
        <TextInput
          labelled={{ id: 'number', label: say('票据号码', 'Receipt number') }}
          name="number"
          width="half"
          defaultValue={typed.number}
          inputMode="numeric"
          maxLength={20}
          autoComplete="off"
        />
        <TextInput
          labelled={{ id: 'check', label: say('校验码', 'Check code') }}
          name="check"
          width="short"
          defaultValue={typed.check}
          maxLength={20}
          autoComplete="off"
        />
        <button type="submit" className="button">
          {say('查验', 'Check')}
        </button>
      </form>
    </>
  )
}

function Result({ checked }: { checked: Checked }) {
  const { say } = useView()
  const title = checked.isVoid
    ? say('这张票据是真的，但已因退费作废', 'Genuine, but void because of a refund')
    : checked.isRed
      ? say('这是一张红字票据', 'This is a red receipt')
      : say('这张票据是真的，现行有效', 'Genuine, and it counts')
  return (
    <Notice kind={checked.isVoid ? 'soon' : 'done'} title={title}>
      <Facts
        rows={[
          { label: say('金额', 'Amount'), value: <b className="number">{formatMoney(checked.amount)}</b> },
          { label: say('交款人', 'Payer'), value: checked.payer },
          { label: say('事项', 'Service item'), value: <Said of={checked.item} /> },
          { label: say('开具时间', 'Given'), value: <Moment at={checked.at} /> },
        ]}
      />
    </Notice>
  )
}

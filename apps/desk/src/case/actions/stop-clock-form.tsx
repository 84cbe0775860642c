import type { ClockStopKind } from '@mashang/flow'
import { CLOCK_STOP_WORDS } from '@mashang/ui'
import { InputNumber, Select } from 'antd'
import { approvals } from '../../api/calls.ts'
import { Labelled } from '../../show/labelled.tsx'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { isReason, LongText } from './long-text.tsx'
import { useDraft } from './use-draft.ts'

export function StopClockForm(props: FormProps) {
  const { t } = useWords()
  // Only the procedures that the case's own version of the item names.
  const named = props.view.clockStops ?? []
  const [typed, type, clear] = useDraft(props.view.id, 'stopClock', {
    kind: '' as ClockStopKind | '',
    reason: '',
    count: 0,
    unit: 'wd' as 'wd' | 'd',
  })
  const kind = typed.kind || named[0] || 'expert-review'
  const input = { kind, reason: typed.reason.trim(), length: `${typed.count}${typed.unit}` }
  const fits = Number.isInteger(typed.count) && typed.count >= 1 && typed.count <= 999
  const missing = !fits ? t(ACT.expectedMissing) : isReason(typed.reason) ? undefined : t(ACT.reasonMissing)
  return (
    <ActionForm
      {...props}
      name="stopClock"
      missing={missing}
      content={input}
      ask={
        <>
          <p>{t(ACTION_WORDS.stopClock.what)}</p>
          <p>
            <strong>{t(CLOCK_STOP_WORDS[kind])}</strong> · {t(ACT.expected)} {typed.count}{' '}
            {t(typed.unit === 'wd' ? ACT.workingDays : ACT.calendarDays)}
          </p>
          <p className="prewrap">{input.reason}</p>
        </>
      }
      send={(key) =>
        approvals.stopClock({ params: { id: props.view.id }, input: { expected: props.seen, ...input }, key })
      }
      onSent={clear}
    >
      <Labelled label={t(ACT.kind)}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            options={named.map((one) => ({ value: one, label: t(CLOCK_STOP_WORDS[one]) }))}
            onChange={(one: ClockStopKind) => type({ ...typed, kind: one })}
          />
        )}
      </Labelled>
      <Expected
        count={typed.count}
        unit={typed.unit}
        onChange={(count, unit) => type({ ...typed, count, unit })}
      />
      <LongText label={t(ACT.reason)} value={typed.reason} onType={(reason) => type({ ...typed, reason })} />
    </ActionForm>
  )
}

interface ExpectedProps {
  readonly count: number
  readonly unit: 'wd' | 'd'
  onChange(count: number, unit: 'wd' | 'd'): void
}

function Expected({ count, unit, onChange }: ExpectedProps) {
  const { t } = useWords()
  return (
    <Labelled label={t(ACT.expected)}>
      {(id) => (
        <span className="beside">
          <InputNumber
            id={id}
            min={1}
            max={999}
            precision={0}
            value={count === 0 ? null : count}
            onChange={(n) => onChange(n ?? 0, unit)}
          />
          <Select
            aria-label={t(ACT.expected)}
            value={unit}
            options={[
              { value: 'wd', label: t(ACT.workingDays) },
              { value: 'd', label: t(ACT.calendarDays) },
            ]}
            onChange={(one: 'wd' | 'd') => onChange(count, one)}
          />
        </span>
      )}
    </Labelled>
  )
}

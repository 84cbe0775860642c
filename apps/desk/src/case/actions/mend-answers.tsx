import type { ApplicationView } from '@mashang/approvals/contract'
import type { Field } from '@mashang/flow'
import { Checkbox } from 'antd'
import { useGuide } from '../../items/guide-query.ts'
import { ACT } from '../../words/actions.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { FieldEditor } from './field-editor.tsx'

type Edited = Readonly<Record<string, unknown>>

interface Props {
  readonly view: ApplicationView
  readonly legend: string
  /** New values by field; a field that is chosen and not yet changed has its old one. */
  readonly edited: Edited
  onEdit(edited: Edited): void
}

/** What was filled in, each to be ticked and mended in the control that fits its type. */
export function MendAnswers({ view, legend, edited, onEdit }: Props) {
  const { t } = useWords()
  const guide = useGuide(view.item)
  const fields = guide?.item.version === view.item.version ? guide.item.fields : []
  const edit = (id: string, chosen: boolean, value?: unknown) => {
    const { [id]: _, ...rest } = edited
    onEdit(chosen ? { ...rest, [id]: value } : rest)
  }
  return (
    <fieldset className="points">
      <legend className="legend">{legend}</legend>
      {view.answers.map((answer) => (
        <Mend
          key={answer.id}
          label={t(answer.label)}
          was={answer.text}
          field={fields.find(({ id }) => id === answer.id)}
          chosen={answer.id in edited}
          value={edited[answer.id]}
          onChoose={(chosen) => edit(answer.id, chosen, view.form[answer.id])}
          onValue={(value) => edit(answer.id, true, value)}
        />
      ))}
    </fieldset>
  )
}

interface MendProps {
  readonly label: string
  readonly was: string
  readonly field: Field | undefined
  readonly chosen: boolean
  readonly value: unknown
  onChoose(chosen: boolean): void
  onValue(value: unknown): void
}

function Mend({ label, was, field, chosen, value, onChoose, onValue }: MendProps) {
  const { t } = useWords()
  return (
    <div className={chosen ? 'point point-chosen' : 'point'}>
      <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
        {label}
      </Checkbox>
      {chosen && (
        <div className="point-what">
          <span className="quiet">{`${t(ACT.before)} ${was || t(CASE.empty)}`}</span>
          <FieldEditor label={label} field={field} value={value} onValue={onValue} />
        </div>
      )}
    </div>
  )
}

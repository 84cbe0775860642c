import { PART_WORDS } from '@mashang/flow'
import { AutoComplete } from 'antd'
import { Labelled } from '../../show/labelled.tsx'
import { useWords, w } from '../../words/words.ts'
import { Line } from './controls.tsx'
import { useEditing, usePlace } from './editing.ts'

/** 依据: a law, offered from the city's table, and the article. */
export function BasisControls({
  path,
  optional = false,
}: {
  readonly path: string
  readonly optional?: boolean
}) {
  const { t } = useWords()
  const { choices } = useEditing()
  const whole = usePlace(path)
  const { value, set, error } = usePlace(`${path}.law`)
  const both = [whole.error, error].filter(Boolean).join(' ') || undefined
  return (
    <div className="pair">
      <Labelled label={t(PART_WORDS.law ?? w('法律', 'law'))} error={both} optional={optional}>
        {(id, describedBy) => (
          <AutoComplete
            id={id}
            {...(describedBy ? { 'aria-describedby': describedBy } : {})}
            value={typeof value === 'string' ? value : ''}
            options={choices.laws.map(({ name }) => ({ value: name }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            onChange={(law: string) => (law === '' && optional ? whole.set(undefined) : set(law))}
          />
        )}
      </Labelled>
      <Line path={`${path}.article`} label={PART_WORDS.article ?? w('条款', 'article')} optional />
    </div>
  )
}

import { PART_WORDS } from '@mashang/flow'
import { Checkbox } from 'antd'
import { EDITOR } from '../../words/editor.ts'
import { useWords, w } from '../../words/words.ts'
import { BasisControls } from './basis-controls.tsx'
import { Choice, Count, Line, type Options } from './controls.tsx'
import { useEditing, usePlace } from './editing.ts'
import { listAt } from './paths.ts'

const NEW = {
  places: 1,
  per: 'year',
  method: 'in-order',
  beyond: 'wait',
  basis: { law: '行政许可法', article: '第五十七条' },
}
const PER: Options = { year: w('每年', 'Each year'), all: w('总共', 'Once and for all') }
const METHODS: Options = {
  'in-order': w('按受理先后', 'By the order of acceptance'),
  draw: w('截止后摇号', 'Drawn after the last day'),
}
const BEYOND: Options = { wait: w('按先后候补', 'Waits in order'), refuse: w('不再受理', 'Is refused') }
const part = (name: string) => PART_WORDS[name] ?? w(name, name)

/** 数量限制: how many places, how they are counted and given, and what becomes of who comes later. */
export function QuotaSection() {
  const { t } = useWords()
  const { definition } = useEditing()
  const { value, set } = usePlace('quota')
  const method = usePlace('quota.method').value
  const counted: Options = Object.fromEntries(
    listAt(definition, 'fields').flatMap((one) => {
      const { id, type, label } = one as { id?: string; type?: string; label?: { zh?: string; en?: string } }
      return id && (type === 'choice' || type === 'address')
        ? [[id, w(label?.zh || id, label?.en || label?.zh || id)]]
        : []
    }),
  )
  return (
    <>
      <h3>{t(EDITOR.quota)}</h3>
      <Checkbox
        checked={value !== undefined}
        onChange={({ target }) => set(target.checked ? NEW : undefined)}
      >
        {t(EDITOR.hasQuota)}
      </Checkbox>
      {value !== undefined && (
        <>
          <div className="columns">
            <Count path="quota.places" label={part('places')} min={1} max={1_000_000} />
            <Choice path="quota.per" label={w('计算周期', 'Counted')} options={PER} />
            <Choice
              path="quota.by-field"
              label={part('by-field')}
              hint={EDITOR.countedBy}
              options={counted}
              optional
            />
            <Choice path="quota.method" label={part('method')} options={METHODS} />
            <Choice path="quota.beyond" label={part('beyond')} options={BEYOND} />
            {method === 'draw' && <Line path="quota.closes" label={part('closes')} date />}
          </div>
          <BasisControls path="quota.basis" />
        </>
      )}
    </>
  )
}

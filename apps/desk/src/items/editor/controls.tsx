/** Controls of the editor, each bound to a place in the definition. */
import type { Words } from '@mashang/kit'
import { Input, InputNumber, Radio, Select } from 'antd'
import { Labelled } from '../../show/labelled.tsx'
import { EDITOR } from '../../words/editor.ts'
import { type SomeWords, useWords } from '../../words/words.ts'
import { usePlace } from './editing.ts'

interface Props {
  readonly path: string
  readonly label: SomeWords
  readonly hint?: SomeWords
  readonly optional?: boolean
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** One line or several, in one language or none. */
export function Line({
  path,
  label,
  hint,
  optional,
  long,
  date,
}: Props & { long?: boolean; date?: boolean }) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  const given = textOf(value)
  const change = (text: string) => set(text === '' && optional ? undefined : text)
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} error={error} optional={optional ?? false}>
      {(id, describedBy) =>
        long ? (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            status={error ? 'error' : ''}
            value={given}
            autoSize={{ minRows: 2, maxRows: 10 }}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input
            id={id}
            type={date ? 'date' : 'text'}
            aria-describedby={describedBy}
            status={error ? 'error' : ''}
            value={given}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Labelled>
  )
}

/** 中文 and English side by side. An optional pair without Chinese is none. */
export function Pair(props: Props & { long?: boolean }) {
  const { path, label, hint, long = false, optional = false } = props
  const { t } = useWords()
  return (
    <div className="pair">
      <PairHalf {...{ path, long, optional, hint }} name={t(label)} language="zh" />
      <PairHalf {...{ path, long, optional }} hint={undefined} name={t(label)} language="en" />
    </div>
  )
}

interface HalfProps {
  readonly path: string
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly long: boolean
  readonly optional: boolean
  readonly hint: SomeWords | undefined
}

function PairHalf({ path, name, language, long, optional, hint }: HalfProps) {
  const { t } = useWords()
  const place = usePlace(path)
  const half = usePlace(`${path}.${language}`)
  const isChinese = language === 'zh'
  const error = [isChinese ? place.error : undefined, half.error].filter(Boolean).join(' ') || undefined
  const given = textOf(half.value)
  const change = (text: string) => half.set(text === '' && (optional || !isChinese) ? undefined : text)
  const Control = long ? Input.TextArea : Input
  return (
    <Labelled
      label={`${name}${t(isChinese ? EDITOR.inChinese : EDITOR.inEnglish)}`}
      hint={hint && t(hint)}
      error={error}
      optional={optional && isChinese}
    >
      {(id, describedBy) => (
        <Control
          id={id}
          lang={isChinese ? 'zh-CN' : 'en'}
          aria-describedby={describedBy}
          status={error ? 'error' : ''}
          value={given}
          {...(long ? { rows: 3 } : {})}
          onChange={(event: { target: { value: string } }) => change(event.target.value)}
        />
      )}
    </Labelled>
  )
}

export function Count({
  path,
  label,
  hint,
  optional,
  min = 0,
  max = 100_000,
  factor = 1,
}: Props & { min?: number; max?: number; factor?: number }) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} error={error} optional={optional ?? false}>
      {(id, describedBy) => (
        <InputNumber
          id={id}
          aria-describedby={describedBy}
          status={error ? 'error' : ''}
          min={min}
          max={max}
          value={typeof value === 'number' ? value / factor : null}
          onChange={(number) => set(number === null ? undefined : Math.round(number * factor))}
        />
      )}
    </Labelled>
  )
}

const PERIOD = /^(\d{0,3})(wd|d)?$/

/** `20wd`, `45d`: a number and what it counts. */
export function Period({ path, label, hint, optional }: Props) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  const [, count = '', unit = 'wd'] = PERIOD.exec(textOf(value)) ?? []
  const change = (number: string, counted: string) =>
    set(number === '' ? (optional ? undefined : '') : `${number}${counted}`)
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} error={error} optional={optional ?? false}>
      {(id, describedBy) => (
        <div className="period">
          <InputNumber
            id={id}
            aria-describedby={describedBy}
            status={error ? 'error' : ''}
            min={0}
            max={999}
            value={count === '' ? null : Number(count)}
            onChange={(number) => change(number === null ? '' : String(number), unit)}
          />
          <Select
            aria-label={`${t(label)} · ${t(EDITOR.unit)}`}
            value={unit}
            options={[
              { value: 'wd', label: t(EDITOR.workingDays) },
              { value: 'd', label: t(EDITOR.days) },
            ]}
            onChange={(counted) => change(count, counted)}
          />
        </div>
      )}
    </Labelled>
  )
}

export type Options = Readonly<Record<string, Words>>

/** One of several, by words; few of them stand side by side. */
export function Choice({ path, label, hint, optional, options }: Props & { options: Options }) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} error={error} optional={optional ?? false}>
      {(id, describedBy) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          status={error ? 'error' : ''}
          allowClear={optional ?? false}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={typeof value === 'string' && value !== '' ? value : undefined}
          options={Object.entries(options).map(([one, words]) => ({ value: one, label: t(words) }))}
          onChange={(one?: string) => set(one)}
        />
      )}
    </Labelled>
  )
}

/** Any of several; without options whatever is typed. */
export function Several({
  path,
  label,
  hint,
  optional,
  options,
}: Props & { options?: Readonly<Record<string, SomeWords>> }) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} error={error} optional={optional ?? false}>
      {(id, describedBy) => (
        <Select
          id={id}
          mode={options ? 'multiple' : 'tags'}
          aria-describedby={describedBy}
          status={error ? 'error' : ''}
          {...(options
            ? { showSearch: { optionFilterProp: 'label' } }
            : { open: false, tokenSeparators: ['，', ',', '、'] })}
          value={chosen}
          options={Object.entries(options ?? {}).map(([one, words]) => ({ value: one, label: t(words) }))}
          onChange={(list: string[]) => set(list.length === 0 && optional ? undefined : list)}
        />
      )}
    </Labelled>
  )
}

export function YesNo({ path, label, hint, optional }: Props) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} error={error} optional={optional ?? false}>
      {(id, describedBy) => (
        <Radio.Group
          id={id}
          aria-label={t(label)}
          {...(describedBy ? { 'aria-describedby': describedBy } : {})}
          value={value === true}
          options={[
            { value: true, label: t(EDITOR.yes) },
            { value: false, label: t(EDITOR.no) },
          ]}
          onChange={(event) => set(event.target.value === true ? true : optional ? undefined : false)}
        />
      )}
    </Labelled>
  )
}

import type { AddressValue, Field } from '@mashang/flow'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { approvals } from '../../api/calls.ts'
import { answerOf } from '../../api/client.ts'
import { useWords, w } from '../../words/words.ts'
import { addressFrom } from './field-values.ts'

interface Props {
  readonly label: string
  readonly field: Field
  readonly value: unknown
  onValue(value: AddressValue): void
}

const LEVELS = [
  { digits: 6, name: w('区（市、县）', 'District') },
  { digits: 9, name: w('街道（乡镇）', 'Street') },
  { digits: 12, name: w('社区（村）', 'Community') },
] as const
const DEPTH = { district: 1, street: 2, community: 3 } as const
const DETAIL = w('详细地址', 'House and room')

/** An address of four levels: each list comes with the choice before it. */
export function AddressEditor({ label, field, value, onValue }: Props) {
  const { t } = useWords()
  const { region, detail } = addressFrom(value) ?? { region: '', detail: '' }
  const depth = DEPTH[field.level as keyof typeof DEPTH] ?? 3
  return (
    <span className="address">
      {LEVELS.slice(0, depth).map((level, at) => {
        const before = LEVELS[at - 1]
        const parent = before ? region.slice(0, before.digits) : undefined
        return (
          <RegionSelect
            key={level.digits}
            label={`${label} · ${t(level.name)}`}
            name={t(level.name)}
            parent={parent}
            ready={!before || region.length >= before.digits}
            value={region.length >= level.digits ? region.slice(0, level.digits) : undefined}
            onChoose={(code) => onValue({ region: code, detail })}
          />
        )
      })}
      <Input
        aria-label={`${label} · ${t(DETAIL)}`}
        placeholder={t(DETAIL)}
        value={detail}
        onChange={(event) => onValue({ region, detail: event.target.value })}
      />
    </span>
  )
}

interface RegionProps {
  readonly label: string
  readonly name: string
  readonly parent: string | undefined
  readonly ready: boolean
  readonly value: string | undefined
  onChoose(code: string): void
}

function RegionSelect({ label, name, parent, ready, value, onChoose }: RegionProps) {
  const { data } = useQuery({
    queryKey: ['regions', parent],
    queryFn: () => answerOf(approvals.listRegions({ query: parent ? { parent } : {} })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: ready,
  })
  return (
    <Select
      aria-label={label}
      placeholder={name}
      disabled={!ready}
      value={value}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.regions ?? []).map((region) => ({ value: region.code, label: region.name }))}
      onChange={onChoose}
    />
  )
}

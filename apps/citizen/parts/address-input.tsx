import type { AddressValue, Field } from '@mashang/flow'
import { useView } from '../frame/view.tsx'
import { Group, type Labelled } from './inputs.tsx'

/** Regions of one level to choose from, and the one chosen. */
interface RegionLevel {
  readonly options: readonly { readonly code: string; readonly name: string }[]
  readonly chosen: string
}

/** Lists as far down as something has been chosen: districts, then streets, then communities. */
export type RegionChoices = readonly RegionLevel[]

const LEVELS = ['district', 'street', 'community'] as const

export function depthOf(field: Field): number {
  return LEVELS.indexOf(field.level ?? 'community') + 1
}

/** Names of the inputs: `site.1` district, `site.2` street, `site.3` community, `site.detail` the rest. */
export function addressNames(id: string) {
  return { level: (level: number) => `${id}.${level}`, detail: `${id}.detail` }
}

/**
 * An address: the regions level by level, then the rest in words. Without a script the next list comes with the
 * button (or with the page's own button); with one it fills as one chooses.
 */
export function AddressInput({
  field,
  labelled,
  value,
  choices,
}: {
  field: Field
  labelled: Labelled
  value: AddressValue | undefined
  choices: RegionChoices
}) {
  const { say } = useView()
  const names = addressNames(field.id)
  const labels = [
    say('区（市、县）', 'District'),
    say('街道（乡镇）', 'Street or town'),
    say('社区（村）', 'Community'),
  ]
  const depth = depthOf(field)
  return (
    <Group labelled={labelled}>
      <div className="address" data-address={depth}>
        {labels.slice(0, depth).map((label, at) => {
          const level = choices[at]
          return (
            <div key={label} className="address-level" hidden={!level}>
              <label htmlFor={names.level(at + 1)}>{label}</label>
              <select
                id={names.level(at + 1)}
                name={names.level(at + 1)}
                defaultValue={level?.chosen ?? ''}
                data-level={at + 1}
              >
                <option value="">{say('请选择', 'Please choose')}</option>
                {level?.options.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          )
        })}
        {choices.length < depth ? (
          <p className="without-script">
            <button
              type="submit"
              name="_step"
              value={`address-${field.id}`}
              className="button button-second button-small"
            >
              {choices.length === 1
                ? say('选好区，列出街道', 'List its streets')
                : say('选好街道，列出社区', 'List its communities')}
            </button>
          </p>
        ) : null}
        <AddressDetail name={names.detail} value={value?.detail ?? ''} />
      </div>
    </Group>
  )
}

function AddressDetail({ name, value }: { name: string; value: string }) {
  const { say } = useView()
  return (
    <div className="address-detail">
      <label htmlFor={name}>{say('详细地址（路、门牌号、楼层）', 'Road, number, floor')}</label>
      <input type="text" id={name} name={name} defaultValue={value} autoComplete="street-address" />
    </div>
  )
}

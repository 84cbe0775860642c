import { roleWords } from 'virtual:contract'
import type { StaffRole } from '@mashang/kit'
import { Checkbox, Select } from 'antd'
import { Labelled } from '../show/labelled.tsx'
import { useOrgans } from '../show/organs.ts'
import { PEOPLE } from '../words/people.ts'
import { useWords } from '../words/words.ts'

export interface Rights {
  readonly organ: string
  readonly roles: StaffRole[]
}

const ROLES = Object.keys(roleWords) as StaffRole[]

/** Organ and roles of a member of staff. */
export function RightsFields({
  rights,
  onRights,
}: {
  readonly rights: Rights
  onRights(rights: Rights): void
}) {
  const { t } = useWords()
  const organs = useOrgans()
  return (
    <>
      <Labelled label={t(PEOPLE.organ)}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={rights.organ || undefined}
            options={organs.map((organ) => ({ value: organ.id, label: t(organ.name) }))}
            onChange={(organ: string) => onRights({ ...rights, organ })}
          />
        )}
      </Labelled>
      <fieldset className="choices">
        <legend className="legend">{t(PEOPLE.roles)}</legend>
        <Checkbox.Group
          className="checks"
          value={rights.roles}
          options={ROLES.map((role) => ({ value: role, label: t(roleWords[role]) }))}
          onChange={(roles) => onRights({ ...rights, roles })}
        />
      </fieldset>
    </>
  )
}

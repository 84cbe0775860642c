import { roleWords } from 'virtual:contract'
import type { StaffMember } from '@mashang/identity/contract'
import { DataTable } from '../show/data-table.tsx'
import { shortInstant } from '../show/dates.ts'
import { useOrganName } from '../show/organs.ts'
import { PEOPLE } from '../words/people.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly people: readonly StaffMember[]
  onEdit(person: StaffMember): void
}

export function PeopleTable({ people, onEdit }: Props) {
  const { t, language } = useWords()
  const organName = useOrganName()
  const now = new Date()
  return (
    <DataTable
      label={t(SHELL.people)}
      rows={people}
      keyOf={(person) => person.id}
      classOf={(person) => (person.disabled ? 'row-off' : '')}
      columns={[
        {
          key: 'name',
          phone: 'title',
          label: t(PEOPLE.name),
          kind: 'tight',
          cell: (person) => (
            <button type="button" className="link-button row-link" data-row onClick={() => onEdit(person)}>
              {person.name}
            </button>
          ),
        },
        {
          key: 'account',
          phone: 'bare',
          label: t(PEOPLE.account),
          kind: 'tight',
          cell: (person) => <code>{person.account}</code>,
        },
        {
          key: 'organ',
          phone: 'bare',
          label: t(PEOPLE.organ),
          kind: 'wide',
          cell: (person) => organName(person.organ),
        },
        {
          key: 'roles',
          phone: 'bare',
          label: t(PEOPLE.roles),
          kind: 'wide',
          cell: (person) =>
            person.roles.map((role) => t(roleWords[role])).join(language === 'zh' ? '、' : ', '),
        },
        {
          key: 'state',
          phone: 'beside',
          label: t(PEOPLE.state),
          kind: 'tight',
          cell: (person) => (
            <span className={`tag ${person.disabled ? 'tag-quiet' : 'tag-done'}`}>
              {t(person.disabled ? PEOPLE.disabled : PEOPLE.active)}
            </span>
          ),
        },
        {
          key: 'last',
          phone: 'left-out',
          label: t(PEOPLE.lastSignIn),
          kind: 'tight',
          cell: (person) => (
            <span className="quiet">
              {person.lastSignInAt ? shortInstant(person.lastSignInAt, now) : t(PEOPLE.never)}
            </span>
          ),
        },
      ]}
    />
  )
}

import { PlusOutlined } from '@ant-design/icons'
import type { StaffMember } from '@mashang/identity/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { useOrgans } from '../show/organs.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { INBOX } from '../words/inbox.ts'
import { PEOPLE } from '../words/people.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { AddPerson } from './add-person.tsx'
import { EditPerson } from './edit-person.tsx'
import { type PeopleFilter, peopleQuery } from './people-query.ts'
import { PeopleTable } from './people-table.tsx'

/** Members of staff: who they are, what they may do, and whether they may sign in. */
export function PeoplePage() {
  const { t } = useWords()
  const [params, setParams] = useSearchParams()
  const search = params.get('search') ?? ''
  const organ = params.get('organ') ?? ''
  const filter: PeopleFilter = { ...(search ? { search } : {}), ...(organ ? { organ } : {}) }
  const query = useQuery(peopleQuery(filter))
  const [open, setOpen] = useState<string | 'new'>()
  const people = query.data ?? []
  const edited = people.find((person) => person.id === open)
  return (
    <div className="page">
      <PageTitle title={t(SHELL.people)} trail={[]}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
          {t(PEOPLE.add)}
        </Button>
      </PageTitle>
      <Filters search={search} organ={organ} onFilter={(next) => setParams(next, { replace: true })} />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && people.length === 0 && <Empty title={t(PEOPLE.none)} />}
      {people.length > 0 && (
        <PeopleTable people={people} onEdit={(person: StaffMember) => setOpen(person.id)} />
      )}
      {people.length > 0 && <p className="grid-foot">{t(PEOPLE.count(people.length))}</p>}
      {open === 'new' && <AddPerson onClose={() => setOpen(undefined)} />}
      {edited && <EditPerson key={edited.id} person={edited} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

interface FiltersProps {
  readonly search: string
  readonly organ: string
  onFilter(filter: Record<string, string>): void
}

function Filters({ search, organ, onFilter }: FiltersProps) {
  const { t } = useWords()
  const organs = useOrgans()
  const narrow = (next: Record<string, string>) =>
    onFilter(
      Object.fromEntries(Object.entries({ search, organ, ...next }).filter(([, value]) => value !== '')),
    )
  return (
    <search className="tools" aria-label={t(INBOX.filter)}>
      <Input.Search
        className="tool-text"
        aria-label={t(PEOPLE.search)}
        placeholder={t(PEOPLE.search)}
        allowClear
        defaultValue={search}
        key={search}
        maxLength={40}
        onSearch={(value) => narrow({ search: value.trim() })}
      />
      <Select
        className="tool-select"
        aria-label={t(PEOPLE.organ)}
        placeholder={t(INBOX.anyOrgan)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={organ || undefined}
        options={organs.map(({ id, name }) => ({ value: id, label: t(name) }))}
        onChange={(id?: string) => narrow({ organ: id ?? '' })}
      />
    </search>
  )
}

import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons'
import type { ApplicationRow } from '@mashang/approvals/contract'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useMe } from '../session/use-session.ts'
import { saveAs } from '../show/csv.ts'
import { dayAndTime } from '../show/dates.ts'
import { useOrgans } from '../show/organs.ts'
import { INBOX, VIEW_WORDS } from '../words/inbox.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { inboxCsv } from './inbox-csv.ts'
import { type InboxFilter, isFiltered } from './inbox-filter.ts'
import { readingOf } from './reading.ts'
import { SavedFilters } from './saved-filters-menu.tsx'

interface Props {
  readonly filter: InboxFilter
  readonly items: readonly { readonly code: string; readonly name: SomeWords }[]
  readonly rows: readonly ApplicationRow[]
  readonly refreshing: boolean
  onFilter(filter: InboxFilter): void
  onRefresh(): void
}

export function InboxTools({ filter, items, rows, refreshing, onFilter, onRefresh }: Props) {
  const { t, language } = useWords()
  const organs = useOrgans()
  const { everyOrgan } = readingOf(useMe().staff.roles)
  const without = (name: 'item' | 'organ' | 'text') => ({ ...filter, [name]: undefined })
  const save = () =>
    saveAs(
      `${t(VIEW_WORDS[filter.view])}-${dayAndTime(new Date()).day}.csv`,
      inboxCsv(rows, language),
      'text/csv',
    )
  return (
    <search className="tools" aria-label={t(INBOX.filter)}>
      <TextFilter
        key={filter.text ?? ''}
        text={filter.text ?? ''}
        onText={(text) => onFilter({ ...filter, text })}
      />
      <Select
        className="tool-select"
        aria-label={t(INBOX.item)}
        placeholder={t(INBOX.anyItem)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={filter.item}
        options={items.map(({ code, name }) => ({ value: code, label: t(name) }))}
        onChange={(item?: string) => onFilter(item ? { ...filter, item } : without('item'))}
      />
      {everyOrgan && organs.length > 1 && (
        <Select
          className="tool-select"
          aria-label={t(INBOX.organ)}
          placeholder={t(INBOX.anyOrgan)}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={filter.organ}
          options={organs.map(({ id, name }) => ({ value: id, label: t(name) }))}
          onChange={(organ?: string) => onFilter(organ ? { ...filter, organ } : without('organ'))}
        />
      )}
      {isFiltered(filter) && (
        <Button type="link" onClick={() => onFilter({ view: filter.view })}>
          {t(INBOX.clear)}
        </Button>
      )}
      <span className="tools-end">
        <SavedFilters filter={filter} onFilter={onFilter} />
        <Button icon={<DownloadOutlined />} onClick={save} disabled={rows.length === 0}>
          {t(INBOX.exportCsv)}
        </Button>
        <Button
          icon={<ReloadOutlined spin={refreshing} />}
          onClick={onRefresh}
          aria-label={t(INBOX.refresh)}
          title={t(INBOX.refresh)}
        />
      </span>
    </search>
  )
}

/** Filters as one types, a moment after the last key. */
function TextFilter({ text, onText }: { readonly text: string; onText(text: string): void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    if (typed.trim() === text) return
    const timer = setTimeout(() => onText(typed.trim()), 400)
    return () => clearTimeout(timer)
  }, [typed, text, onText])
  return (
    <Input.Search
      className="tool-text"
      aria-label={t(INBOX.text)}
      placeholder={t(INBOX.text)}
      allowClear
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(value) => onText(value.trim())}
    />
  )
}

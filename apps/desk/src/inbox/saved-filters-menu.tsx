import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, type MenuProps, Modal } from 'antd'
import { useState } from 'react'
import { Labelled } from '../show/labelled.tsx'
import { INBOX, VIEW_WORDS } from '../words/inbox.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { readFilters, type SavedFilter, withFilter, withoutFilter, writeFilters } from './saved-filters.ts'

interface Props {
  readonly filter: InboxFilter
  onFilter(filter: InboxFilter): void
}

/** Filters kept in this browser: one click shows that list again. */
export function SavedFilters({ filter, onFilter }: Props) {
  const { t } = useWords()
  const [filters, setFilters] = useState(() => readFilters(localStorage))
  const [naming, setNaming] = useState(false)

  function keep(next: readonly SavedFilter[]) {
    writeFilters(localStorage, next)
    setFilters(next)
  }

  const kept: MenuProps['items'] = filters.map(({ name }) => ({
    key: `f:${name}`,
    label: name,
    extra: (
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`${t(INBOX.forget)} ${name}`}
        onClick={(event) => {
          event.stopPropagation()
          keep(withoutFilter(filters, name))
        }}
      />
    ),
    onClick: () => {
      const found = filters.find((one) => one.name === name)
      if (found) onFilter(found.filter)
    },
  }))
  const none = { key: 'none', disabled: true, label: t(INBOX.nothingSaved) }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(filters.length === 0 ? [none] : (kept ?? [])),
            { type: 'divider' },
            { key: 'save', label: t(INBOX.saveThis), onClick: () => setNaming(true) },
          ],
        }}
      >
        <Button icon={<StarOutlined />}>{t(INBOX.saved)}</Button>
      </Dropdown>
      {naming && (
        <NameDialog
          suggestion={[t(VIEW_WORDS[filter.view]), filter.text].filter(Boolean).join(' · ')}
          onClose={() => setNaming(false)}
          onName={(name) => {
            keep(withFilter(filters, { name, filter }))
            setNaming(false)
          }}
        />
      )}
    </>
  )
}

interface NameProps {
  readonly suggestion: string
  onName(name: string): void
  onClose(): void
}

function NameDialog({ suggestion, onName, onClose }: NameProps) {
  const { t } = useWords()
  const [name, setName] = useState(suggestion)
  const keep = () => name.trim() !== '' && onName(name.trim())
  return (
    <Modal
      open
      title={t(INBOX.saveTitle)}
      okText={t(SHELL.save)}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={keep}
      onCancel={onClose}
    >
      <Labelled label={t(INBOX.saveName)}>
        {(id) => (
          <Input
            id={id}
            value={name}
            maxLength={30}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={keep}
          />
        )}
      </Labelled>
    </Modal>
  )
}

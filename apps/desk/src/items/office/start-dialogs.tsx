import type { CatalogueRow, OrganRef } from '@mashang/approvals/contract'
import { ITEM_TYPE_WORDS } from '@mashang/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { approvals } from '../../api/calls.ts'
import { answerOf } from '../../api/client.ts'
import { Labelled } from '../../show/labelled.tsx'
import { TextInput } from '../../show/text-input.tsx'
import { GUIDE, ITEMS } from '../../words/items.ts'
import { OFFICE } from '../../words/office.ts'
import { useWords } from '../../words/words.ts'
import type { DialogProps } from './approval-dialogs.tsx'
import { OfficeDialog } from './office-dialog.tsx'

interface Begun {
  readonly drafts: readonly CatalogueRow[]
}

/** Opens the first of the drafts that were begun. */
function useOpenBegun(): (begun: Begun) => void {
  const navigate = useNavigate()
  return ({ drafts: [first] }) => {
    if (first) navigate(`/items/${encodeURIComponent(first.code)}/${first.version}/edit`)
  }
}

const named = (name: string, code: string) => ({
  name: name.trim(),
  ...(code.trim() ? { code: code.trim() } : {}),
})
const isName = (name: string) => name.trim().length >= 2

/** 新建 from organ, kind of power and name. */
export function NewItemDialog({
  organs,
  onClose,
}: {
  readonly organs: readonly OrganRef[]
  onClose(): void
}) {
  const { t } = useWords()
  const open = useOpenBegun()
  const [organ, setOrgan] = useState<string>()
  const [type, setType] = useState('licence')
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const proposed = useQuery({
    queryKey: ['catalogue-code', organ, type],
    queryFn: () => answerOf(approvals.proposeItemCode({ query: { organ: organ ?? '', type } })),
    enabled: organ !== undefined,
  }).data?.code
  const input = { from: 'nothing' as const, organ: organ ?? '', type, ...named(name, code) }
  return (
    <OfficeDialog<Begun>
      title={t(OFFICE.new)}
      what={ITEMS.newWhat}
      okText={t(OFFICE.begin)}
      done={OFFICE.begun}
      ready={organ !== undefined && isName(name)}
      content={input}
      send={(key) => approvals.startItemDraft({ input, key })}
      onDone={open}
      onClose={onClose}
    >
      <Labelled label={t(ITEMS.organ)}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={organ}
            options={organs.map((one) => ({ value: one.id, label: t(one.name) }))}
            onChange={setOrgan}
          />
        )}
      </Labelled>
      <Labelled label={t(GUIDE.type)}>
        {(id) => (
          <Select
            id={id}
            value={type}
            options={Object.entries(ITEM_TYPE_WORDS).map(([value, label]) => ({ value, label: t(label) }))}
            onChange={setType}
          />
        )}
      </Labelled>
      <TextInput label={t(OFFICE.newName)} value={name} onType={setName} />
      <TextInput
        label={t(OFFICE.code)}
        optional
        hint={t(proposed ? OFFICE.proposed(proposed) : OFFICE.codeHint)}
        most={60}
        value={code}
        onType={setCode}
      />
    </OfficeDialog>
  )
}

/** 复制为新事项 */
export function CopyDialog({ opened: { row }, onClose }: DialogProps) {
  const { t } = useWords()
  const open = useOpenBegun()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const item = { code: row.code, version: row.version }
  const input = { from: 'copy' as const, item, ...named(name, code) }
  return (
    <OfficeDialog<Begun>
      title={`${t(OFFICE.copy)} · ${t(row.name)}`}
      what={ITEMS.copyWhat}
      okText={t(OFFICE.begin)}
      done={OFFICE.begun}
      ready={isName(name)}
      content={input}
      send={(key) => approvals.startItemDraft({ input, key })}
      onDone={open}
      onClose={onClose}
    >
      <TextInput label={t(OFFICE.newName)} value={name} onType={setName} />
      <TextInput
        label={t(OFFICE.code)}
        optional
        hint={t(OFFICE.codeHint)}
        most={60}
        value={code}
        onType={setCode}
      />
    </OfficeDialog>
  )
}

const MOST_PARTS = 6

/** 拆分 into two or more. */
export function SplitDialog({ opened: { row }, onClose }: DialogProps) {
  const { t } = useWords()
  const open = useOpenBegun()
  const [parts, setParts] = useState([
    { id: 1, name: '' },
    { id: 2, name: '' },
  ])
  const item = { code: row.code, version: row.version }
  const input = { from: 'split' as const, item, into: parts.map(({ name }) => ({ name: name.trim() })) }
  return (
    <OfficeDialog<Begun>
      title={`${t(OFFICE.split)} · ${t(row.name)}`}
      what={OFFICE.splitWhat}
      okText={t(OFFICE.begin)}
      done={OFFICE.begun}
      ready={parts.every(({ name }) => isName(name))}
      content={input}
      send={(key) => approvals.startItemDraft({ input, key })}
      onDone={open}
      onClose={onClose}
    >
      {parts.map((part) => (
        <TextInput
          key={part.id}
          label={t(OFFICE.partName(part.id))}
          value={part.name}
          onType={(name) => setParts(parts.map((one) => (one.id === part.id ? { ...one, name } : one)))}
        />
      ))}
      {parts.length < MOST_PARTS && (
        <Button onClick={() => setParts([...parts, { id: parts.length + 1, name: '' }])}>
          {t(OFFICE.addPart)}
        </Button>
      )}
    </OfficeDialog>
  )
}

/** 合并 of the items ticked in the list. */
export function MergeDialog({ rows, onClose }: { readonly rows: readonly CatalogueRow[]; onClose(): void }) {
  const { t } = useWords()
  const open = useOpenBegun()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const items = rows.map((row) => ({ code: row.code, version: row.version }))
  const input = { from: 'merge' as const, items, ...named(name, code) }
  return (
    <OfficeDialog<Begun>
      title={t(OFFICE.merge)}
      what={OFFICE.mergeWhat}
      okText={t(OFFICE.begin)}
      done={OFFICE.begun}
      ready={isName(name) && items.length > 1}
      content={input}
      send={(key) => approvals.startItemDraft({ input, key })}
      onDone={open}
      onClose={onClose}
    >
      <p className="legend">{t(OFFICE.mergeItems)}</p>
      <ol className="numbered">
        {rows.map((row) => (
          <li key={row.code}>{t(row.name)}</li>
        ))}
      </ol>
      <TextInput label={t(OFFICE.newName)} value={name} onType={setName} />
      <TextInput
        label={t(OFFICE.code)}
        optional
        hint={t(OFFICE.codeHint)}
        most={60}
        value={code}
        onType={setCode}
      />
    </OfficeDialog>
  )
}

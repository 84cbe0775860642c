import type { CatalogueRow } from '@mashang/approvals/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { approvals } from '../api/calls.ts'
import { isReason, LongText } from '../case/actions/long-text.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ACT } from '../words/actions.ts'
import { ITEMS } from '../words/items.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly row: CatalogueRow
  readonly findings: number
}

/** Publish a draft; suspend or resume what is published. */
export function ItemActions({ row, findings }: Props) {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const [suspending, setSuspending] = useState(false)
  const { pending, refusal, write } = useWrite<CatalogueRow>()
  const refresh = () => void client.invalidateQueries({ queryKey: ['catalogue'] })

  async function publish() {
    const params = { code: row.code, version: row.version }
    const done = await write(params, (key) => approvals.publishItem({ params, key }))
    refresh()
    if (done) void message.success(t(ITEMS.publishedDone))
  }

  function ask() {
    modal.confirm({
      title: t(ITEMS.publishAsk(t(row.name))),
      content: t(ITEMS.publishWhat),
      okText: t(ITEMS.publish),
      cancelText: t(SHELL.cancel),
      onOk: () => void publish(),
    })
  }

  return (
    <>
      {row.status === 'draft' && (
        <Button type="primary" loading={pending} disabled={findings > 0} onClick={ask}>
          {t(ITEMS.publish)}
        </Button>
      )}
      {(row.status === 'published' || row.status === 'suspended') && (
        <Button onClick={() => setSuspending(true)}>
          {t(row.status === 'suspended' ? ITEMS.resume : ITEMS.suspend)}
        </Button>
      )}
      {refusal && (
        <div className="page-refusal">
          <RefusalNote refusal={refusal} />
        </div>
      )}
      {suspending && (
        <SuspendDialog
          row={row}
          onClose={() => {
            setSuspending(false)
            refresh()
          }}
        />
      )}
    </>
  )
}

function SuspendDialog({ row, onClose }: { readonly row: CatalogueRow; onClose(): void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const { pending, refusal, write } = useWrite<CatalogueRow>()
  const suspended = row.status !== 'suspended'
  const name = t(row.name)

  async function set() {
    const input = { suspended, reason: reason.trim() }
    const done = await write(input, (key) =>
      approvals.suspendItem({ params: { code: row.code, version: row.version }, input, key }),
    )
    if (!done) return
    void message.success(t(suspended ? ITEMS.suspendedDone : ITEMS.resumedDone))
    onClose()
  }

  return (
    <Modal
      open
      title={t(suspended ? ITEMS.suspendTitle(name) : ITEMS.resumeTitle(name))}
      okText={t(suspended ? ITEMS.suspend : ITEMS.resume)}
      okButtonProps={{ loading: pending, danger: suspended, disabled: !isReason(reason) }}
      onOk={set}
      onCancel={onClose}
    >
      <RefusalNote refusal={refusal} />
      <p className="quiet">{t(suspended ? ITEMS.suspendWhat : ITEMS.resumeWhat)}</p>
      <LongText label={t(ACT.reason)} value={reason} most={500} onType={setReason} />
    </Modal>
  )
}

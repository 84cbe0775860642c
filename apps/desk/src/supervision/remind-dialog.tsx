import type { ApplicationRow, ApplicationView } from '@mashang/approvals/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { approvals } from '../api/calls.ts'
import { isReason, LongText } from '../case/actions/long-text.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { ACT, ACTION_WORDS } from '../words/actions.ts'
import { SUPERVISION } from '../words/supervision.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly row: ApplicationRow
  onClose(): void
}

export function RemindDialog({ row, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const { pending, refusal, write } = useWrite<ApplicationView>()
  const kept = useKeptOpen(note)

  async function remind() {
    const input = { expected: row.revision, note: note.trim() }
    const done = await write(input, (key) => approvals.remindOffice({ params: { id: row.id }, input, key }))
    void client.invalidateQueries({ queryKey: ['supervision'] })
    if (!done) return
    void message.success(t(SUPERVISION.reminded))
    onClose()
  }

  return (
    <Modal
      open
      {...kept}
      title={t(SUPERVISION.remindTitle(row.number))}
      okText={t(ACTION_WORDS.remindOffice.submit)}
      okButtonProps={{ loading: pending, disabled: !isReason(note) }}
      onOk={remind}
      onCancel={onClose}
    >
      <RefusalNote refusal={refusal} />
      <p>
        {t(row.item.name)} · {t(row.organ.name)}
      </p>
      <p className="quiet">{t(ACTION_WORDS.remindOffice.what)}</p>
      <LongText label={t(ACT.note)} value={note} onType={setNote} />
    </Modal>
  )
}

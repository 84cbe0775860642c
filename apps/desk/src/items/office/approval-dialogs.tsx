import type { CatalogueRow, ItemOpened } from '@mashang/approvals/contract'
import { legalDayOf } from '@mashang/kit'
import { Radio } from 'antd'
import { useState } from 'react'
import { approvals } from '../../api/calls.ts'
import { isReason, LongText } from '../../case/actions/long-text.tsx'
import { TextInput } from '../../show/text-input.tsx'
import { ACT } from '../../words/actions.ts'
import { ITEMS } from '../../words/items.ts'
import { OFFICE } from '../../words/office.ts'
import { useWords } from '../../words/words.ts'
import { OfficeDialog } from './office-dialog.tsx'

export interface DialogProps {
  readonly opened: ItemOpened
  onClose(): void
}

const refOf = ({ row }: ItemOpened) => ({ code: row.code, version: row.version })

/** 送审 */
export function SubmitDialog({ opened, onClose }: DialogProps) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const input = { expected: opened.revision, note: note.trim() }
  return (
    <OfficeDialog<CatalogueRow>
      title={t(OFFICE.submit)}
      what={OFFICE.submitWhat}
      okText={t(OFFICE.submit)}
      done={OFFICE.submitted}
      ready
      content={input}
      send={(key) => approvals.submitItem({ params: refOf(opened), input, key })}
      onClose={onClose}
    >
      <LongText label={t(OFFICE.note)} optional value={note} most={500} onType={setNote} />
    </OfficeDialog>
  )
}

/** 审核通过, or 退回修改 with a reason. */
export function ReviewDialog({ opened, approved, onClose }: DialogProps & { readonly approved: boolean }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const input = { expected: opened.revision, approved, note: note.trim() }
  return (
    <OfficeDialog<CatalogueRow>
      title={t(approved ? OFFICE.approve : OFFICE.return)}
      what={approved ? OFFICE.approveWhat : OFFICE.returnWhat}
      okText={t(approved ? OFFICE.approve : OFFICE.return)}
      done={approved ? OFFICE.approved : OFFICE.returned}
      ready={approved || isReason(note)}
      content={input}
      send={(key) => approvals.reviewItem({ params: refOf(opened), input, key })}
      onClose={onClose}
    >
      <LongText
        label={t(approved ? OFFICE.note : ACT.reason)}
        optional={approved}
        value={note}
        most={500}
        onType={setNote}
      />
    </OfficeDialog>
  )
}

export function DiscardDialog({ opened, onClose }: DialogProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const input = { expected: opened.revision, reason: reason.trim() }
  return (
    <OfficeDialog<CatalogueRow>
      title={t(OFFICE.discard)}
      what={OFFICE.discardWhat}
      okText={t(OFFICE.discard)}
      done={OFFICE.discarded}
      danger
      ready={isReason(reason)}
      content={input}
      send={(key) => approvals.discardItemDraft({ params: refOf(opened), input, key })}
      onClose={onClose}
    >
      <LongText label={t(ACT.reason)} value={reason} most={500} onType={setReason} />
    </OfficeDialog>
  )
}

/** 公布, now or on a day. */
export function PublishDialog({ opened, onClose }: DialogProps) {
  const { t } = useWords()
  const [later, setLater] = useState(false)
  const [day, setDay] = useState(legalDayOf(new Date()))
  const input = { from: later ? day : ('today' as const) }
  return (
    <OfficeDialog<CatalogueRow>
      title={t(ITEMS.publishAsk(t(opened.row.name)))}
      what={ITEMS.publishWhat}
      okText={t(ITEMS.publish)}
      done={ITEMS.publishedDone}
      ready={!later || day !== ''}
      content={input}
      send={(key) => approvals.publishItem({ params: refOf(opened), input, key })}
      onClose={onClose}
    >
      <Radio.Group
        className="radio-lines"
        aria-label={t(OFFICE.when)}
        value={later}
        options={[
          { value: false, label: t(OFFICE.publishNow) },
          { value: true, label: t(OFFICE.publishLater) },
        ]}
        onChange={(event) => setLater(event.target.value === true)}
      />
      {later && <TextInput label={t(OFFICE.publishDay)} type="date" value={day} onType={setDay} />}
    </OfficeDialog>
  )
}

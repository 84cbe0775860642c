import type { CatalogueRow } from '@mashang/approvals/contract'
import { legalDayOf } from '@mashang/kit'
import { Select } from 'antd'
import { useState } from 'react'
import { approvals } from '../../api/calls.ts'
import { isReason, LongText } from '../../case/actions/long-text.tsx'
import { Labelled } from '../../show/labelled.tsx'
import { TextInput } from '../../show/text-input.tsx'
import { ACT } from '../../words/actions.ts'
import { ITEMS } from '../../words/items.ts'
import { OFFICE } from '../../words/office.ts'
import { useWords } from '../../words/words.ts'
import type { DialogProps } from './approval-dialogs.tsx'
import { OfficeDialog } from './office-dialog.tsx'

/** 暂停, 恢复 */
export function SuspendDialog({ opened: { row }, onClose }: DialogProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const suspended = row.status !== 'suspended'
  const name = t(row.name)
  const input = { suspended, reason: reason.trim() }
  return (
    <OfficeDialog<CatalogueRow>
      title={t(suspended ? ITEMS.suspendTitle(name) : ITEMS.resumeTitle(name))}
      what={suspended ? ITEMS.suspendWhat : ITEMS.resumeWhat}
      okText={t(suspended ? ITEMS.suspend : ITEMS.resume)}
      done={suspended ? ITEMS.suspendedDone : ITEMS.resumedDone}
      danger={suspended}
      ready={isReason(reason)}
      content={input}
      send={(key) => approvals.suspendItem({ params: { code: row.code, version: row.version }, input, key })}
      onClose={onClose}
    >
      <LongText label={t(ACT.reason)} value={reason} most={500} onType={setReason} />
    </OfficeDialog>
  )
}

const NO_BASIS = { law: '', article: '' }

/** 取消 from a day, with basis, reason and what takes its place. */
export function CancelDialog({ opened: { row }, onClose }: DialogProps) {
  const { t } = useWords()
  const [on, setOn] = useState(legalDayOf(new Date()))
  const [reason, setReason] = useState('')
  const [basis, setBasis] = useState(NO_BASIS)
  const [successors, setSuccessors] = useState<string[]>([])
  const { law, article } = { law: basis.law.trim(), article: basis.article.trim() }
  const input = {
    on,
    reason: reason.trim(),
    basis: { law, ...(article ? { article } : {}) },
    successors,
  }
  return (
    <OfficeDialog<CatalogueRow>
      title={`${t(OFFICE.cancel)} · ${t(row.name)}`}
      what={OFFICE.cancelWhat}
      okText={t(OFFICE.cancel)}
      done={OFFICE.cancelled}
      danger
      ready={isReason(reason) && law !== '' && on !== ''}
      content={input}
      send={(key) => approvals.cancelItem({ params: { code: row.code, version: row.version }, input, key })}
      onClose={onClose}
    >
      <TextInput label={t(OFFICE.cancelOn)} type="date" value={on} onType={setOn} />
      <TextInput
        label={t(OFFICE.law)}
        value={basis.law}
        onType={(text) => setBasis({ ...basis, law: text })}
      />
      <TextInput
        label={t(OFFICE.article)}
        optional
        value={basis.article}
        onType={(text) => setBasis({ ...basis, article: text })}
      />
      <LongText label={t(ACT.reason)} value={reason} most={500} onType={setReason} />
      <Labelled label={t(OFFICE.successors)} hint={t(OFFICE.successorsHint)} optional>
        {(id, describedBy) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            mode="tags"
            open={false}
            tokenSeparators={[' ', ',', '，', '、']}
            value={successors}
            onChange={setSuccessors}
          />
        )}
      </Labelled>
    </OfficeDialog>
  )
}

import type { Sample } from '@mashang/insight/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Modal, Radio } from 'antd'
import { useState } from 'react'
import { insight } from '../api/calls.ts'
import { isReason, LongText } from '../case/actions/long-text.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly sample: string
  readonly one: Sample['cases'][number]
  onClose(): void
}

/** What was found in one case of a sample; said once. */
export function InspectDialog({ sample, one, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [result, setResult] = useState<'in-order' | 'faults'>()
  const [note, setNote] = useState('')
  const { pending, refusal, write } = useWrite<Sample>()
  const kept = useKeptOpen({ result, note })
  async function record() {
    if (!result) return
    const input = { case: one.id, result, note: note.trim() }
    const done = await write(input, (key) => insight.recordInspection({ params: { id: sample }, input, key }))
    if (!done) return
    void client.invalidateQueries({ queryKey: ['supervision', 'samples'] })
    void message.success(t(INSIGHT.recorded))
    onClose()
  }
  return (
    <Modal
      open
      {...kept}
      title={`${t(INSIGHT.inspect)} ${one.number}`}
      okText={t(INSIGHT.inspect)}
      okButtonProps={{ loading: pending, disabled: !result || !isReason(note) }}
      onOk={record}
      onCancel={onClose}
    >
      <RefusalNote refusal={refusal} />
      <p>
        {t(one.item)} · {t(one.organ)}
      </p>
      <fieldset className="choices">
        <legend className="legend">{t(INSIGHT.result)}</legend>
        <Radio.Group
          value={result}
          options={(['in-order', 'faults'] as const).map((value) => ({ value, label: t(INSIGHT[value]) }))}
          onChange={(event) => setResult(event.target.value === 'faults' ? 'faults' : 'in-order')}
        />
      </fieldset>
      <LongText label={t(INSIGHT.note)} value={note} onType={setNote} />
    </Modal>
  )
}

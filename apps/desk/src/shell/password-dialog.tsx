import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { isShown } from '../api/client.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'
import { session } from '../session/store.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

export function PasswordDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [typed, setTyped] = useState({ current: '', next: '' })
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const [pending, setPending] = useState(false)

  async function change() {
    setPending(true)
    const answer = await identity.changePassword({ input: typed })
    setPending(false)
    if (isShown(answer)) return setRefusal(answer)
    if ('refused' in answer) return
    session.is(answer)
    void message.success(t(SHELL.passwordChanged))
    onClose()
  }

  return (
    <Modal
      open
      title={t(SHELL.changePassword)}
      onCancel={onClose}
      onOk={change}
      okText={t(SHELL.save)}
      okButtonProps={{ loading: pending, disabled: typed.current === '' || typed.next.length < 8 }}
    >
      <RefusalNote refusal={refusal} />
      <Labelled label={t(SHELL.currentPassword)}>
        {(id) => (
          <Input.Password
            id={id}
            autoComplete="current-password"
            value={typed.current}
            onChange={(event) => setTyped({ ...typed, current: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(SHELL.nextPassword)} hint={t(SHELL.passwordHint)}>
        {(id) => (
          <Input.Password
            id={id}
            autoComplete="new-password"
            value={typed.next}
            onChange={(event) => setTyped({ ...typed, next: event.target.value })}
          />
        )}
      </Labelled>
    </Modal>
  )
}

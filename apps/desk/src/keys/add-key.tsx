import { scopeWords } from 'virtual:contract'
import type { MachineKey } from '@mashang/identity/contract'
import type { MachineScope } from '@mashang/kit'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { API_KEYS } from '../words/people.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { keysQuery } from './keys-query.ts'

const SCOPES = Object.keys(scopeWords) as MachineScope[]

/** Names a key and its scopes, and shows the key this one time. */
export function AddKey({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<MachineScope[]>([])
  const [issued, setIssued] = useState<string>()
  const { pending, refusal, write } = useWrite<{ key: string; listed: MachineKey }>()
  const kept = useKeptOpen({ name, scopes })

  async function issue() {
    const input = { name: name.trim(), scopes }
    const answer = await write(input, (key) => identity.addKey({ input, key }))
    if (!answer) return
    void client.invalidateQueries({ queryKey: keysQuery.queryKey })
    setIssued(answer.key)
  }

  if (issued) return <IssuedKey value={issued} onClose={onClose} />
  return (
    <Modal
      open
      {...kept}
      title={t(API_KEYS.add)}
      okText={t(API_KEYS.add)}
      okButtonProps={{ loading: pending, disabled: name.trim().length < 2 || scopes.length === 0 }}
      onOk={issue}
      onCancel={onClose}
    >
      <RefusalNote refusal={refusal} />
      <Labelled label={t(API_KEYS.name)} hint={t(API_KEYS.nameHint)}>
        {(id) => (
          <Input id={id} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        )}
      </Labelled>
      <fieldset className="choices">
        <legend className="legend">{t(API_KEYS.scopes)}</legend>
        <Checkbox.Group
          className="checks"
          value={scopes}
          options={SCOPES.map((scope) => ({ value: scope, label: `${t(scopeWords[scope])} (${scope})` }))}
          onChange={(next) => setScopes(next)}
        />
      </fieldset>
    </Modal>
  )
}

function IssuedKey({ value, onClose }: { readonly value: string; onClose(): void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      void message.success(t(SHELL.copied))
    } catch {
      // Without leave for the clipboard it can still be selected by hand.
    }
  }
  return (
    <Modal
      open
      title={t(API_KEYS.issuedTitle)}
      closable={false}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>{t(SHELL.close)}</Button>}
    >
      <p>{t(API_KEYS.issuedHint)}</p>
      <Space.Compact block>
        <Input
          readOnly
          value={value}
          aria-label={t(API_KEYS.issuedTitle)}
          onFocus={(event) => event.target.select()}
        />
        <Button type="primary" onClick={copy}>
          {t(SHELL.copy)}
        </Button>
      </Space.Compact>
    </Modal>
  )
}

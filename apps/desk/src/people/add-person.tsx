import type { StaffMember } from '@mashang/identity/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { PEOPLE } from '../words/people.ts'
import { useWords } from '../words/words.ts'
import { newPassword } from './password.ts'
import { PasswordField } from './password-field.tsx'
import { type Rights, RightsFields } from './rights-fields.tsx'

export function AddPerson({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [typed, setTyped] = useState({ name: '', account: '', password: newPassword() })
  const [rights, setRights] = useState<Rights>({ organ: '', roles: [] })
  const { pending, refusal, write } = useWrite<StaffMember>()
  const kept = useKeptOpen({ typed, rights })
  const input = {
    name: typed.name.trim(),
    account: typed.account.trim().toLowerCase(),
    password: typed.password,
    ...rights,
  }
  const ready =
    input.name.length >= 2 &&
    input.account.length >= 2 &&
    input.password.length >= 8 &&
    rights.organ !== '' &&
    rights.roles.length > 0

  async function add() {
    const added = await write(input, (key) => identity.addStaff({ input, key }))
    if (!added) return
    void client.invalidateQueries({ queryKey: ['people'] })
    void message.success(t(PEOPLE.added(added.name)))
    onClose()
  }

  return (
    <Drawer open {...kept} title={t(PEOPLE.add)} onClose={onClose} size={440}>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(PEOPLE.name)}>
        {(id) => (
          <Input
            id={id}
            value={typed.name}
            maxLength={40}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(PEOPLE.account)} hint={t(PEOPLE.accountHint)}>
        {(id) => (
          <Input
            id={id}
            value={typed.account}
            maxLength={40}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setTyped({ ...typed, account: event.target.value })}
          />
        )}
      </Labelled>
      <RightsFields rights={rights} onRights={setRights} />
      <PasswordField
        label={t(PEOPLE.password)}
        value={typed.password}
        onType={(password) => setTyped({ ...typed, password })}
      />
      <Button type="primary" block loading={pending} disabled={!ready} onClick={add}>
        {t(PEOPLE.add)}
      </Button>
    </Drawer>
  )
}

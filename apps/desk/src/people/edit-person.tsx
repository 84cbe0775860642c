import type { StaffMember } from '@mashang/identity/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { PEOPLE } from '../words/people.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { PasswordField } from './password-field.tsx'
import { RightsFields } from './rights-fields.tsx'

interface Props {
  readonly person: StaffMember
  onClose(): void
}

/** Roles, password and account of one member of staff, each saved by itself. */
export function EditPerson({ person, onClose }: Props) {
  const { t } = useWords()
  return (
    <Drawer open title={t(PEOPLE.editTitle(person.name))} onClose={onClose} size={440}>
      <p className="quiet">
        {t(PEOPLE.account)} <code>{person.account}</code>
      </p>
      <EditRights person={person} />
      <ResetPassword person={person} />
      <SetDisabled person={person} />
    </Drawer>
  )
}

function EditRights({ person }: { readonly person: StaffMember }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [rights, setRights] = useState({ organ: person.organ, roles: person.roles })
  const { pending, refusal, write } = useWrite<StaffMember>()
  const changed =
    rights.organ !== person.organ || [...rights.roles].sort().join() !== [...person.roles].sort().join()

  async function save() {
    const saved = await write(rights, (key) =>
      identity.setStaffRoles({ params: { id: person.id }, input: rights, key }),
    )
    if (!saved) return
    void client.invalidateQueries({ queryKey: ['people'] })
    void message.success(t(PEOPLE.saved))
  }

  return (
    <section className="drawer-part">
      <h2>{t(PEOPLE.rights)}</h2>
      <RefusalNote refusal={refusal} />
      <RightsFields rights={rights} onRights={setRights} />
      <Button
        type="primary"
        loading={pending}
        disabled={!changed || rights.roles.length === 0}
        onClick={save}
      >
        {t(PEOPLE.saveRights)}
      </Button>
    </section>
  )
}

function ResetPassword({ person }: { readonly person: StaffMember }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [password, setPassword] = useState('')
  const { pending, refusal, write } = useWrite<{ done: true }>()

  async function reset() {
    const done = await write({ password }, (key) =>
      identity.resetStaffPassword({ params: { id: person.id }, input: { password }, key }),
    )
    if (done) void message.success(t(PEOPLE.resetDone))
  }

  return (
    <section className="drawer-part">
      <h2>{t(PEOPLE.reset)}</h2>
      <RefusalNote refusal={refusal} />
      <p className="quiet">{t(PEOPLE.resetHint)}</p>
      <PasswordField label={t(PEOPLE.newPassword)} value={password} onType={setPassword} />
      <Button loading={pending} disabled={password.length < 8} onClick={reset}>
        {t(PEOPLE.reset)}
      </Button>
    </section>
  )
}

function SetDisabled({ person }: { readonly person: StaffMember }) {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<StaffMember>()

  async function set(disabled: boolean) {
    const done = await write({ disabled }, (key) =>
      identity.setStaffDisabled({ params: { id: person.id }, input: { disabled }, key }),
    )
    if (!done) return
    void client.invalidateQueries({ queryKey: ['people'] })
    void message.success(t(disabled ? PEOPLE.disabledDone : PEOPLE.enabledDone))
  }

  function ask() {
    modal.confirm({
      title: t(PEOPLE.disableAsk(person.name)),
      content: t(PEOPLE.disableWhat),
      okText: t(PEOPLE.disable),
      okButtonProps: { danger: true },
      cancelText: t(SHELL.cancel),
      onOk: () => void set(true),
    })
  }

  return (
    <section className="drawer-part">
      <h2>{t(PEOPLE.state)}</h2>
      <RefusalNote refusal={refusal} />
      {person.disabled ? (
        <Button loading={pending} onClick={() => void set(false)}>
          {t(PEOPLE.enable)}
        </Button>
      ) : (
        <Button danger loading={pending} onClick={ask}>
          {t(PEOPLE.disable)}
        </Button>
      )}
    </section>
  )
}

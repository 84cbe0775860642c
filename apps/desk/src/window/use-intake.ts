import type { Intake } from '@mashang/approvals/contract'
import type { Refusal } from '@mashang/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { approvals } from '../api/calls.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'
import { PAUSE, useAtTheEnd, useInOrder } from './in-order.ts'
import { intakeQuery, intakesQuery } from './intake-query.ts'

type Form = Readonly<Record<string, unknown>>

export interface IntakeInHand {
  readonly intake: Intake
  readonly form: Form
  readonly saving: boolean
  readonly refusal: ShownRefusal | undefined
  /** Sets one answer; it is saved in a moment. */
  type(id: string, value: unknown): void
  deliver(how: Intake['draft']['delivery']): void
  /** Runs one change after all that were begun before it; true when it was done. */
  change(work: () => Promise<Intake | Refusal>): Promise<boolean>
  /** Everything that was typed is with the server. */
  settle(): Promise<boolean>
}

/** An intake that is being worked on: what is typed is kept, and one change is made after another. */
export function useIntake(first: Intake): IntakeInHand {
  const client = useQueryClient()
  const id = first.draft.id
  const [intake, setIntake] = useState(first)
  const [form, setForm] = useState<Form>(first.draft.form)
  const latest = useRef({ form: first.draft.form as Form, revision: first.draft.revision, dirty: false })
  const timer = useRef<number>(undefined)

  const { saving, refusal, change, settled } = useInOrder<Intake>((next) => {
    latest.current.revision = next.draft.revision
    setIntake(next)
    client.setQueryData(intakeQuery(id).queryKey, next)
    void client.invalidateQueries({ queryKey: intakesQuery.queryKey, refetchType: 'none' })
  })

  function save(delivery?: Intake['draft']['delivery']): Promise<boolean> {
    window.clearTimeout(timer.current)
    latest.current.dirty = false
    return change(() => {
      const { form: typed, revision } = latest.current
      return approvals.saveIntake({
        params: { id },
        input: { form: { ...typed }, revision, ...(delivery ? { delivery } : {}) },
      })
    })
  }

  useAtTheEnd(() => {
    if (latest.current.dirty) void save()
  })

  return {
    intake,
    form,
    saving,
    refusal,
    type(field, value) {
      const next = { ...latest.current.form, [field]: value }
      latest.current.form = next
      latest.current.dirty = true
      setForm(next)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), PAUSE)
    },
    deliver: (how) => void save(how),
    change,
    settle: () => (latest.current.dirty ? save() : settled()),
  }
}

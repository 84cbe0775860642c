import type { Intake } from '@mashang/approvals/contract'
import type { Refusal } from '@mashang/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { approvals } from '../api/calls.ts'
import { isShown } from '../api/client.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'
import { intakeQuery, intakesQuery } from './intake-query.ts'

type Form = Readonly<Record<string, unknown>>

/** How long after the last key what was typed is sent. */
const PAUSE = 600

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
  const [pending, setPending] = useState(0)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const latest = useRef({ form: first.draft.form as Form, revision: first.draft.revision, dirty: false })
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<number>(undefined)

  function change(work: () => Promise<Intake | Refusal>): Promise<boolean> {
    setPending((count) => count + 1)
    const run = async () => {
      const answer = await work()
      setPending((count) => count - 1)
      if (isShown(answer)) {
        setRefusal(answer)
        return false
      }
      const next = answer as Intake
      latest.current.revision = next.draft.revision
      setRefusal(undefined)
      setIntake(next)
      client.setQueryData(intakeQuery(id).queryKey, next)
      void client.invalidateQueries({ queryKey: intakesQuery.queryKey, refetchType: 'none' })
      return true
    }
    queue.current = queue.current.then(run, run)
    return queue.current
  }

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
    saving: pending > 0,
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
    settle: () => (latest.current.dirty ? save() : queue.current),
  }
}

/** Who turns to another page in the same moment loses nothing. */
function useAtTheEnd(act: () => void): void {
  const last = useRef(act)
  last.current = act
  useEffect(() => () => last.current(), [])
}

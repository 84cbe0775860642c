import type { WindowSheet } from '@mashang/bundles/contract'
import type { Refusal } from '@mashang/kit'
import { useRef, useState } from 'react'
import { bundles } from '../api/calls.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'
import { PAUSE, useAtTheEnd, useInOrder } from './in-order.ts'

type Answers = Readonly<Record<string, unknown>>

export interface SheetInHand {
  readonly taken: WindowSheet
  readonly answers: Answers
  readonly saving: boolean
  readonly refusal: ShownRefusal | undefined
  /** Sets one answer; it is saved in a moment. */
  type(id: string, value: unknown): void
  chooseApplicant(applicant: string): void
  /** Runs one change after all that were begun before it; true when it was done. */
  change(work: () => Promise<WindowSheet | Refusal>): Promise<boolean>
  /** Everything that was typed is with the server. */
  settle(): Promise<boolean>
}

/** The sheet of a bundle that is being taken in: what is typed is kept, and one change is made after another. */
export function useWindowSheet(first: WindowSheet): SheetInHand {
  const { id } = first.sheet
  const [taken, setTaken] = useState(first)
  const [answers, setAnswers] = useState<Answers>(first.sheet.answers)
  const latest = useRef({ answers: first.sheet.answers as Answers, typed: 0, saved: 0 })
  const timer = useRef<number>(undefined)

  const { saving, refusal, change, settled } = useInOrder<WindowSheet>((next) => {
    setTaken(next)
    // What follows from an answer is filled in, unless somebody types on.
    if (latest.current.typed === latest.current.saved) {
      latest.current.answers = next.sheet.answers
      setAnswers(next.sheet.answers)
    }
  })

  function save(applicant?: string): Promise<boolean> {
    window.clearTimeout(timer.current)
    return change(() => {
      latest.current.saved = latest.current.typed
      const input = { answers: { ...latest.current.answers }, ...(applicant ? { applicant } : {}) }
      return bundles.saveWindowSheet({ params: { id }, input })
    })
  }
  const unsaved = () => latest.current.typed !== latest.current.saved

  useAtTheEnd(() => {
    if (unsaved()) void save()
  })

  return {
    taken,
    answers,
    saving,
    refusal,
    type(field, value) {
      latest.current.answers = { ...latest.current.answers, [field]: value }
      latest.current.typed += 1
      setAnswers(latest.current.answers)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), PAUSE)
    },
    chooseApplicant: (applicant) => void save(applicant),
    change,
    settle: () => (unsaved() ? save() : settled()),
  }
}

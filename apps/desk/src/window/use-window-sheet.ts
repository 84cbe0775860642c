import type { WindowSheet } from '@mashang/bundles/contract'
import type { Refusal } from '@mashang/kit'
import { useEffect, useRef, useState } from 'react'
import { bundles } from '../api/calls.ts'
import { isShown } from '../api/client.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'

/** How long after the last key what was typed is sent. */
const PAUSE = 600

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
  const [pending, setPending] = useState(0)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const latest = useRef({ answers: first.sheet.answers as Answers, typed: 0, saved: 0 })
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<number>(undefined)

  function change(work: () => Promise<WindowSheet | Refusal>): Promise<boolean> {
    setPending((count) => count + 1)
    const run = async () => {
      const answer = await work()
      setPending((count) => count - 1)
      if (isShown(answer)) {
        setRefusal(answer)
        return false
      }
      const next = answer as WindowSheet
      setRefusal(undefined)
      setTaken(next)
      // What follows from an answer is filled in, unless somebody types on.
      if (latest.current.typed === latest.current.saved) {
        latest.current.answers = next.sheet.answers
        setAnswers(next.sheet.answers)
      }
      return true
    }
    queue.current = queue.current.then(run, run)
    return queue.current
  }

  function save(applicant?: string): Promise<boolean> {
    window.clearTimeout(timer.current)
    return change(() => {
      latest.current.saved = latest.current.typed
      const input = { answers: { ...latest.current.answers }, ...(applicant ? { applicant } : {}) }
      return bundles.saveWindowSheet({ params: { id }, input })
    })
  }
  const unsaved = () => latest.current.typed !== latest.current.saved

  const last = useRef(() => {})
  last.current = () => {
    if (unsaved()) void save()
  }
  // Who turns to another page in the same moment loses nothing.
  useEffect(() => () => last.current(), [])

  return {
    taken,
    answers,
    saving: pending > 0,
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
    settle: () => (unsaved() ? save() : queue.current),
  }
}

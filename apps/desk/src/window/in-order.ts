import type { Refusal } from '@mashang/kit'
import { useEffect, useRef, useState } from 'react'
import { isShown } from '../api/client.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'

/** How long after the last key what was typed is sent. */
export const PAUSE = 600

export interface InOrder<T> {
  readonly saving: boolean
  readonly refusal: ShownRefusal | undefined
  /** Runs one change after all that were begun before it; true when it was done. */
  change(work: () => Promise<T | Refusal>): Promise<boolean>
  /** Resolves when all that was begun is over; whether the last was done. */
  settled(): Promise<boolean>
}

/** Changes of one thing at the window, made one after another. */
export function useInOrder<T>(onDone: (next: T) => void): InOrder<T> {
  const [pending, setPending] = useState(0)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  return {
    saving: pending > 0,
    refusal,
    change(work) {
      setPending((count) => count + 1)
      const run = async () => {
        const answer = await work()
        setPending((count) => count - 1)
        if (isShown(answer)) {
          setRefusal(answer)
          return false
        }
        setRefusal(undefined)
        onDone(answer as T)
        return true
      }
      queue.current = queue.current.then(run, run)
      return queue.current
    },
    settled: () => queue.current,
  }
}

/** Who turns to another page in the same moment loses nothing. */
export function useAtTheEnd(act: () => void): void {
  const last = useRef(act)
  last.current = act
  useEffect(() => () => last.current(), [])
}

import type { Refusal } from '@mashang/kit'
import { useRef, useState } from 'react'
import { isShown } from '../api/client.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'
import { submitKey } from '../api/submit-key.ts'

interface Write<A> {
  readonly pending: boolean
  readonly refusal: ShownRefusal | undefined
  /** Sends `content` by `send`, once however often it is tried; the answer, or undefined where it was refused. */
  write(content: unknown, send: (key: string) => Promise<A | Refusal>): Promise<A | undefined>
}

/** One write with its state: pending, refused and why. */
export function useWrite<A extends object>(): Write<A> {
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const key = useRef(submitKey())
  return {
    pending,
    refusal,
    async write(content, send) {
      setPending(true)
      setRefusal(undefined)
      const answer = await send(key.current.keyFor(content))
      setPending(false)
      if (isShown(answer)) {
        // Where the connection was lost it may have arrived: the same try keeps its key.
        if (answer.code !== 'no-connection') key.current.answered()
        setRefusal(answer)
        return undefined
      }
      key.current.answered()
      return answer as A
    },
  }
}

import { useState } from 'react'

const PREFIX = 'draft:'

/**
 * What is being typed for one action of one case. It outlives a reload, a conflict and a look at another case,
 * and ends with the action, the sign-out or the browser's window.
 */
export function useDraft<T>(caseId: string, action: string, initial: T): [T, (next: T) => void, () => void] {
  const key = `${PREFIX}${caseId}:${action}`
  const [value, setValue] = useState<T>(() => readDraft(key) ?? initial)
  return [
    value,
    (next) => {
      setValue(next)
      try {
        sessionStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Without storage the words still stand on the page.
      }
    },
    () => sessionStorage.removeItem(key),
  ]
}

function readDraft<T>(key: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}

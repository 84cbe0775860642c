import { useState } from 'react'

/**
 * Of a dialog or a drawer: once something was typed, neither Escape nor a click beside it throws the work away.
 * Escape meant for an open list reaches the dialog where lists close without motion; its buttons always close it.
 */
export function useKeptOpen(content: unknown) {
  const now = JSON.stringify(content)
  const [first] = useState(now)
  const untouched = now === first
  return { keyboard: untouched, mask: { closable: untouched } }
}

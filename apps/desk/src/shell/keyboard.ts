/** Keys of the whole desk: `/` to search, `j` and `k` through a list, Enter to open. */
import { useEffect } from 'react'

/** Whether a key is meant for what has the focus, and not for the desk. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/**
 * Calls `act` on a plain key, unless one is typing or a dialog stands over the page. `act` says whether it did
 * anything with it; where not, the key is left to others.
 */
export function useKey(keys: string, act: (key: string) => boolean): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (!keys.split(' ').includes(event.key) || isTyping(event.target)) return
      if (document.querySelector('dialog[open], .ant-modal-wrap:not([style*="none"])')) return
      if (act(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [keys, act])
}

/** Index of the row that `j` (down) or `k` (up) leads to; from nowhere, `j` starts at the top and `k` at the end. */
export function nextRow(at: number, count: number, key: 'j' | 'k'): number {
  if (count === 0) return -1
  if (at < 0) return key === 'j' ? 0 : count - 1
  return Math.min(count - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))
}

/** Moves the focus among the links of a list, so that Enter opens by itself and a screen reader follows. */
function moveFocus(links: readonly HTMLElement[], key: 'j' | 'k'): void {
  const at = links.indexOf(document.activeElement as HTMLElement)
  const link = links[nextRow(at, links.length, key)]
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}

/** `j` and `k` for every list marked `data-rows`, whose rows are links marked `data-row`. */
export function useRowKeys(): void {
  useKey('j k', walk)
}

function walk(key: string): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-rows] [data-row]')]
  moveFocus(links, key === 'k' ? 'k' : 'j')
  return links.length > 0
}

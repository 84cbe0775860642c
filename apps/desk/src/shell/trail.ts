/** The way to the page that is shown: pages tell it, the top bar shows it. */
import { useLayoutEffect, useSyncExternalStore } from 'react'

export interface Crumb {
  readonly label: string
  /** Absent for the page itself. */
  readonly to?: string
}

let crumbs: readonly Crumb[] = []
const listeners = new Set<() => void>()

function tell(next: readonly Crumb[]): void {
  crumbs = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTrail(): readonly Crumb[] {
  return useSyncExternalStore(subscribe, () => crumbs)
}

export function useTellTrail(trail: readonly Crumb[]): void {
  const text = JSON.stringify(trail)
  useLayoutEffect(() => tell(JSON.parse(text) as readonly Crumb[]), [text])
}

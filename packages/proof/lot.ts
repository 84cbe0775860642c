/** 抽签 — a draw that nobody chooses: the public log draws it, and anybody can draw it again. Pure. */
import { type Refusal, refuse } from '@mashang/kit'
import { hash } from '#sha256'
import { hexOf, utf8 } from './bytes.ts'

/** SHA-256 in hex over the root of the log and what may be drawn: what it is ordered by. */
export function lotOf(root: string, id: string): string {
  return hexOf(hash(utf8(`${root}\n${id}`)))
}

/** All that may be drawn, by lot: whoever is first was drawn first. */
export function drawnByTheLog<T>(root: string, all: readonly T[], idOf: (one: T) => string): readonly T[] {
  return all
    .map((one) => ({ one, lot: lotOf(root, idOf(one)) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one)
}

/** Size and root of a note of the public log. */
export function rootOfNote(
  note: string | undefined,
): { readonly size: number; readonly root: string } | Refusal {
  const [, size, root] = note?.split('\n') ?? []
  return size && root ? { size: Number(size), root } : refuse('log-not-started')
}

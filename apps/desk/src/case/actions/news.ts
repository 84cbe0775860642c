import type { JournalLine } from '@mashang/approvals/contract'

/** Entries that came after the revision the officer has seen. */
export function newsSince(journal: readonly JournalLine[], seen: number): readonly JournalLine[] {
  return journal.filter((line) => line.revision > seen).sort((a, b) => a.revision - b.revision)
}

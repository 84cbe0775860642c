import type { ApplicationRow } from '@mashang/approvals/contract'
import { csvOf } from '../show/csv.ts'
import { fullInstant } from '../show/dates.ts'
import { INBOX, STATUS_WORDS } from '../words/inbox.ts'
import { inLanguage, type Language, type SomeWords } from '../words/words.ts'

/** The list as it is shown, as CSV. */
export function inboxCsv(rows: readonly ApplicationRow[], language: Language): string {
  const t = (words: SomeWords) => inLanguage(words, language)
  const { number, item, applicant, organ, status, step, due, statutory, submitted, cards } = INBOX
  const head = [number, item, applicant, organ, status, step, due, statutory, submitted, cards].map(t)
  const lines = rows.map((row) => [
    row.number,
    t(row.item.name),
    row.applicant,
    t(row.organ.name),
    t(STATUS_WORDS[row.status]),
    row.delivery ? t(INBOX.toDeliver) : row.step ? t(row.step) : '',
    row.promisedDue ?? '',
    row.statutoryDue ?? '',
    fullInstant(row.submittedAt),
    row.cards.map((colour) => t(colour === 'red' ? INBOX.red : INBOX.yellow)).join(' '),
  ])
  return csvOf([head, ...lines])
}

import { FlagFilled } from '@ant-design/icons'
import type { ApplicationStatus } from '@mashang/approvals/contract'
import { INBOX, STATUS_WORDS } from '../words/inbox.ts'
import { useWords } from '../words/words.ts'

const TONES: Readonly<Record<ApplicationStatus, 'plain' | 'quiet' | 'soon' | 'late' | 'done'>> = {
  submitted: 'plain',
  'awaiting-correction': 'soon',
  'under-review': 'plain',
  'clock-stopped': 'quiet',
  granted: 'done',
  refused: 'late',
  declined: 'quiet',
  'not-needed': 'quiet',
  withdrawn: 'quiet',
  merged: 'quiet',
}

export function StatusTag({ status }: { readonly status: ApplicationStatus }) {
  const { t } = useWords()
  return <span className={`tag tag-${TONES[status]}`}>{t(STATUS_WORDS[status])}</span>
}

/** 黄牌、红牌: a flag with its word. */
export function CardTag({ colour }: { readonly colour: 'yellow' | 'red' }) {
  const { t } = useWords()
  return (
    <span className={`tag ${colour === 'red' ? 'tag-late' : 'tag-soon'}`}>
      <FlagFilled aria-hidden="true" /> {t(colour === 'red' ? INBOX.red : INBOX.yellow)}
    </span>
  )
}

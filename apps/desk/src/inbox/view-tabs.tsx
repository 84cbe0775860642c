import { Link } from 'react-router'
import { useMe } from '../session/use-session.ts'
import { countText } from '../show/count-text.ts'
import { INBOX, VIEW_WORDS } from '../words/inbox.ts'
import { useWords } from '../words/words.ts'
import { type InboxFilter, searchOf, VIEWS } from './inbox-filter.ts'
import { readingOf } from './reading.ts'

interface Props {
  readonly filter: InboxFilter
  readonly counts: Readonly<Record<string, number>>
}

/** On a narrow screen the tab that is open may stand outside of the row. */
function bringIn(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The views as links with their counts: each has an address of its own. */
export function ViewTabs({ filter, counts }: Props) {
  const { t } = useWords()
  const { works } = readingOf(useMe().staff.roles)
  return (
    <nav className="tabs" aria-label={t(INBOX.views)}>
      {VIEWS.filter((view) => view !== 'opinions' || counts.opinions !== undefined).map((view) => (
        <Link
          key={view}
          to={{ search: searchOf({ ...filter, view }).toString() }}
          className={`tab ${view === 'overdue' && (counts[view] ?? 0) > 0 ? 'tab-late' : ''}`}
          aria-current={view === filter.view ? 'page' : undefined}
          ref={view === filter.view ? bringIn : undefined}
        >
          {t(view === 'to-do' && !works ? INBOX.running : VIEW_WORDS[view])}
          {counts[view] !== undefined && <span className="tab-count">{countText(counts[view])}</span>}
        </Link>
      ))}
    </nav>
  )
}

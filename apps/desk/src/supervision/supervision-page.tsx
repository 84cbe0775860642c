import { approvalsRoutes, insightRoutes } from 'virtual:contract'
import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useMayUse } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { useOrgans } from '../show/organs.ts'
import { INBOX } from '../words/inbox.ts'
import { INSIGHT } from '../words/insight.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { BoardTab } from './board-tab.tsx'
import { BulletinTab } from './bulletin-tab.tsx'
import { CardsTab } from './cards-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { SamplesTab } from './samples-tab.tsx'

const TABS = ['board', 'figures', 'cards', 'samples', 'bulletin'] as const

/** 电子监察; the same page shows an office how it stands itself. */
export function SupervisionPage() {
  const { t } = useWords()
  const may = useMayUse()
  const [search, setSearch] = useSearchParams()
  const overseer = may(approvalsRoutes.getSupervision)
  const organ = search.get('organ') ?? undefined
  const tabs = TABS.filter(
    (tab) => (tab !== 'samples' && tab !== 'bulletin') || may(insightRoutes.listSamples),
  )
  const open = tabs.find((tab) => tab === search.get('tab')) ?? 'board'
  /** Another tab is about the same organ and the same days. */
  const searchOf = (tab: string) => {
    const next = new URLSearchParams({ tab })
    for (const name of ['organ', 'from', 'to']) {
      const value = search.get(name)
      if (value) next.set(name, value)
    }
    return next.toString()
  }
  return (
    <div className="page">
      <PageTitle title={t(overseer ? SHELL.supervision : INSIGHT.ownOffice)} trail={[]}>
        {overseer && (
          <OrganChoice
            organ={organ}
            onChoose={(id) => setSearch({ tab: open, ...(id ? { organ: id } : {}) })}
          />
        )}
      </PageTitle>
      <nav className="tabs" aria-label={t(INSIGHT.tabs)}>
        {tabs.map((tab) => (
          <Link
            key={tab}
            to={{ search: searchOf(tab) }}
            className="tab"
            aria-current={tab === open ? 'page' : undefined}
          >
            {t(INSIGHT[tab])}
          </Link>
        ))}
      </nav>
      {open === 'board' && <BoardTab organ={organ} />}
      {open === 'figures' && <FiguresTab organ={organ} />}
      {open === 'cards' && <CardsTab organ={organ} />}
      {open === 'samples' && <SamplesTab />}
      {open === 'bulletin' && <BulletinTab />}
    </div>
  )
}

interface ChoiceProps {
  readonly organ: string | undefined
  onChoose(organ: string | undefined): void
}

function OrganChoice({ organ, onChoose }: ChoiceProps) {
  const { t } = useWords()
  const organs = useOrgans()
  return (
    <Select
      className="tool-select"
      aria-label={t(INBOX.organ)}
      placeholder={t(INBOX.anyOrgan)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={organ}
      options={organs.map(({ id, name }) => ({ value: id, label: t(name) }))}
      onChange={(id?: string) => onChoose(id)}
    />
  )
}

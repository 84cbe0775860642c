import { approvalsRoutes, hallRoutes, identityRoutes, insightRoutes, projectsRoutes } from 'virtual:contract'
import {
  AppstoreOutlined,
  DoubleLeftOutlined,
  DoubleRightOutlined,
  EyeOutlined,
  IdcardOutlined,
  InboxOutlined,
  KeyOutlined,
  ProjectOutlined,
  SafetyCertificateOutlined,
  SmileOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { countsQuery } from '../inbox/inbox-query.ts'
import { readingOf } from '../inbox/reading.ts'
import { useMayUse, useMe } from '../session/use-session.ts'
import { countText } from '../show/count-text.ts'
import { INSIGHT } from '../words/insight.ts'
import { LICENCES } from '../words/licences.ts'
import { PROJECTS } from '../words/projects.ts'
import { RATINGS } from '../words/ratings.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { Emblem } from './emblem.tsx'
import { preferences, usePreferences } from './preferences.ts'

/** Ways in, as the roles allow; a row of tabs at the bottom of a phone. */
export function Rail() {
  const { t } = useWords()
  const may = useMayUse()
  const { rail } = usePreferences()
  const entries = [
    may(approvalsRoutes.listInbox) && (
      <Entry key="inbox" to="/inbox" icon={<InboxOutlined />} label={t(SHELL.inbox)} badge={<ToDo />} />
    ),
    may(approvalsRoutes.openIntake) && (
      <Entry key="window" to="/window" icon={<IdcardOutlined />} label={t(SHELL.window)} />
    ),
    may(approvalsRoutes.listLicences) && (
      <Entry
        key="licences"
        to="/licences"
        icon={<SafetyCertificateOutlined />}
        label={t(LICENCES.register)}
      />
    ),
    may(insightRoutes.getBoard) && (
      <Entry
        key="supervision"
        to="/supervision"
        icon={<EyeOutlined />}
        label={t(may(approvalsRoutes.getSupervision) ? SHELL.supervision : INSIGHT.ownOffice)}
      />
    ),
    may(hallRoutes.listRatings) && (
      <Entry key="ratings" to="/ratings" icon={<SmileOutlined />} label={t(RATINGS.title)} />
    ),
    may(projectsRoutes.listProjects) && (
      <Entry key="projects" to="/projects" icon={<ProjectOutlined />} label={t(PROJECTS.title)} />
    ),
    may(approvalsRoutes.listCatalogue) && (
      <Entry key="items" to="/items" icon={<AppstoreOutlined />} label={t(SHELL.items)} />
    ),
    may(identityRoutes.listStaff) && (
      <Entry key="people" to="/people" icon={<TeamOutlined />} label={t(SHELL.people)} />
    ),
    may(identityRoutes.listDataRequestsAtDesk) && (
      <Entry
        key="data-requests"
        to="/data-requests"
        icon={<SolutionOutlined />}
        label={t(SHELL.dataRequests)}
      />
    ),
    may(identityRoutes.listKeys) && (
      <Entry key="keys" to="/keys" icon={<KeyOutlined />} label={t(SHELL.keys)} />
    ),
  ]
  const narrow = rail === 'narrow'
  return (
    <nav className="rail" aria-label={t(SHELL.main)}>
      <span className="brand">
        <Emblem />
        <strong>{t(SHELL.name)}</strong>
      </span>
      <div className="rail-entries">{entries}</div>
      <button
        type="button"
        className="rail-fold"
        aria-label={t(narrow ? SHELL.wide : SHELL.narrow)}
        title={t(narrow ? SHELL.wide : SHELL.narrow)}
        onClick={() => preferences.set({ rail: narrow ? 'wide' : 'narrow' })}
      >
        {narrow ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
      </button>
    </nav>
  )
}

interface EntryProps {
  readonly to: string
  readonly icon: ReactNode
  readonly label: string
  readonly badge?: ReactNode
}

function Entry({ to, icon, label, badge }: EntryProps) {
  return (
    <NavLink to={to} className="rail-entry" title={label}>
      <span className="rail-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="rail-label">{label}</span>
      {badge}
    </NavLink>
  )
}

/** How many cases wait for this reader; nothing for one who only looks on. */
function ToDo() {
  const { works } = readingOf(useMe().staff.roles)
  const { data } = useQuery({ ...countsQuery, enabled: works })
  const count = data?.['to-do'] ?? 0
  return count > 0 ? <span className="rail-count">{countText(count)}</span> : null
}

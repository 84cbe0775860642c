import {
  approvalsRoutes,
  assistanceRoutes,
  bundlesRoutes,
  feesRoutes,
  hallRoutes,
  identityRoutes,
  insightRoutes,
  knowledgeRoutes,
  projectsRoutes,
} from 'virtual:contract'
import {
  AppstoreOutlined,
  BlockOutlined,
  CustomerServiceOutlined,
  DashboardOutlined,
  DoubleLeftOutlined,
  DoubleRightOutlined,
  EyeOutlined,
  IdcardOutlined,
  InboxOutlined,
  KeyOutlined,
  OrderedListOutlined,
  PayCircleOutlined,
  ProjectOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SmileOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { NavLink, useMatch } from 'react-router'
import type { Route } from '../api/route.ts'
import { countsQuery } from '../inbox/inbox-query.ts'
import { readingOf } from '../inbox/reading.ts'
import { useMayUse, useMe } from '../session/use-session.ts'
import { countText } from '../show/count-text.ts'
import { ASSISTANCE } from '../words/assistance.ts'
import { BUNDLES } from '../words/bundles.ts'
import { FEES } from '../words/fees.ts'
import { HEAD_OFFICE } from '../words/head-office.ts'
import { INSIGHT } from '../words/insight.ts'
import { LICENCES } from '../words/licences.ts'
import { MANDATES } from '../words/mandates.ts'
import { PLACES } from '../words/places.ts'
import { PROJECTS } from '../words/projects.ts'
import { QUESTIONS } from '../words/questions.ts'
import { RATINGS } from '../words/ratings.ts'
import { SHELL } from '../words/shell.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { Emblem } from './emblem.tsx'
import { preferences, usePreferences } from './preferences.ts'

interface Way {
  readonly to: string
  readonly icon: ReactNode
  readonly label: SomeWords
  /** Whoever may call it has the way in. */
  readonly route: Route
  readonly badge?: ReactNode
}

/** Every way in, the one used most first. */
const WAYS: readonly Way[] = [
  { to: '/office', icon: <DashboardOutlined />, label: HEAD_OFFICE.title, route: insightRoutes.getOffice },
  {
    to: '/inbox',
    icon: <InboxOutlined />,
    label: SHELL.inbox,
    route: approvalsRoutes.listInbox,
    badge: <ToDo />,
  },
  { to: '/window', icon: <IdcardOutlined />, label: SHELL.window, route: identityRoutes.findWalkIn },
  {
    to: '/licences',
    icon: <SafetyCertificateOutlined />,
    label: LICENCES.register,
    route: approvalsRoutes.listLicences,
  },
  { to: '/places', icon: <OrderedListOutlined />, label: PLACES.title, route: approvalsRoutes.listQuotas },
  { to: '/supervision', icon: <EyeOutlined />, label: INSIGHT.ownOffice, route: insightRoutes.getBoard },
  { to: '/ratings', icon: <SmileOutlined />, label: RATINGS.title, route: hallRoutes.listRatings },
  {
    to: '/assistance',
    icon: <CustomerServiceOutlined />,
    label: ASSISTANCE.title,
    route: assistanceRoutes.listHelp,
  },
  {
    to: '/assistance/new',
    icon: <CustomerServiceOutlined />,
    label: ASSISTANCE.request,
    route: identityRoutes.findWalkIn,
  },
  {
    to: '/questions',
    icon: <QuestionCircleOutlined />,
    label: QUESTIONS.title,
    route: knowledgeRoutes.listQuestions,
  },
  { to: '/faqs', icon: <ReadOutlined />, label: QUESTIONS.faqs, route: knowledgeRoutes.listFaqs },
  { to: '/bundles', icon: <BlockOutlined />, label: BUNDLES.title, route: bundlesRoutes.listBundlesAtDesk },
  { to: '/projects', icon: <ProjectOutlined />, label: PROJECTS.title, route: projectsRoutes.listProjects },
  { to: '/fees', icon: <PayCircleOutlined />, label: FEES.title, route: feesRoutes.listCharges },
  { to: '/items', icon: <AppstoreOutlined />, label: SHELL.items, route: approvalsRoutes.listCatalogue },
  { to: '/people', icon: <TeamOutlined />, label: SHELL.people, route: identityRoutes.listStaff },
  {
    to: '/data-requests',
    icon: <SolutionOutlined />,
    label: SHELL.dataRequests,
    route: identityRoutes.listDataRequestsAtDesk,
  },
  { to: '/mandates', icon: <SwapOutlined />, label: MANDATES.title, route: approvalsRoutes.listStandIns },
  { to: '/keys', icon: <KeyOutlined />, label: SHELL.keys, route: identityRoutes.listKeys },
]

/** Ways in, as the roles allow; a row of tabs at the bottom of a phone. */
export function Rail() {
  const { t } = useWords()
  const may = useMayUse()
  const { rail } = usePreferences()
  // What an office calls its own, supervision calls by its name.
  const labelOf = ({ to, label }: Way) =>
    to === '/supervision' && may(approvalsRoutes.getSupervision) ? SHELL.supervision : label
  const narrow = rail === 'narrow'
  return (
    <nav className="rail" aria-label={t(SHELL.main)}>
      <span className="brand">
        <Emblem />
        <strong>{t(SHELL.name)}</strong>
      </span>
      <div className="rail-entries">
        {WAYS.filter(({ route }) => may(route)).map((way) => (
          <Entry key={way.to} to={way.to} icon={way.icon} label={t(labelOf(way))} badge={way.badge} />
        ))}
      </div>
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
  const link = useRef<HTMLAnchorElement>(null)
  const isHere = useMatch({ path: to, end: false }) !== null
  // On a phone the row of ways is drawn along to where one is.
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isHere])
  return (
    <NavLink ref={link} to={to} className="rail-entry" title={label}>
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

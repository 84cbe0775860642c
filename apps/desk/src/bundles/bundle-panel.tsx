import { bundlesRoutes } from 'virtual:contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { BUNDLES } from '../words/bundles.ts'
import { useWords } from '../words/words.ts'
import { bundleOfCaseQuery } from './bundles-query.ts'
import { PartsTable } from './parts-table.tsx'

/** On the page of a case that is part of a bundle: how its neighbours stand. */
export function BundlePanel({ application }: { readonly application: string }) {
  const { t, language } = useWords()
  const may = useMayUse()(bundlesRoutes.findBundleOfCase)
  const query = useQuery({ ...bundleOfCaseQuery(application, language), enabled: may })
  const bundle = query.data?.bundle
  if (!bundle) return null
  return (
    <Panel
      title={t(BUNDLES.partOf(t(bundle.name)))}
      beside={
        <Link to={`/bundles/${bundle.id}`}>
          {t(BUNDLES.lead)} {t(bundle.lead.short)}
        </Link>
      }
    >
      <p>{t(bundle.sentence)}</p>
      <PartsTable parts={bundle.parts} here={application} />
    </Panel>
  )
}

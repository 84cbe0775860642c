import type { ItemImpact as Impact } from '@mashang/approvals/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { Panel } from '../case/facts/panel.tsx'
import { DataTable } from '../show/data-table.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { TABS } from '../words/item-tabs.ts'
import { ITEMS } from '../words/items.ts'
import { type SomeWords, useWords } from '../words/words.ts'

interface Props {
  readonly code: string
  readonly version: number
}

/** What a change touches, to be read before it is approved. */
export function ItemImpact({ code, version }: Props) {
  const { t } = useWords()
  const query = useQuery({
    queryKey: ['catalogue', 'impact', code, version],
    queryFn: () => answerOf(approvals.getItemImpact({ params: { code, version } })),
  })
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { running, drafts, licences, documents, relying, replaces } = query.data
  return (
    <>
      <Running running={running} />
      <p className="quiet impact-drafts">{t(drafts > 0 ? TABS.drafts(drafts) : TABS.noDrafts)}</p>
      {replaces.length > 0 && (
        <Listed
          title={TABS.replaced}
          none={TABS.noRelying}
          lines={replaces.map((one) => ({
            key: one.code,
            line: (
              <>
                <Link to={`/items?text=${encodeURIComponent(one.code)}`}>{t(one.name)}</Link> ·{' '}
                {t(ITEMS.running)} {one.running}
              </>
            ),
          }))}
        />
      )}
      <Listed
        title={TABS.licences}
        none={TABS.noLicences}
        lines={licences.map((one) => ({
          key: one.type,
          line: `${t(one.title)} · ${t(TABS.count(one.count))}`,
        }))}
      />
      <Listed
        title={TABS.documents}
        none={TABS.noDocuments}
        lines={documents.map((one) => ({
          key: one.kind,
          line: `${t(one.title)} · ${t(TABS.count(one.count))}`,
        }))}
      />
      <Listed
        title={TABS.relying}
        none={TABS.noRelying}
        lines={relying.map((one) => ({
          key: one.code,
          line: <Link to={`/items?text=${encodeURIComponent(one.code)}`}>{t(one.name)}</Link>,
        }))}
      />
    </>
  )
}

function Running({ running }: Pick<Impact, 'running'>) {
  const { t } = useWords()
  const queues: Readonly<Record<string, SomeWords>> = TABS.queues
  if (running.length === 0)
    return (
      <Panel title={t(TABS.running)}>
        <p className="quiet">{t(TABS.noRunning)}</p>
      </Panel>
    )
  return (
    <Panel title={t(TABS.running)} beside={<span className="quiet">{t(TABS.keep)}</span>}>
      <DataTable
        label={t(TABS.running)}
        rows={running}
        keyOf={(one) => `${one.version}/${one.queue}/${one.step?.zh ?? ''}`}
        columns={[
          {
            key: 'version',
            label: t(ITEMS.version),
            kind: 'tight',
            cell: (one) => t(CASE.version(one.version)),
          },
          {
            key: 'step',
            label: t(TABS.stepAt),
            kind: 'wide',
            cell: (one) =>
              [t(queues[one.queue] ?? { zh: one.queue }), one.step && t(one.step)]
                .filter(Boolean)
                .join(' · '),
          },
          { key: 'count', label: t(TABS.number), kind: 'number', cell: (one) => one.count },
        ]}
      />
    </Panel>
  )
}

interface ListedProps {
  readonly title: SomeWords
  readonly none: SomeWords
  readonly lines: readonly { readonly key: string; readonly line: ReactNode }[]
}

function Listed({ title, none, lines }: ListedProps) {
  const { t } = useWords()
  return (
    <Panel title={t(title)}>
      {lines.length === 0 ? (
        <p className="quiet">{t(none)}</p>
      ) : (
        <ul className="lines">
          {lines.map(({ key, line }) => (
            <li key={key}>{line}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

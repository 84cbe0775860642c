import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import type { CatalogueRow, Finding, ItemOpened } from '@mashang/approvals/contract'
import type { Basis } from '@mashang/flow'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Panel } from '../case/facts/panel.tsx'
import { useMe } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { TABS } from '../words/item-tabs.ts'
import { ITEMS } from '../words/items.ts'
import { OFFICE } from '../words/office.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { definitionFrom } from './definition-from.ts'
import { DefinitionView } from './definition-view.tsx'
import { ItemActions } from './item-actions.tsx'
import { ItemCompare } from './item-compare.tsx'
import { ItemHistory } from './item-history.tsx'
import { ItemImpact } from './item-impact.tsx'
import { checkQuery } from './items-query.ts'
import { ItemStatusTag } from './items-table.tsx'

/** One version of an item: its checks, what can be done with it, and the whole definition. */
export function ItemPage() {
  const { t } = useWords()
  const { code = '', version: given = '' } = useParams()
  const version = Number(given)
  const check = useQuery(checkQuery(code, version))
  const row = check.data?.row
  const title = row ? t(row.name) : code
  return (
    <div className="page">
      <PageTitle title={title} trail={[{ label: t(SHELL.items), to: '/items' }]}>
        {check.data && <ItemActions opened={check.data} />}
      </PageTitle>
      {row && <ItemHead row={row} />}
      {row && <ItemNews row={row} />}
      {check.isPending && <Loading />}
      {check.isError && <Failure error={check.error} onRetry={() => void check.refetch()} />}
      {check.data && <Views opened={check.data} />}
    </div>
  )
}

type View = 'content' | 'compare' | 'history' | 'impact'

/** Content with its checks, versions compared, history, impact; what is up for approval shows its impact at once. */
function Views({ opened }: { readonly opened: ItemOpened }) {
  const { t } = useWords()
  const [view, setView] = useState<View>('content')
  const { row } = opened
  const views: readonly View[] = ['content', 'compare', 'history', 'impact']
  return (
    <>
      <Segmented
        className="item-views"
        aria-label={t(TABS.views)}
        value={view}
        options={views.map((value) => ({ value, label: t(TABS[value]) }))}
        onChange={setView}
      />
      {view === 'content' && (
        <>
          <Findings findings={opened.findings} draft={row.status === 'draft'} />
          {row.status === 'submitted' && <ItemImpact code={row.code} version={row.version} />}
          <Definition definition={opened.definition} />
        </>
      )}
      {view === 'compare' && <ItemCompare opened={opened} />}
      {view === 'history' && <ItemHistory code={row.code} />}
      {view === 'impact' && <ItemImpact code={row.code} version={row.version} />}
    </>
  )
}

function ItemHead({ row }: { readonly row: CatalogueRow }) {
  const { t } = useWords()
  return (
    <p className="item-head">
      <ItemStatusTag status={row.status} /> <code>{row.code}</code> · {t(CASE.version(row.version))} ·{' '}
      {t(row.organ.name)}
      {row.effectiveFrom && ` · ${t(ITEMS.effective)} ${row.effectiveFrom}`}
      {row.effectiveTo && ` – ${row.effectiveTo}`} · {t(ITEMS.running)} {row.running}
    </p>
  )
}

/** What a reader must know before doing anything: returned, by whom approved, when it ends and what takes its place. */
function ItemNews({ row }: { readonly row: CatalogueRow }) {
  const { t, language } = useWords()
  const me = useMe()
  const { authors = [], approvedBy, cancellation } = row.office
  const names = authors.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  const mine = authors.some(({ id }) => id === me.id)
  const news = [
    row.status === 'draft' && row.reason && t(OFFICE.returnedWith(row.reason)),
    row.status === 'submitted' && mine && t(OFFICE.notByAuthor(names)),
    row.status === 'approved' && approvedBy && t(OFFICE.approvedBy(approvedBy)),
    row.cancelledOn &&
      `${t(OFFICE.endsOn(row.cancelledOn))}${cancellation ? `：${cancellation.reason}` : ''}`,
  ].filter(Boolean)
  if (news.length === 0) return null
  return (
    <div className="note note-soon item-news">
      {news.map((line) => (
        <p key={String(line)}>{line}</p>
      ))}
      {cancellation && cancellation.successors.length > 0 && (
        <p>
          {t(OFFICE.replacedBy)}{' '}
          {cancellation.successors.map((code) => (
            <Link key={code} to={`/items?text=${encodeURIComponent(code)}`}>
              <code>{code}</code>{' '}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly draft: boolean
}

function Findings({ findings, draft }: FindingsProps) {
  const { t } = useWords()
  return (
    <Panel title={t(ITEMS.check)} className={findings.length > 0 ? 'panel-soon' : 'panel-done'}>
      {findings.length === 0 ? (
        <p className="due due-done">
          <CheckCircleFilled aria-hidden="true" /> {t(draft ? ITEMS.clean : ITEMS.cleanAlready)}
        </p>
      ) : (
        <>
          <p className="due due-soon">
            <WarningFilled aria-hidden="true" />{' '}
            {t(draft ? ITEMS.notClean(findings.length) : ITEMS.notCleanNow(findings.length))}
          </p>
          <ul className="findings">
            {findings.map((finding) => (
              <li key={`${finding.rule}/${finding.path}`}>
                {t(finding.words)}
                <span className="quiet">
                  {` ${t(ITEMS.rule)} `}
                  <code>{finding.rule}</code>
                  {finding.path && (
                    <>
                      {` · ${t(ITEMS.where)} `}
                      <code>{finding.path}</code>
                    </>
                  )}
                  {finding.basis && ` · ${basisText(finding.basis)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function basisText({ law, article }: Basis): string {
  return [law, article].filter(Boolean).join(' ')
}

function Definition({ definition }: { readonly definition: unknown }) {
  const { t } = useWords()
  const item = definitionFrom(definition)
  const [as, setAs] = useState<'structured' | 'json'>(item ? 'structured' : 'json')
  return (
    <section className="definition">
      <Segmented
        value={as}
        options={[
          ...(item ? [{ value: 'structured' as const, label: t(ITEMS.structured) }] : []),
          { value: 'json' as const, label: t(ITEMS.json) },
        ]}
        onChange={setAs}
      />
      {item && as === 'structured' ? (
        <DefinitionView item={item} />
      ) : (
        <pre className="json">{JSON.stringify(definition, undefined, 2)}</pre>
      )}
    </section>
  )
}

import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import type { CatalogueRow, Finding } from '@mashang/approvals/contract'
import type { Basis } from '@mashang/flow'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { ITEMS } from '../words/items.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { definitionFrom } from './definition-from.ts'
import { DefinitionView } from './definition-view.tsx'
import { ItemActions } from './item-actions.tsx'
import { checkQuery, itemsQuery } from './items-query.ts'
import { ItemStatusTag } from './items-table.tsx'

/** One version of an item: its checks, what can be done with it, and the whole definition. */
export function ItemPage() {
  const { t } = useWords()
  const { code = '', version: given = '' } = useParams()
  const version = Number(given)
  const check = useQuery(checkQuery(code, version))
  const list = useQuery(itemsQuery({ text: code }))
  const row = list.data?.rows.find((one) => one.code === code && one.version === version)
  const title = row ? t(row.name) : code
  return (
    <div className="page">
      <PageTitle title={title} trail={[{ label: t(SHELL.items), to: '/items' }]}>
        {row && check.data && <ItemActions row={row} findings={check.data.findings.length} />}
      </PageTitle>
      {row && <ItemHead row={row} />}
      {check.isPending && <Loading />}
      {check.isError && <Failure error={check.error} onRetry={() => void check.refetch()} />}
      {check.data && (
        <>
          <Findings findings={check.data.findings} draft={row?.status === 'draft'} />
          <Definition definition={check.data.definition} />
        </>
      )}
    </div>
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

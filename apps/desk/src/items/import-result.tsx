import type { ImportReport } from '@mashang/approvals/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Panel } from '../case/facts/panel.tsx'
import { DataTable } from '../show/data-table.tsx'
import { ITEMS } from '../words/items.ts'
import { useWords } from '../words/words.ts'

const AT_ONCE = 100
const ROWS_NAMED = 12

/** Every row accounted for: imported, unchanged, refused and why; findings by rule. */
export function ImportResult({ report }: { readonly report: ImportReport }) {
  const { t } = useWords()
  const figures = [
    [ITEMS.rows, report.rows, ''],
    [ITEMS.imported, report.imported, 'due-done'],
    [ITEMS.unchanged, report.unchanged, ''],
    [ITEMS.refused, report.refused.length, report.refused.length > 0 ? 'due-late' : ''],
  ] as const
  return (
    <>
      <Panel
        title={t(ITEMS.report)}
        beside={
          <span className="quiet">{`${report.file} · ${report.format} · ${t(ITEMS.seconds(report.seconds))}`}</span>
        }
      >
        <dl className="figures">
          {figures.map(([label, count, tone]) => (
            <div key={label.en}>
              <dt>{t(label)}</dt>
              <dd className={tone}>{count}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Link to="/items">{t(ITEMS.toItems)}</Link>
        </p>
      </Panel>
      <RefusedRows refused={report.refused} />
      <FindingsByRule findings={report.findings} />
    </>
  )
}

function RefusedRows({ refused }: Pick<ImportReport, 'refused'>) {
  const { t } = useWords()
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <Panel title={t(ITEMS.refusedRows)}>
      {refused.length === 0 ? (
        <p className="quiet">{t(ITEMS.noRefused)}</p>
      ) : (
        <DataTable
          label={t(ITEMS.refusedRows)}
          rows={refused.slice(0, shown)}
          keyOf={(line) => `${line.row}/${line.code}`}
          columns={[
            { key: 'row', label: t(ITEMS.row), kind: 'number', cell: (line) => line.row },
            { key: 'code', label: t(ITEMS.code), kind: 'tight', cell: (line) => <code>{line.code}</code> },
            { key: 'name', label: t(ITEMS.name), kind: 'wide', cell: (line) => line.name },
            { key: 'reason', label: t(ITEMS.reason), kind: 'wide', cell: (line) => t(line.reason) },
          ]}
        />
      )}
      {refused.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {t(ITEMS.showMore(Math.min(AT_ONCE, refused.length - shown)))}
        </Button>
      )}
    </Panel>
  )
}

function FindingsByRule({ findings }: Pick<ImportReport, 'findings'>) {
  const { t } = useWords()
  return (
    <Panel title={t(ITEMS.byRule)}>
      {findings.length === 0 ? (
        <p className="quiet">{t(ITEMS.noFindings)}</p>
      ) : (
        <DataTable
          label={t(ITEMS.byRule)}
          rows={findings}
          keyOf={(line) => `${line.rule}/${line.words.zh}`}
          columns={[
            { key: 'count', label: t(ITEMS.count), kind: 'number', cell: (line) => line.count },
            { key: 'words', label: t(ITEMS.finding), kind: 'wide', cell: (line) => t(line.words) },
            { key: 'rule', label: t(ITEMS.rule), kind: 'tight', cell: (line) => <code>{line.rule}</code> },
            {
              key: 'rows',
              label: t(ITEMS.inRows),
              cell: (line) => (
                <span className="quiet">
                  {line.rows.slice(0, ROWS_NAMED).join(', ')}
                  {line.rows.length > ROWS_NAMED && ` ${t(ITEMS.rowsMore(line.rows.length))}`}
                </span>
              ),
            },
          ]}
        />
      )}
    </Panel>
  )
}

import type { StepTime } from '@mashang/insight/contract'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../show/data-table.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'
import { FigureLink } from './figure-link.tsx'
import { FiguresTable, RateBars } from './figures-table.tsx'
import { type By, figuresQuery, type Span, stepTimesQuery } from './insight-query.ts'
import { SpanTools, useDates } from './span-tools.tsx'

/** Figures of a time, and how long steps take. */
export function FiguresTab({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const [dates, setDates] = useDates()
  const [by, setBy] = useState<By>('organ')
  const span: Span = { ...dates, ...(organ ? { organ } : {}) }
  const query = useQuery(figuresQuery(span, by))
  return (
    <>
      <SpanTools dates={dates} onChange={setDates} />
      <Segmented
        aria-label={t(INSIGHT.by)}
        value={by}
        onChange={setBy}
        options={(['organ', 'item', 'month'] as const).map((value) => ({ value, label: t(INSIGHT[value]) }))}
      />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.lines.length === 0 && <Empty title={t(INSIGHT.noFigures)} />}
      {query.data && query.data.lines.length > 0 && (
        <>
          <RateBars lines={query.data.lines} />
          <FiguresTable lines={query.data.lines} total={query.data.total} span={span} by={by} />
        </>
      )}
      <StepTimes span={span} />
    </>
  )
}

function StepTimes({ span }: { readonly span: Span }) {
  const { t } = useWords()
  const { data } = useQuery(stepTimesQuery(span))
  const opens = (
    key: 'passes' | 'average' | 'longest',
    textOf: (line: StepTime) => string,
  ): Column<StepTime> => ({
    key,
    label: t(INSIGHT[key]),
    kind: 'number',
    cell: (line) => (
      <FigureLink
        figure="passes"
        {...span}
        organ={line.organId}
        step={line.step.zh}
        role={line.roleId}
        count={line.count}
        text={textOf(line)}
      />
    ),
  })
  const columns: readonly Column<StepTime>[] = [
    { key: 'organ', phone: 'title', label: t(INSIGHT.organ), cell: ({ organ }) => t(organ) },
    { key: 'step', phone: 'bare', label: t(INSIGHT.step), kind: 'wide', cell: ({ step }) => t(step) },
    { key: 'role', label: t(INSIGHT.role), cell: ({ role }) => t(role) },
    opens('passes', ({ count }) => count.toLocaleString('en')),
    opens('average', ({ days, count }) => (days / count).toFixed(1)),
    opens('longest', ({ longest }) => String(longest)),
  ]
  return (
    <>
      <h2 className="list-title">
        {t(INSIGHT.stepTimes)} <span className="quiet">{t(INSIGHT.days)}</span>
      </h2>
      {data && data.steps.length === 0 && <p className="quiet">{t(INSIGHT.noSteps)}</p>}
      {data && data.steps.length > 0 && (
        <DataTable
          label={t(INSIGHT.stepTimes)}
          rows={data.steps}
          keyOf={({ organId, step, roleId }) => `${organId} ${step.zh} ${roleId}`}
          columns={columns}
        />
      )}
    </>
  )
}

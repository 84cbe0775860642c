import { insightRoutes } from 'virtual:contract'
import type { Sample } from '@mashang/insight/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { insight } from '../api/calls.ts'
import { useMayUse } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { fullInstant } from '../show/dates.ts'
import { Labelled } from '../show/labelled.tsx'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'
import { samplesQuery } from './insight-query.ts'
import { InspectDialog } from './inspect-dialog.tsx'
import { SpanTools, useDates } from './span-tools.tsx'

/** 抽查: draw a sample, look at its cases one by one, record what was found. */
export function SamplesTab() {
  const { t } = useWords()
  const draws = useMayUse()(insightRoutes.drawSample)
  const [search] = useSearchParams()
  const month = search.get('month') ?? undefined
  const found = search.get('found') ?? undefined
  const query = useQuery(samplesQuery(month))
  return (
    <>
      {draws && !month && <Draw />}
      {month && (
        <p>
          {[
            t(INSIGHT.samplesOfMonth(month)),
            ...(found ? [t(INSIGHT[found === 'faults' ? 'faults' : 'inspected'])] : []),
          ].join(' · ')}{' '}
          <Link to="?tab=samples">{t(INSIGHT.allSamples)}</Link>
        </p>
      )}
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.samples.length === 0 && <Empty title={t(INSIGHT.noSamples)} />}
      {query.data?.samples
        .map((sample) => ({ ...sample, cases: sample.cases.filter((one) => isFound(one, found)) }))
        .filter(({ cases }) => cases.length > 0)
        .map((sample) => (
          <SampleSection key={sample.id} sample={sample} inspects={draws} />
        ))}
    </>
  )
}

function Draw() {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [dates, setDates] = useDates()
  const [size, setSize] = useState(10)
  const [ofEachOrgan, setOfEach] = useState(false)
  const { pending, refusal, write } = useWrite<Sample>()
  async function draw() {
    const input = { ...dates, size, ofEachOrgan }
    const drawn = await write(input, (key) => insight.drawSample({ input, key }))
    if (!drawn) return
    void client.invalidateQueries({ queryKey: ['supervision', 'samples'] })
    void message.success(t(INSIGHT.drawn))
  }
  return (
    <section className="draw">
      <h2 className="list-title">{t(INSIGHT.drawTitle)}</h2>
      <p className="quiet">{t(INSIGHT.drawWhat)}</p>
      <RefusalNote refusal={refusal} />
      <SpanTools dates={dates} onChange={setDates} />
      <div className="span-tools">
        <Labelled label={t(INSIGHT.size)}>
          {(id) => <InputNumber id={id} min={1} max={200} value={size} onChange={(n) => setSize(n ?? 1)} />}
        </Labelled>
        <Checkbox checked={ofEachOrgan} onChange={(event) => setOfEach(event.target.checked)}>
          {t(INSIGHT.ofEach)}
        </Checkbox>
        <Button type="primary" loading={pending} onClick={() => void draw()}>
          {t(INSIGHT.draw)}
        </Button>
      </div>
    </section>
  )
}

type SampleCase = Sample['cases'][number]

/** Whether a case belongs to the number that was opened: all, those inspected, those with faults. */
function isFound({ inspection }: SampleCase, found: string | undefined): boolean {
  return (
    found === undefined || (found === 'faults' ? inspection?.result === 'faults' : inspection !== undefined)
  )
}

function SampleSection({ sample, inspects }: { readonly sample: Sample; readonly inspects: boolean }) {
  const { t } = useWords()
  const [inspecting, setInspecting] = useState<SampleCase>()
  const columns: readonly Column<SampleCase>[] = [
    {
      key: 'number',
      phone: 'title',
      label: t(INSIGHT.number),
      kind: 'tight',
      cell: ({ id, number }) => (
        <Link to={`/cases/${id}`} className="row-link" data-row>
          {number}
        </Link>
      ),
    },
    { key: 'item', phone: 'bare', label: t(INSIGHT.item), kind: 'wide', cell: ({ item }) => t(item) },
    { key: 'organ', phone: 'bare', label: t(INSIGHT.organ), cell: ({ organ }) => t(organ) },
    { key: 'result', phone: 'bare', label: t(INSIGHT.result), cell: (one) => <Found one={one} /> },
    ...(inspects
      ? [
          {
            key: 'inspect',
            phone: 'bare' as const,
            label: t(INSIGHT.inspect),
            kind: 'tight' as const,
            cell: (one: SampleCase) =>
              !one.inspection && (
                <Button size="small" onClick={() => setInspecting(one)}>
                  {t(INSIGHT.inspect)}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <section>
      <h2 className="list-title">
        {fullInstant(sample.drawnAt)} · {sample.by}
      </h2>
      <p className="quiet">
        {t(INSIGHT.sampleOf(sample.from, sample.to, sample.population))} · {t(INSIGHT.root(sample.log.size))}{' '}
        <code>{sample.log.root}</code>
      </p>
      <DataTable label={t(INSIGHT.samples)} rows={sample.cases} keyOf={({ id }) => id} columns={columns} />
      {inspecting && (
        <InspectDialog sample={sample.id} one={inspecting} onClose={() => setInspecting(undefined)} />
      )}
    </section>
  )
}

function Found({ one: { inspection } }: { readonly one: SampleCase }) {
  const { t } = useWords()
  if (!inspection) return <span className="tag tag-quiet">{t(INSIGHT.waiting)}</span>
  return (
    <>
      <span className={`tag ${inspection.result === 'faults' ? 'tag-late' : 'tag-done'}`}>
        {t(INSIGHT[inspection.result])}
      </span>{' '}
      {inspection.note} <span className="quiet">{inspection.by}</span>
    </>
  )
}

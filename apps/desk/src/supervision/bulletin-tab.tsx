import { insightRoutes } from 'virtual:contract'
import { FilePdfOutlined } from '@ant-design/icons'
import type { CardViewName } from '@mashang/insight/contract'
import { legalDayOf } from '@mashang/kit'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { addressOf } from '../api/route.ts'
import { Labelled } from '../show/labelled.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { CARD_VIEW_WORDS, INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'
import { FiguresTable, RateBars } from './figures-table.tsx'
import { cardsQuery, figuresQuery, type Span, samplesQuery } from './insight-query.ts'

/** The bulletin of a month: its numbers, each opening what it counts, and the PDF. */
export function BulletinTab() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const months = lastMonths(legalDayOf(new Date()))
  const month = months.find((one) => one === search.get('month')) ?? months[0] ?? ''
  return (
    <>
      <section className="bulletin-sheet">
        <p>{t(INSIGHT.bulletinWhat)}</p>
        <Labelled label={t(INSIGHT.month)}>
          {(id) => (
            <Select
              id={id}
              className="tool-select"
              value={month}
              options={months.map((value) => ({ value, label: value }))}
              onChange={(chosen) => setSearch({ tab: 'bulletin', month: chosen })}
            />
          )}
        </Labelled>
        <a
          className="pdf-link"
          href={addressOf(insightRoutes.getBulletin.path, {}, { month })}
          target="_blank"
          rel="noreferrer"
        >
          <FilePdfOutlined aria-hidden="true" /> {t(INSIGHT.open)}
        </a>
      </section>
      <Numbers month={month} />
    </>
  )
}

function Numbers({ month }: { readonly month: string }) {
  const { t } = useWords()
  const [year = 0, number = 0] = month.split('-').map(Number)
  const to = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  const span = { from: `${month}-01`, to }
  const query = useQuery(figuresQuery(span, 'organ'))
  return (
    <>
      <h2 className="list-title">
        {t(INSIGHT.bulletinNumbers)} <span className="quiet">{month}</span>
      </h2>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.lines.length === 0 && <Empty title={t(INSIGHT.noFigures)} />}
      {query.data && query.data.lines.length > 0 && (
        <>
          <RateBars lines={query.data.lines} />
          <FiguresTable lines={query.data.lines} total={query.data.total} span={span} by="organ" />
        </>
      )}
      <Cards span={span} />
      <Samples month={month} />
    </>
  )
}

const CARDS: readonly CardViewName[] = ['yellow', 'red', 'appealed', 'upheld', 'lifted']

function Cards({ span }: { readonly span: Span }) {
  const { t } = useWords()
  const { data } = useQuery(cardsQuery(span))
  return (
    <>
      <h2 className="list-title">{t(INSIGHT.cards)}</h2>
      <dl className="tiles">
        {data &&
          CARDS.map((view) => (
            <div key={view} className="tile">
              <dt>{t(CARD_VIEW_WORDS[view])}</dt>
              <dd>
                <NumberLink count={data.counts[view] ?? 0} search={{ tab: 'cards', view, ...span }} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function Samples({ month }: { readonly month: string }) {
  const { t } = useWords()
  const { data } = useQuery(samplesQuery(month))
  if (!data) return null
  const cases = data.samples.flatMap((sample) => sample.cases)
  const inspected = cases.filter(({ inspection }) => inspection)
  const faults = inspected.filter(({ inspection }) => inspection?.result === 'faults')
  const tiles = [
    ['drawnSamples', data.samples.length, {}],
    ['drawnCases', cases.length, {}],
    ['inspected', inspected.length, { found: 'inspected' }],
    ['faults', faults.length, { found: 'faults' }],
  ] as const
  return (
    <>
      <h2 className="list-title">{t(INSIGHT.samples)}</h2>
      {data.samples.length === 0 && <p className="quiet">{t(INSIGHT.noSamplesOfMonth)}</p>}
      {data.samples.length > 0 && (
        <dl className="tiles">
          {tiles.map(([name, count, found]) => (
            <div key={name} className="tile">
              <dt>{t(INSIGHT[name])}</dt>
              <dd>
                <NumberLink count={count} search={{ tab: 'samples', month, ...found }} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

interface NumberLinkProps {
  readonly count: number
  readonly search: Readonly<Record<string, string>>
}

function NumberLink({ count, search }: NumberLinkProps) {
  if (count === 0) return <span className="quiet">0</span>
  return (
    <Link className="figure-link" to={`/supervision?${new URLSearchParams(search)}`}>
      {count.toLocaleString('en')}
    </Link>
  )
}

function lastMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, back) => {
    const number = year * 12 + month - 1 - back
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  })
}

import type { PublicLine } from '@mashang/insight/contract'
import { averageText, everyone, isRefusal, rateText } from '@mashang/kit'
import type { ReactNode } from 'react'
import { one, type Route } from '../frame/route.ts'
import { Said, useView, type View } from '../frame/view.tsx'
import { Empty } from '../parts/notice.tsx'
import { BundleFigures } from './bundles/figures.tsx'

type Line = Omit<PublicLine, 'month' | 'organ' | 'name'>

/** 政务公开数据: what each department received and concluded, how punctually, month by month; as a page and as CSV. */
export const figuresRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/figures',
    access: everyone,
    shared: true,
    async show({ insight, bundles, request, view }) {
      const [found, together] = await Promise.all([insight.getPublicFigures({}), bundles.countBundles({})])
      if (isRefusal(found)) return found
      if (isRefusal(together)) return together
      const asked = one(request.query, 'month')
      const month = found.months.find((one) => one === asked) ?? found.months[0] ?? ''
      const title = view.say('政务公开数据', 'Public figures')
      return {
        title,
        crumbs: [],
        main: (
          <Figures title={title} months={found.months} month={month} lines={found.lines}>
            <BundleFigures bundles={together.bundles} />
          </Figures>
        ),
      }
    },
  },
  {
    method: 'GET',
    path: '/figures.csv',
    access: everyone,
    async show({ insight, view }) {
      const found = await insight.getPublicFigures({})
      if (isRefusal(found)) return found
      return {
        type: 'text/csv; charset=utf-8',
        filename: view.say('政务公开数据.csv', 'public-figures.csv'),
        body: csvOf(found.lines, view),
      }
    },
  },
]

interface Props {
  readonly title: string
  readonly months: readonly string[]
  readonly month: string
  readonly lines: readonly PublicLine[]
  readonly children: ReactNode
}

function Figures({ title, months, month, lines, children }: Props) {
  const { say } = useView()
  const own = lines.filter((line) => line.month === month)
  return (
    <div className="wrap">
      <h1>{title}</h1>
      <p>
        {say(
          '各部门每月收件、办结、按期办结率，以及平均用时与平均承诺时限（工作日）的对比。',
          'What each department received and concluded each month, how much of it on time, and the working days it took against those promised.',
        )}
      </p>
      <form action="/figures" className="figures-tools">
        <div>
          <label htmlFor="month">{say('月份', 'Month')}</label>
          <select id="month" name="month" defaultValue={month}>
            {months.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button button-second">
          {say('查看', 'Show')}
        </button>
        <a href="/figures.csv" className="figures-download">
          {say('下载近十二个月数据（CSV）', 'Download twelve months (CSV)')}
        </a>
      </form>
      {own.length === 0 ? (
        <Empty title={say('这个月还没有数据', 'No figures for this month yet')}>
          <p>{say('请选择另一个月份。', 'Choose another month.')}</p>
        </Empty>
      ) : (
        <Departments month={month} lines={own} />
      )}
      <h2>{say('近十二个月办结', 'Concluded in the last twelve months')}</h2>
      <Months months={months} lines={lines} />
      {children}
      <p className="hint">
        {say(
          '按期办结率 = 在承诺期限内作出决定的件数 ÷ 作出决定的件数。用时不含受理当日和依法不计入期限的特别程序。只公布件数，不含任何个人信息。',
          'On-time rate = decided within the promised limit ÷ decided. Days leave out the day of acceptance and the procedures that by law do not count. Numbers only; no personal data.',
        )}
      </p>
    </div>
  )
}

function Departments({ month, lines }: { month: string; lines: readonly PublicLine[] }) {
  const { say } = useView()
  const cells = cellsIn(say)
  return (
    <table className="figures-table">
      <caption className="unseen">{say(`${month} 各部门数据`, `Figures of ${month} by department`)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('部门', 'Department')}</th>
          {cells.map(([label]) => (
            <th key={label} scope="col" className="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.organ}>
            <th scope="row">
              <Said of={line.name} />
            </th>
            <Cells line={line} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('全市', 'Whole city')}</th>
          <Cells line={sumOf(lines)} />
        </tr>
      </tfoot>
    </table>
  )
}

function Cells({ line }: { line: Line }) {
  const { say } = useView()
  return cellsIn(say).map(([label, cell]) => (
    <td key={label} className="number" data-label={label}>
      {cell(line)}
    </td>
  ))
}

function cellsIn(say: View['say']): readonly (readonly [string, (line: Line) => string])[] {
  return [
    [say('收件', 'Received'), ({ received }) => String(received)],
    [say('办结', 'Concluded'), ({ concluded }) => String(concluded)],
    [say('按期办结率', 'On-time rate'), rateText],
    [say('平均用时', 'Days used'), (line) => averageText(line, 'daysUsed')],
    [say('平均承诺', 'Days promised'), (line) => averageText(line, 'daysPromised')],
  ]
}

const NOTHING: Line = { received: 0, concluded: 0, onTime: 0, late: 0, daysUsed: 0, daysPromised: 0 }

function sumOf(lines: readonly Line[]): Line {
  return lines.reduce(
    (sum, line) => ({
      received: sum.received + line.received,
      concluded: sum.concluded + line.concluded,
      onTime: sum.onTime + line.onTime,
      late: sum.late + line.late,
      daysUsed: sum.daysUsed + line.daysUsed,
      daysPromised: sum.daysPromised + line.daysPromised,
    }),
    NOTHING,
  )
}

const ROW = 26
const LABEL = 96
const ROOM = 440

/** Bars from zero, oldest month first; each with its number. */
function Months({ months, lines }: { months: readonly string[]; lines: readonly PublicLine[] }) {
  const { say } = useView()
  const bars = months.toReversed().map((month) => ({
    month,
    concluded: sumOf(lines.filter((line) => line.month === month)).concluded,
  }))
  const most = Math.max(1, ...bars.map(({ concluded }) => concluded))
  const told = bars.map(({ month, concluded }) => `${month} ${concluded}`).join(say('；', '; '))
  return (
    <svg
      className="figures-chart"
      viewBox={`0 0 ${LABEL + ROOM + 70} ${bars.length * ROW}`}
      role="img"
      aria-label={say(`每月办结件数：${told}`, `Concluded each month: ${told}`)}
    >
      {bars.map(({ month, concluded }, row) => (
        <g key={month} transform={`translate(0 ${row * ROW})`}>
          <text x={0} y={17}>
            {month}
          </text>
          <rect className="ground" x={LABEL} y={4} width={ROOM} height={ROW - 8} />
          <rect className="bar" x={LABEL} y={4} width={(concluded / most) * ROOM} height={ROW - 8} />
          <text x={LABEL + ROOM + 8} y={17}>
            {concluded}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** RFC 4180 with a byte order mark, so that spreadsheets read the Chinese. */
function csvOf(lines: readonly PublicLine[], { say, text }: View): string {
  const cells = cellsIn(say)
  const rows = [
    [say('月份', 'Month'), say('部门', 'Department'), ...cells.map(([label]) => label)],
    ...lines.map((line) => [line.month, text(line.name), ...cells.map(([, cell]) => cell(line))]),
  ]
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

import type { ExcludedRating, PublishedWords, RatingForm, RatingLine } from '@mashang/hall/contract'
import { everyone, isRefusal } from '@mashang/kit'
import { one, type Route, type Visit } from '../../frame/route.ts'
import { Said, useView, type View } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Empty } from '../../parts/notice.tsx'

/** 好差评: what people said of the services, by department, item and month; as a page and as CSV. */
export const publicRatingRoutes: readonly Route[] = [
  { method: 'GET', path: '/ratings', access: everyone, shared: true, show },
  { method: 'GET', path: '/ratings.csv', access: everyone, show: download },
]

async function find({ hall, request }: Visit) {
  const asked = one(request.query, 'month')
  return hall.getPublicRatings({ query: /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? { month: asked } : {} })
}

type Found = Exclude<Awaited<ReturnType<typeof find>>, { refused: true }>

async function show(visit: Visit) {
  const found = await find(visit)
  if (isRefusal(found)) return found
  const title = visit.view.say('好差评', 'Ratings of services')
  return { title, crumbs: [], main: <Published title={title} found={found} /> }
}

function Published({ title, found }: { title: string; found: Found }) {
  const { say } = useView()
  const { months, month = '', total, form } = found
  return (
    <div className="wrap">
      <h1>{title}</h1>
      <p>
        {say(
          '办事人对每件办件、每次到窗口办事的评价。差评由部门负责人回访、整改并答复。',
          'What people said of their cases and of their visits to windows. The head of the office follows each bad rating up.',
        )}
      </p>
      <form action="/ratings" className="figures-tools">
        <div>
          <label htmlFor="month">{say('月份', 'Month')}</label>
          <select id="month" name="month" defaultValue={month}>
            <option value="">{say('近十二个月', 'Last twelve months')}</option>
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
        <a href={`/ratings.csv${month ? `?month=${month}` : ''}`} className="figures-download">
          {say('下载数据（CSV）', 'Download (CSV)')}
        </a>
      </form>
      {total.asked + total.rated === 0 ? (
        <Empty title={say('这段时间还没有可以评价的办件', 'Nothing could be rated in this time yet')}>
          <p>{say('请选择另一个月份。', 'Choose another month.')}</p>
        </Empty>
      ) : (
        <Total total={total} form={form} />
      )}
      <Lines
        title={say('各部门', 'By department')}
        head={say('部门', 'Department')}
        lines={found.organs}
        form={form}
      />
      <Lines title={say('各事项', 'By item')} head={say('事项', 'Service')} lines={found.items} form={form} />
      <Lines title={say('各月', 'By month')} head={say('月份', 'Month')} lines={found.byMonth} form={form} />
      <Words words={found.words} form={form} />
      <Excluded excluded={found.excluded} form={form} />
      <h2>{say('怎样计算', 'How it is counted')}</h2>
      <p>
        <Said of={form.formula} />
      </p>
      <p>
        {say(
          '参评率 = 已评价 ÷ 可评价（办结的办件和到窗口的次数）。按期整改率 = 在期限内答复的差评 ÷ 已答复或者已到期的差评。',
          'Participation = rated ÷ what might have been rated (cases concluded and visits to windows). Fixed in time = bad ratings answered by their last day ÷ those answered or past it.',
        )}
      </p>
    </div>
  )
}

function Total({ total, form }: { total: RatingLine; form: RatingForm }) {
  const { say } = useView()
  return (
    <section className="sheet" aria-labelledby="total">
      <h2 id="total">{say('全市', 'Whole city')}</h2>
      <p className="sentence">
        {say('满意率', 'Satisfaction')} {percent(total.satisfaction)}
      </p>
      <Facts
        rows={[
          {
            label: say('可评价', 'Might have been rated'),
            value: say(`${total.asked} 次`, String(total.asked)),
          },
          {
            label: say('已评价', 'Rated'),
            value: say(
              `${total.rated} 次（参评率 ${shareOf(total.rated, total.asked)}）`,
              `${total.rated} (${shareOf(total.rated, total.asked)})`,
            ),
          },
          { label: say('按期整改率', 'Fixed in time'), value: shareOf(total.inTime, total.due) },
          { label: say('正在整改', 'Under follow-up'), value: String(total.open) },
        ]}
      />
      <Bars total={total} form={form} />
    </section>
  )
}

const ROW = 26
const LABEL = 150
const ROOM = 380

/** Bars from zero, the best level first; each with its number. */
function Bars({ total, form }: { total: RatingLine; form: RatingForm }) {
  const { say, text } = useView()
  const bars = form.levels.map(({ id, name }) => ({ name: text(name), count: total.levels[id] ?? 0 }))
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const told = bars.map(({ name, count }) => `${name} ${count}`).join(say('；', '; '))
  return (
    <svg
      className="figures-chart"
      viewBox={`0 0 ${LABEL + ROOM + 60} ${bars.length * ROW}`}
      role="img"
      aria-label={say(`各等级次数：${told}`, `Ratings of each level: ${told}`)}
    >
      {bars.map(({ name, count }, row) => (
        <g key={name} transform={`translate(0 ${row * ROW})`}>
          <text x={0} y={17}>
            {name}
          </text>
          <rect className="ground" x={LABEL} y={4} width={ROOM} height={ROW - 8} />
          <rect className="bar" x={LABEL} y={4} width={(count / most) * ROOM} height={ROW - 8} />
          <text x={LABEL + ROOM + 8} y={17}>
            {count}
          </text>
        </g>
      ))}
    </svg>
  )
}

const percent = (rate: number | undefined) =>
  rate === undefined ? '—' : `${(Math.round(rate * 10) / 10).toFixed(1)}%`
const shareOf = (part: number, whole: number) => (whole === 0 ? '—' : percent((100 * part) / whole))

/** On a phone only what matters most is shown of each line; the drawing above has the levels, the CSV has all. */
type Cell = readonly [string, (line: RatingLine) => string, 'spare'?]

function cellsIn({ say, text }: View, { levels }: RatingForm): readonly Cell[] {
  return [
    [say('可评价', 'Might be rated'), ({ asked }) => String(asked)],
    [say('已评价', 'Rated'), ({ rated }) => String(rated)],
    [say('满意率', 'Satisfaction'), ({ satisfaction }) => percent(satisfaction)],
    ...levels.map(({ id, name }): Cell => [text(name), (line) => String(line.levels[id] ?? 0), 'spare']),
    [say('按期整改率', 'Fixed in time'), ({ inTime, due }) => shareOf(inTime, due)],
    [say('追评', 'Second ratings'), ({ again }) => String(again), 'spare'],
    [say('不予采纳', 'Left out'), ({ excluded }) => String(excluded), 'spare'],
  ]
}

interface LinesProps {
  readonly title: string
  readonly head: string
  readonly lines: readonly RatingLine[]
  readonly form: RatingForm
}

function Lines({ title, head, lines, form }: LinesProps) {
  const view = useView()
  const cells = cellsIn(view, form)
  if (lines.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <div className="ratings-scroll">
        <table className="figures-table ratings-table">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {cells.map(([label]) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  <Said of={line.label} />
                </th>
                {cells.map(([label, cell, spare]) => (
                  <td key={label} className={spare ? 'number spare' : 'number'} data-label={label}>
                    {cell(line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Words({ words, form }: { words: readonly PublishedWords[]; form: RatingForm }) {
  const { say } = useView()
  if (words.length === 0) return null
  return (
    <>
      <h2>{say('办事人说', 'In people’s own words')}</h2>
      <p className="hint">
        {say(
          '经本人同意，隐去个人信息、审核后公开。',
          'With consent, after review, personal data struck out.',
        )}
      </p>
      <ul className="ratings-words">
        {words.map(({ on, level, item, organ, text }) => (
          <li key={`${on} ${text}`} className="sheet">
            <p lang="zh-CN">{text}</p>
            <p className="hint">
              <Level id={level} form={form} /> · <Said of={item} /> · <Said of={organ} /> · <Day on={on} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Excluded({ excluded, form }: { excluded: readonly ExcludedRating[]; form: RatingForm }) {
  const { say } = useView()
  if (excluded.length === 0) return null
  return (
    <>
      <h2>{say('不予采纳的评价和理由', 'Ratings that were left out, and why')}</h2>
      <ul className="ratings-words">
        {excluded.map(({ on, level, item, organ, reasons }) => (
          <li key={`${on} ${reasons}`} className="sheet">
            <p lang="zh-CN">{reasons}</p>
            <p className="hint">
              <Level id={level} form={form} /> · <Said of={item} /> · <Said of={organ} /> · <Day on={on} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Level({ id, form }: { id: string; form: RatingForm }) {
  const level = form.levels.find((one) => one.id === id)
  return level ? <Said of={level.name} /> : id
}

async function download(visit: Visit) {
  const found = await find(visit)
  if (isRefusal(found)) return found
  const { view } = visit
  return {
    type: 'text/csv; charset=utf-8',
    filename: view.say('好差评.csv', 'ratings.csv'),
    body: csvOf(found, view),
  }
}

/** RFC 4180 with a byte order mark, so that spreadsheets read the Chinese. */
function csvOf({ organs, items, byMonth, form }: Found, view: View): string {
  const { say, text } = view
  const cells = cellsIn(view, form)
  const of = (kind: string, lines: readonly RatingLine[]) =>
    lines.map((line) => [kind, text(line.label), ...cells.map(([, cell]) => cell(line))])
  const rows = [
    [say('类别', 'By'), say('名称', 'Name'), ...cells.map(([label]) => label)],
    ...of(say('部门', 'Department'), organs),
    ...of(say('事项', 'Item'), items),
    ...of(say('月份', 'Month'), byMonth),
  ]
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

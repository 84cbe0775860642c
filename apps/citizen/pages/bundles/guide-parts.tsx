import type { BundleGuide, PlannedPart } from '@mashang/bundles/contract'
import { Said, useView } from '../../frame/view.tsx'
import { PathDrawing } from '../../parts/path-drawing.tsx'

/** What is needed, how long, how much, where: for the circumstances that were answered, or else for all. */
export function GuideParts({ guide, isReady }: { guide: BundleGuide; isReady: boolean }) {
  const { say } = useView()
  const needed = guide.parts.filter((part) => part.needed)
  return (
    <>
      <section aria-labelledby="needed">
        <h2 id="needed">
          {isReady ? say('您要办这几项', 'What you need') : say('可能要办这几项', 'What may be needed')}
        </h2>
        <Saved guide={guide} />
        <ul className="rows">
          {guide.parts.map((part) => (
            <PartLine key={part.id} part={part} isReady={isReady} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="how-long">
        <h2 id="how-long">{say('要多久', 'How long')}</h2>
        <HowLong guide={guide} parts={needed} isReady={isReady} />
      </section>
      <Papers guide={guide} />
      <section aria-labelledby="how-much">
        <h2 id="how-much">{say('收费和地点', 'How much, and where')}</h2>
        <Fees parts={needed} />
        <Where guide={guide} />
      </section>
      {guide.faq.length > 0 ? (
        <section aria-labelledby="faq">
          <h2 id="faq">{say('大家常问', 'Often asked')}</h2>
          {guide.faq.map(({ q, a }) => (
            <details key={q.zh} className="sheet">
              <summary>
                <Said of={q} />
              </summary>
              <p>
                <Said of={a} />
              </p>
            </details>
          ))}
        </section>
      ) : null}
    </>
  )
}

/** Materials, questions and days: together, instead of one by one. */
function Saved({ guide }: { guide: BundleGuide }) {
  const { say } = useView()
  const { materials, questions, days, daysOneByOne } = guide
  const figures = [
    [materials.asked.length, materials.oneByOne, say('份材料', 'documents')],
    [questions.asked, questions.oneByOne, say('个问题', 'questions')],
    [days, daysOneByOne, say('个工作日', 'working days')],
  ] as const
  return (
    <ul className="bundle-saved" aria-label={say('一起办和分开办', 'Together and one by one')}>
      {figures.map(([together, apart, what]) => (
        <li key={what}>
          <b>{together}</b> {what}
          <span className="hint">{say(`分开办要 ${apart}`, `${apart} one by one`)}</span>
        </li>
      ))}
    </ul>
  )
}

function PartLine({ part, isReady }: { part: PlannedPart; isReady: boolean }) {
  const { say } = useView()
  return (
    <li className={isReady && !part.needed ? 'part-off' : undefined}>
      <p>
        <a href={`/items/${encodeURIComponent(part.item)}`}>
          <Said of={part.name} />
        </a>{' '}
        {isReady ? (
          <span className={part.needed ? 'tag tag-done' : 'tag'}>
            {part.needed ? say('要办', 'needed') : say('您不用办', 'not needed')}
          </span>
        ) : null}
      </p>
      <p className="hint">
        <Said of={part.organ.name} /> · {say('结果：', 'Result: ')}
        <Said of={part.result} />
        {part.why ? (
          <>
            {' · '}
            {say('什么时候要：', 'When: ')}
            <Said of={part.why} />
          </>
        ) : null}
      </p>
    </li>
  )
}

function HowLong({
  guide,
  parts,
  isReady,
}: {
  guide: BundleGuide
  parts: readonly PlannedPart[]
  isReady: boolean
}) {
  const { say, text } = useView()
  const daysText = useDaysText()
  return (
    <>
      <p>
        {isReady
          ? say(
              `受理后最长 ${guide.days} 个工作日全部办结；分开一项项办要 ${guide.daysOneByOne} 个工作日。现场补正和专家评审等依法不计的时间除外。`,
              `At most ${guide.days} working days after acceptance, instead of ${guide.daysOneByOne} one after another; time that by law does not count is left out.`,
            )
          : say(
              `全部都要办的话，最长 ${guide.days} 个工作日。`,
              `If everything is needed, at most ${guide.days} working days.`,
            )}
      </p>
      <PathDrawing
        parts={parts.map((part) => ({
          ...part,
          name: text(part.name),
          note: `${text(part.organ.short)} · ${daysText(part.days)}`,
        }))}
        days={guide.days}
        label={say(
          '办理顺序图，下面的表格写着同样的内容',
          'Drawing of the order; the table below says the same',
        )}
        dayWord={(day) => (day === 0 ? say('受理', 'Start') : say(`${day} 天`, `${day} d`))}
      />
      <Order parts={parts} />
    </>
  )
}

function useDaysText(): (days: number) => string {
  const { say } = useView()
  return (days) => (days === 0 ? say('当天', 'same day') : say(`${days} 个工作日`, `${days} working days`))
}

function Order({ parts }: { parts: readonly PlannedPart[] }) {
  const { say, text } = useView()
  const daysText = useDaysText()
  return (
    <table className="stage-table">
      <caption className="unseen">{say('办理顺序', 'The order of decisions')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('事项', 'Item')}</th>
          <th scope="col">{say('部门', 'Office')}</th>
          <th scope="col">{say('承诺', 'Promised')}</th>
          <th scope="col">{say('先后', 'After')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => {
          const before = parts.filter(({ id }) => part.after.includes(id)).map(({ name }) => text(name))
          return (
            <tr key={part.id}>
              <th scope="row">
                <Said of={part.name} />
              </th>
              <td data-label={say('部门：', 'Office:')}>
                <Said of={part.organ.short} />
              </td>
              <td data-label={say('承诺：', 'Promised:')}>{daysText(part.days)}</td>
              <td data-label={say('先后：', 'After:')}>
                {before.length > 0
                  ? say(`等“${before.join('、')}”办结`, `after ${before.join(', ')}`)
                  : say('马上同时办', 'at once, side by side')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Papers({ guide: { materials } }: { guide: BundleGuide }) {
  const { say, text } = useView()
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">
        {say(`要交的材料：${materials.asked.length} 份`, `Documents: ${materials.asked.length}`)}
      </h2>
      <ul className="rows">
        {materials.asked.map((material) => (
          <li key={material.name.zh}>
            <p>
              <Said of={material.name} />{' '}
              {material.held ? (
                <span className="tag tag-done">{say('市里已有的不用交', 'not if the city holds it')}</span>
              ) : null}
              {material.always ? null : <span className="tag">{say('按情况', 'in some cases')}</span>}
            </p>
            <p className="hint">
              {say('用于：', 'For: ')}
              {material.for.map(text).join(say('、', ', '))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fees({ parts }: { parts: readonly PlannedPart[] }) {
  const { say } = useView()
  const fees = parts.flatMap((part) => part.fees)
  if (fees.length === 0) return <p>{say('不收费。', 'Free of charge.')}</p>
  return (
    <ul>
      {fees.map(({ name, standard }) => (
        <li key={name.zh}>
          <Said of={name} />
          {say('：', ': ')}
          <Said of={standard} />
        </li>
      ))}
    </ul>
  )
}

function Where({ guide: { windows, lead } }: { guide: BundleGuide }) {
  const { say } = useView()
  const window = windows[0]
  return (
    <p>
      {say('网上全程可以办；牵头部门：', 'Wholly online; the lead office is ')}
      <Said of={lead.name} />
      {say('。', '. ')}
      {window ? (
        <>
          {say(`想当面问，请到 ${window.number} 窗口，`, `To ask in person: window ${window.number}, `)}
          <Said of={window.address} />
          {say('，电话 ', ', phone ')}
          <a href={`tel:${window.phone}`}>{window.phone}</a>
          {say('。', '.')}
        </>
      ) : null}
    </p>
  )
}

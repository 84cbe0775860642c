import { formatMoney } from '@mashang/kit'
import type { GuidanceList } from '@mashang/projects/contract'
import { Said, useView } from '../../frame/view.tsx'

/** 审批事项清单: stage by stage, then each material once. Also shown before a project is registered. */
export function GuidanceListOf({ list }: { list: GuidanceList }) {
  const { say } = useView()
  return (
    <>
      <p>
        {say(
          `四个阶段关键路径合计 ${list.total} 个工作日；材料共 ${list.materials.length} 份，每份只交一次。`,
          `Critical paths of the four stages: ${list.total} working days; ${list.materials.length} materials, each given once.`,
        )}
      </p>
      {list.stages.map((stage) => (
        <StageOfList key={stage.id} stage={stage} />
      ))}
      <MaterialsOfList list={list} />
    </>
  )
}

type Item = GuidanceList['stages'][number]['items'][number]

function StageOfList({ stage }: { stage: GuidanceList['stages'][number] }) {
  const { say } = useView()
  return (
    <section className="sheet stage">
      <h3>
        <Said of={stage.name} />
      </h3>
      <p className="hint">
        {say('牵头部门', 'Led by')} <Said of={stage.lead.name} /> ·{' '}
        {say(`关键路径 ${stage.days} 个工作日`, `critical path ${stage.days} working days`)}
      </p>
      <ul className="rows told">
        {stage.items.map((item) => (
          <ItemOfList key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function ItemOfList({ item }: { item: Item }) {
  const { say, text } = useView()
  return (
    <li>
      <p>
        {item.code ? (
          <a href={`/items/${encodeURIComponent(item.code)}`}>{text(item.name)}</a>
        ) : (
          <b>{text(item.name)}</b>
        )}{' '}
        <span className="hint">
          <Said of={item.organ.short} /> · {say(`${item.days} 个工作日`, `${item.days} working days`)} ·{' '}
          {item.after.length > 0
            ? `${say('先办：', 'after: ')}${item.after.map(text).join(say('、', ', '))}`
            : say('可同时办', 'side by side')}
        </span>
      </p>
      {item.note ? (
        <p className="hint">
          <Said of={item.note} />
        </p>
      ) : null}
      {item.conditions.length > 0 ? (
        <details>
          <summary>
            {say('条件', 'Conditions')}
            <span className="unseen">{text(item.name)}</span>
          </summary>
          <ul>
            {item.conditions.map((condition) => (
              <li key={condition.zh}>
                <Said of={condition} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {item.fees.map((fee) => (
        <p key={fee.name.zh}>
          {say('收费：', 'Fee: ')}
          <Said of={fee.name} /> {fee.amount === undefined ? '' : formatMoney(fee.amount)}{' '}
          <Said of={fee.standard} />
        </p>
      ))}
    </li>
  )
}

function MaterialsOfList({ list }: { list: GuidanceList }) {
  const { say, text } = useView()
  const all = list.stages.flatMap(({ items }) => items)
  const nameOf = (id: string) => {
    const item = all.find((one) => one.id === id)
    return item ? text(item.name) : id
  }
  const sources = {
    applicant: say('自备', 'Yourself'),
    government: say('政府部门', 'Government'),
    'other-organ': say('其他机构', 'Another organ'),
    intermediary: say('中介机构', 'An intermediary'),
  }
  const head = [say('材料', 'Material'), say('由谁出具', 'Issued by'), say('用于', 'For')] as const
  if (list.materials.length === 0) return null
  return (
    <section className="sheet stage">
      <h3>{say('材料：每份只交一次', 'Materials: each given once')}</h3>
      <table className="stage-table">
        <caption className="unseen">{say('材料', 'Materials')}</caption>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.materials.map((material) => (
            <tr key={material.name.zh}>
              <th scope="row" data-label={head[0]}>
                {text(material.name)}
                {material.always ? null : (
                  <span className="hint stage-note">{say('符合条件时才要', 'only where it applies')}</span>
                )}
              </th>
              <td data-label={head[1]}>
                {material.issuer ? text(material.issuer) : sources[material.source]}
                {material.held ? (
                  <span className="hint stage-note">
                    {say('有电子证照的不用交', 'not needed where the city holds it')}
                  </span>
                ) : null}
              </td>
              <td data-label={head[2]}>{material.items.map(nameOf).join(say('、', ', '))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

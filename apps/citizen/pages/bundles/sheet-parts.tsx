import type { BundleSheet } from '@mashang/bundles/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Choices, Group } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'

/** Which items are asked for, which go on by themselves, and which come later. */
export function SheetItems({ sheet }: { sheet: BundleSheet }) {
  const { say, text } = useView()
  const words = {
    now: say('马上送去', 'goes at once'),
    next: say('前一项办结后自动送去', 'goes on by itself'),
    later: say('以后再问', 'asked later'),
    applied: say('已经提交', 'submitted'),
  }
  return (
    <details className="sheet" open={sheet.items.length <= 3}>
      <summary>
        {say(`这张表办 ${sheet.items.length} 项`, `This form asks for ${sheet.items.length} items`)}
      </summary>
      <ul className="rows">
        {sheet.items.map((item) => (
          <li key={item.id}>
            <p>
              <Said of={item.name} /> <span className="tag">{words[item.state]}</span>
            </p>
            <p className="hint">
              <Said of={item.organ} />
              {item.waitsFor.length > 0
                ? ` · ${say('先办：', 'first: ')}${item.waitsFor.map(text).join(say('、', ', '))}`
                : ''}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** In whose name; nothing to choose where there is one possibility. */
export function Applicants({ sheet }: { sheet: BundleSheet }) {
  const { say, text } = useView()
  if (sheet.sheet !== 'main') return null
  if (sheet.applicants.length === 0)
    return (
      <div id="applicant">
        <Notice kind="soon" title={say('要以企业的名义申请', 'To be asked for in the name of an enterprise')}>
          <p>
            {sheet.applicantError} <a href="/my/account">{say('去添加企业', 'Add the enterprise')}</a>
          </p>
        </Notice>
      </div>
    )
  return (
    <div id="applicant" className="sheet">
      <Group labelled={{ id: 'applicant-choice', label: say('以谁的名义办', 'In whose name') }}>
        <Choices
          kind="radio"
          name="_applicant"
          options={sheet.applicants.map(({ value, label }) => ({ value, label: text(label) }))}
          chosen={[sheet.applicant]}
        />
      </Group>
    </div>
  )
}

/** What the city holds already, used only with consent; and what earlier items lead to. */
export function Consents({ sheet: { held, results } }: { sheet: BundleSheet }) {
  const { say, text } = useView()
  const free = held.filter((one) => one.free)
  const asked = held.filter((one) => !one.free)
  if (held.length === 0 && results.length === 0) return null
  return (
    <fieldset className="form-section sheet" id="held">
      <legend>
        <h2>{say('不用您交的材料', 'What you need not give')}</h2>
      </legend>
      {asked.map(({ key, name, evidence }) => (
        <Choices
          key={key}
          kind="checkbox"
          name={`_use-${key}`}
          options={[
            {
              value: 'yes',
              label: say(
                `${name.zh}：市里已有 ${evidence.zh}，我同意本次申请使用它`,
                `${text(name)}: the city holds ${text(evidence)}; I consent to its use for this`,
              ),
            },
          ]}
          chosen={[]}
        />
      ))}
      <ul className="plain">
        {free.map(({ key, name, evidence }) => (
          <li key={key}>
            <Said of={name} />
            {say('：', ': ')}
            <Said of={evidence} />
          </li>
        ))}
        {results.map(({ name, from, for: to }) => (
          <li key={`${to.zh}-${name.zh}`}>
            <Said of={name} />
            {say('：由“', ': comes of “')}
            <Said of={from} />
            {say('”的结果自动转给“', '” and goes on to “')}
            <Said of={to} />
            {say('”', '”')}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** What each office said is to be corrected. */
export function Notes({ sheet }: { sheet: BundleSheet }) {
  const { say } = useView()
  return (
    <Notice
      kind="soon"
      title={say(
        `${sheet.items.length} 个部门要求补正，改一次，发给每一个`,
        `${sheet.items.length} offices ask for a correction: made once, sent to each`,
      )}
    >
      <ul className="plain">
        {sheet.notes.map(({ item, label, what, key }) => (
          <li key={`${item.zh}-${key}`}>
            <a href={`#${key}`}>
              <Said of={label} />
            </a>
            {say('：', ': ')}
            {what}{' '}
            <span className="hint">
              — <Said of={item} />
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

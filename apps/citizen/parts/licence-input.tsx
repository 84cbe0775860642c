import type { OfferedLicence } from '@mashang/approvals/contract'
import type { Field } from '@mashang/flow'
import { Said, useView } from '../frame/view.tsx'
import { Choices, Group, type Labelled, TextInput } from './inputs.tsx'
import { Notice } from './notice.tsx'

/** Which licence it is about: one of those the applicant holds, or, where the city knows of none, its number. */
export function LicenceInput({
  field,
  labelled,
  value,
  offered,
}: {
  field: Field
  labelled: Labelled
  value: string
  offered: readonly OfferedLicence[]
}) {
  const { say } = useView()
  const open = offered.filter((one) => one.open)
  const shut = offered.filter((one) => !one.open)
  return (
    <>
      {open.length > 0 ? (
        <Group labelled={labelled}>
          <Choices
            kind="radio"
            name={field.id}
            options={open.map(({ number, title, note }) => ({
              value: number,
              label: (
                <>
                  <span lang="zh-CN">{title}</span> <span className="code">{number}</span>
                </>
              ),
              hint: <Said of={note} />,
            }))}
            chosen={[value]}
          />
        </Group>
      ) : (
        <TextInput
          labelled={{
            ...labelled,
            hint: say(
              '没有找到您名下可以办理的证照。有以前颁发的纸质证照的，请填写编号。',
              'No licence of yours was found for this. If you hold an earlier one on paper, give its number.',
            ),
          }}
          name={field.id}
          defaultValue={value}
          spellCheck={false}
          maxLength={60}
        />
      )}
      {shut.length > 0 ? (
        <Notice kind="info" title={say('这些证照现在不能选', 'These cannot be chosen now')}>
          <ul className="plain">
            {shut.map(({ number, title, note }) => (
              <li key={number}>
                <span lang="zh-CN">{title}</span> <span className="code">{number}</span>
                {say('：', ': ')}
                <Said of={note} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}

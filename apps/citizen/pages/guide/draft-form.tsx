import { Field, sectionsOf, visibleFields } from '@mashang/flow'
import { isRefusal, validatorOf } from '@mashang/kit'
import { one, type Route } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { FieldInput } from '../../parts/field-input.tsx'
import { Notice } from '../../parts/notice.tsx'
import { choicesOf } from '../apply/draft.ts'

const validate = validatorOf(Field)
const MOST_FIELDS = 500

/** The form of a definition that is being written, for whoever writes it: as applicants will see it, all pages in one. */
export const draftFormRoute: Route = {
  method: 'POST',
  path: '/drafts-of-items/form',
  access: { for: 'some', staff: ['catalogue-editor', 'administrator'] },
  perMinute: 600,
  async show({ request, approvals, view }) {
    const fields = readFields(one(request.form, 'fields'))
    const title = view.say('表单预览', 'Preview of the form')
    if (!fields) return { title, bare: true, main: <Unfinished /> }
    const choices = await choicesOf(fields, {}, approvals)
    return { title, bare: true, main: <DraftForm fields={fields} choices={choices} /> }
  },
}

function readFields(text: string): readonly Field[] | undefined {
  try {
    const given: unknown = JSON.parse(text)
    if (!Array.isArray(given) || given.length > MOST_FIELDS) return undefined
    const read = given.map(validate)
    return read.some(isRefusal) ? undefined : read.flatMap((one) => (isRefusal(one) ? [] : [one.value]))
  } catch {
    return undefined
  }
}

function Unfinished() {
  const { say } = useView()
  return (
    <div className="wrap draft-form">
      <Notice kind="info" title={say('还不能预览', 'Not to be shown yet')}>
        <p>
          {say(
            '有字段缺少名称或选项，补齐后这里会显示表单。',
            'A field lacks its label or options; the form shows here once they are there.',
          )}
        </p>
      </Notice>
    </div>
  )
}

function DraftForm({
  fields,
  choices,
}: {
  fields: readonly Field[]
  choices: ReadonlyMap<string, RegionChoices>
}) {
  const { say, text } = useView()
  const shown = new Set(visibleFields(fields, {}))
  return (
    <form className="wrap draft-form" data-conditions="" noValidate>
      {sectionsOf(fields).map(({ title, fields: asked }) => (
        <section key={asked[0]?.id}>
          <h2>{title ? text(title) : say('填写内容', 'Your answers')}</h2>
          {asked.map((field) => {
            const regions = choices.get(field.id)
            return (
              <FieldInput
                key={field.id}
                field={field}
                state={{
                  value: undefined,
                  error: undefined,
                  shown: shown.has(field),
                  ...(regions ? { regions } : {}),
                }}
              />
            )
          })}
        </section>
      ))}
    </form>
  )
}

import { type FormValues, type ServiceItem, visibleFields } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'

/** Project codes that an application names, each with its field. */
export function projectCodesIn(
  { fields }: Pick<ServiceItem, 'fields'>,
  form: FormValues,
): readonly { readonly field: string; readonly code: string }[] {
  return visibleFields(fields, form).flatMap(({ id, type }) => {
    const code = form[id]
    return type === 'project-code' && typeof code === 'string' ? [{ field: id, code }] : []
  })
}

/**
 * An application without a valid, registered project code is not accepted. That a code is valid, the form has seen to
 * already: here it must belong to a project.
 */
export function applicationNeedsARegisteredProject(
  codes: ReturnType<typeof projectCodesIn>,
  registered: ReadonlySet<string>,
): Refusal | undefined {
  const wrong = codes.find(({ code }) => !registered.has(code))
  if (!wrong) return undefined
  const facts = { code: wrong.code }
  return refuse('project-code-not-registered', {
    rule: 'applicationNeedsARegisteredProject',
    article: '企业投资项目核准和备案管理条例 第四条',
    facts,
    fields: [{ path: `form.${wrong.field}`, code: 'project-code-not-registered', facts }],
  })
}

import type { Intake } from '@mashang/approvals/contract'
import { checkForm, type FormValues, isRequired, type ServiceItem } from '@mashang/flow'
import { textOf, type Words } from '@mashang/kit'
import type { SomeWords } from '../words/words.ts'

/** One thing in the way of acceptance; `target` as a correction names it. */
export interface Lack {
  readonly target: string
  readonly label: SomeWords
  readonly why: Words
}

/** What the server would find lacking, told while one fills in; it judges for itself. */
export function lackingOf(
  item: ServiceItem,
  { draft }: Intake,
  form: Readonly<Record<string, unknown>>,
): readonly Lack[] {
  // Whether a region exists only the server knows; what is chosen from its lists does.
  const wrong = checkForm(item.fields, form, { now: new Date(), regionNames: (code) => [code] })
  const fields = wrong.map(({ path, code, facts }) => ({
    target: path,
    label: item.fields.find(({ id }) => path === `form.${id}`)?.label ?? { zh: path },
    why: { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') },
  }))
  const materials = item.materials
    .filter((material) => isRequired(material, form as FormValues) && !stands(draft, material.id))
    .map(({ id, name }) => ({
      target: `materials.${id}`,
      label: name,
      why: { zh: `请提交${name.zh}。`, en: `Please give: ${name.en ?? name.zh}.` },
    }))
  return [...fields, ...materials]
}

function stands(draft: Intake['draft'], id: string): boolean {
  return (
    draft.materials.some(({ material, files }) => material === id && files.length > 0) ||
    (draft.declared ?? []).includes(id) ||
    draft.held.some(({ material, source, consented }) => material === id && (!source || consented === true))
  )
}
